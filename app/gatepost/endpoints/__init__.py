"""Session configurations, access modes, change sets, and the values that cross packages. Plain Python and lxml."""
