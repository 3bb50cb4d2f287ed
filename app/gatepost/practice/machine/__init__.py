"""The simulated machine: WMI, registry, listeners."""
