"""Console of the practice host: commands on standard input."""
