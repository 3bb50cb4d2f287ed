"""The simulated WinRM service: connections, operations, state, fault injection."""
