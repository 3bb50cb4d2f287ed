"""Addresses, connections, credentials, and opening a host."""
