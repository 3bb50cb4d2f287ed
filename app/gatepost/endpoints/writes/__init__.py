"""A write: what changes in each endpoint, row by row, how it is merged with what is there, and how it ended."""
