"""WMI over WS-Management: classes, instances, queries and methods."""
