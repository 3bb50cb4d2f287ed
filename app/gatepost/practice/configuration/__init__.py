"""Scenarios and plug-in documents of the practice host."""
