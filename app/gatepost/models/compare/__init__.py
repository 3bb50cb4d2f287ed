"""Item models of comparisons and of search results."""
