"""The window, its panels, dialogs, delegates and actions."""
