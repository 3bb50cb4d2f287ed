"""One host: list its endpoints, apply changes, read facts and account names."""
