"""The simulated WinRM service: ports, connections, operations, shells and fault injection."""
