"""Gatepost: who can open a PowerShell session on this machine, and how do I change that?"""

__version__ = "0.1.0"
