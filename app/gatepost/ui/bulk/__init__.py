"""One question about several hosts, then a change of each."""
