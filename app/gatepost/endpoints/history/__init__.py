"""Reverting what was written: two-state and three-way comparison with the host."""
