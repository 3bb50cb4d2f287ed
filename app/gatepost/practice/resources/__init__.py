"""Resources that the service serves: the WinRM configuration, and WMI with its classes, queries and methods."""
