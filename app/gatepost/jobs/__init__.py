"""Background work: one lane per host, results delivered in the GUI thread."""
