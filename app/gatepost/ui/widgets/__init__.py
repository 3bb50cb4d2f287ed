"""Widgets that every part of the window uses: theme, icons, tables, dialogs, actions. They know no host."""
