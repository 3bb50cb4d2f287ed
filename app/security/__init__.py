"""Security descriptors: SIDs, ACEs, ACLs, SDDL and the access check. Frozen values, standard library only."""
