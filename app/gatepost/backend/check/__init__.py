"""The host check: what a real host answers to the questions that this project only infers."""
