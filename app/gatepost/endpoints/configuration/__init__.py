"""Session configurations as values: documents, access modes, snapshots, change sets, reports."""
