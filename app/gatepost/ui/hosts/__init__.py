"""The list of hosts, the pages over a whole host, search and actions over many hosts."""
