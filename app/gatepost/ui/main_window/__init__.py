"""The main window: its menus, pages, status bar, layout, and the controllers of its hosts and views."""
