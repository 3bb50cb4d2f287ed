"""Two snapshots side by side, search, and the review for reports."""
