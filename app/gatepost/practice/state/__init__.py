"""A practice host as values: what a scenario file describes, and what changes while the host runs."""
