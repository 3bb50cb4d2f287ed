"""The PowerShell that would do the same, for people to read, copy and compare."""

from __future__ import annotations

from collections.abc import Iterable

# PowerShell takes the curly single quotes for quotes as well.
_QUOTES = "'\u2018\u2019\u201a\u201b"


def quoted(value: str) -> str:
    """Return ``value`` as one single-quoted PowerShell string that it cannot break out of."""
    return "'" + "".join(c * 2 if c in _QUOTES else c for c in value) + "'"


def disable_remoting(include_disabled: bool) -> str:
    """Return the cmdlet that denies the network on all enabled endpoints."""
    lines = ["# Windows PowerShell 5.1, run as administrator on the host", "Disable-PSRemoting -Force"]
    if include_disabled:
        lines.append("# No cmdlet adds the Deny to an endpoint and leaves it disabled: Gatepost does that directly.")
    return "\n".join(lines)


def enable_remoting() -> str:
    """Return the cmdlet that opens all endpoints again, and what it does besides."""
    return "\n".join(
        [
            "# Windows PowerShell 5.1, run as administrator on the host.",
            "# The cmdlet also sets up the service, the listener, the firewall and the token policy,",
            "# and restarts WinRM. Gatepost changes the endpoints and nothing else.",
            "Enable-PSRemoting -Force",
        ]
    )


def set_access_mode(names: Iterable[str], mode: str) -> str:
    """Return one Set-PSSessionConfiguration for each name."""
    lines = [f"Set-PSSessionConfiguration -Name {quoted(name)} -AccessMode {mode} -Force" for name in names]
    return "\n".join(["# Windows PowerShell 5.1, run as administrator on the host", *lines])
