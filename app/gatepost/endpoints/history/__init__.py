"""Reverting what was written, of endpoints and of settings, and telling what an unsettled write has left."""
