"""Accounts of the practice host, authentication, and its own access check."""
