"""HTTP to a host: sockets, TLS, bounds on size and time, sealed exchanges."""
