"""Effective access: for one account, and summed up over the host."""
