"""Permission entries and their conditions as sentences."""
