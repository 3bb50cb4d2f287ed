"""Open hosts without a widget: what is shown of a host or a file, and the questions asked of it. QtCore only."""
