"""Commands to the practice host on standard input."""
