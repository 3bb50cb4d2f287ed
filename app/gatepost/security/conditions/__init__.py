"""Conditional expressions and resource attributes ([MS-DTYP] 2.4.4.17, 2.4.10.1)."""
