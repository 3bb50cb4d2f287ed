"""The list of all writes, and reverting them."""
