"""Dialogs of one shape, how they open and fit the screen, and asking for files."""
