"""Two snapshots side by side, and search."""
