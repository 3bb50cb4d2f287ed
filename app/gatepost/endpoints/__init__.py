"""Session configurations, access modes, change sets, and the values that cross rooms. Plain Python and lxml."""
