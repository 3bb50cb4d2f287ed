"""Findings about a host as a whole: what is missing among its endpoints."""

from __future__ import annotations

from gatepost.endpoints.access.findings import Finding, Severity
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS

DEFAULT_ENDPOINT = "microsoft.powershell"
_DEFAULT_URI = f"http://schemas.microsoft.com/powershell/{DEFAULT_ENDPOINT}"


def host_findings(snapshot: HostSnapshot) -> tuple[Finding, ...]:
    """Return all findings about the host, warnings first."""
    return (_DEFAULT_MISSING,) if is_default_endpoint_missing(snapshot) else ()


def is_default_endpoint_missing(snapshot: HostSnapshot) -> bool:
    """Whether the host lacks the endpoint that clients use where they name none; they find it by its URI.

    A plug-in of that name that is no endpoint or can't be read, or one without a readable name, may be it. A registry
    export may hold a part of the endpoints only; it tells nothing.
    """
    if any(uri.lower() == _DEFAULT_URI for each in snapshot.configurations for uri in each.resource_uris):
        return False
    unclear = {*(name.lower() for name in snapshot.other_plugins), *(p.name.lower() for p in snapshot.unreadable)}
    return unclear.isdisjoint((DEFAULT_ENDPOINT, "")) and bool(snapshot.host.account)


_DEFAULT_MISSING = Finding(
    Severity.WARNING,
    "default-missing",
    ENDPOINTS.tr(
        "{name}, the endpoint that clients use by default, is missing: Enter-PSSession and Invoke-Command fail unless they "
        "name another endpoint. To register it, run Enable-PSRemoting on the host in Windows PowerShell; Gatepost can't.",
        name=DEFAULT_ENDPOINT,
    ),
)
