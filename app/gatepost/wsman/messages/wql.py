"""Queries of WMI as text: the one place where a value becomes part of one."""

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'"})


def literal(value: str) -> str:
    """Return ``value`` as a WQL string, whatever quotes and backslashes it holds."""
    return f"'{value.translate(_ESCAPES)}'"
