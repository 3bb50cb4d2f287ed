"""Editing one security descriptor: entries, conditions, owner, SDDL, and pending changes."""
