"""The journal: the record of every write."""
