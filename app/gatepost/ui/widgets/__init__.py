"""Widgets that every part of the window uses: theme, icons, tables, actions. They know no host."""
