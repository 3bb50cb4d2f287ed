"""The access check ([MS-DTYP] 2.5.3.2) and its bounds for tokens that are partly known."""
