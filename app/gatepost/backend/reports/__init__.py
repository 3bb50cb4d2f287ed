"""Reports for people and programs: one review, written as HTML, CSV or JSON."""
