"""Reports for people and programs: hosts read at the same time, reviewed, and written as HTML, CSV or JSON."""
