"""Reports for people and programs: the review of hosts, written as HTML, CSV or JSON."""
