"""The settings, the About box, and the crash dialog with its reporter."""
