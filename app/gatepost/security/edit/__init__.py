"""Edits of a descriptor; the modules `windows_*` tell what .NET and the cmdlets of Windows would make of it."""
