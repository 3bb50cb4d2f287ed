"""Everything between choosing a host and an open session: the dialog, certificate questions, lists of hosts."""
