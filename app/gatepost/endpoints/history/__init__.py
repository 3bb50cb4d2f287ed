"""Reverting what was written, of endpoints and of settings, and who has changed it since."""
