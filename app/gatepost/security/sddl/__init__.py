"""Reading and writing SDDL text."""
