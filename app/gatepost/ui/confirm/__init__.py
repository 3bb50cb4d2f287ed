"""From a planned change to its confirmation and its report."""
