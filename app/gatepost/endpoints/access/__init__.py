"""Who can open a session, and who gains or loses access by a change."""
