"""Edits of a descriptor, and what .NET and the cmdlets of Windows would make of it."""
