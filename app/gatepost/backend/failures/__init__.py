"""From what went wrong to its cause and what a person can do about it."""
