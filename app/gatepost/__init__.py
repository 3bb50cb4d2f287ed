"""Review and edit who can open PowerShell sessions on Windows hosts."""

__version__ = "0.2.0"
