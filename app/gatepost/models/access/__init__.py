"""Item models of effective access: the answer for one account and the summary of a host."""
