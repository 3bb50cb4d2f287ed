"""Findings about a host as a whole: what is missing among its endpoints."""

from __future__ import annotations

from gatepost.endpoints.access.findings import Finding, Severity
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS

DEFAULT_ENDPOINT = "microsoft.powershell"


def host_findings(snapshot: HostSnapshot) -> tuple[Finding, ...]:
    """Return all findings about the host, warnings first."""
    return (_DEFAULT_MISSING,) if is_default_endpoint_missing(snapshot) else ()


def is_default_endpoint_missing(snapshot: HostSnapshot) -> bool:
    """Whether the host lacks the endpoint that clients use where they name none.

    One that could not be read is there. A registry export may hold a part of the endpoints only; it tells nothing.
    """
    names = {*(c.name.lower() for c in snapshot.configurations), *(p.name.lower() for p in snapshot.unreadable)}
    return DEFAULT_ENDPOINT not in names and bool(snapshot.host.account)


_DEFAULT_MISSING = Finding(
    Severity.WARNING,
    "default-missing",
    ENDPOINTS.tr(
        "{name}, the endpoint that clients use by default, is missing: Enter-PSSession and Invoke-Command fail unless they "
        "name another endpoint. To register it, run Enable-PSRemoting on the host in Windows PowerShell; Gatepost can't.",
        name=DEFAULT_ENDPOINT,
    ),
)
