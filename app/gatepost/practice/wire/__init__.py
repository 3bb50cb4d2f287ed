"""HTTP, TLS, message sealing, SOAP and faults of the practice host."""
