"""Session configurations on their host: the document, descriptors, access mode, and the snapshot of a host."""
