"""Item models of the endpoint table and of the permission editor, with the pending changes."""
