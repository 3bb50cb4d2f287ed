"""Addresses, connections, credentials, and opening a host.

What is kept of hosts has three layers: ``SavedConnections`` changes the list and the keyring together,
``ConnectionStore`` is the file of recent and saved connections, ``ProtectionStore`` the file of what protects a host,
which nothing drops off.
"""
