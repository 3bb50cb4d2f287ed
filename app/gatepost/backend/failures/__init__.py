"""Errors for people: from an exception to its cause and next step."""
