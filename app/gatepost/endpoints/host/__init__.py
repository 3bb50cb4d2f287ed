"""What surrounds the endpoints of a host: service, listeners, firewall, policy."""
