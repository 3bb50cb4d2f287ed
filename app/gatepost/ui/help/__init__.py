"""Help: which page of the docs is about what is in front, and the window that shows it."""
