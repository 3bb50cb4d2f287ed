"""Resources of the WinRM configuration: plug-ins, listeners, service settings, Identify and the quick configuration check."""
