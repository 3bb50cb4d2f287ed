"""The binary form of descriptors ([MS-DTYP] 2.4.6)."""
