"""The endpoint table, its access switch, and the tabs under it."""
