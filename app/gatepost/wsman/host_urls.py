"""Checks of URLs, host names and addresses that need no network."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

MAX_URL = 2048
"""Characters that are accepted for a URL."""


def is_loopback(host: str) -> bool:
    """Whether a name or address is this computer's own, however the network is set up."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_address(host: str) -> bool:
    """Whether ``host`` is an IP address and not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_proxy(url: str) -> bool:
    """Whether ``url`` names a proxy: http, a host and a port, and no account, which would be a secret."""
    try:
        parts = urlsplit(url)
        return (
            len(url) <= MAX_URL
            and url.isprintable()
            and parts.scheme == "http"
            and bool(parts.hostname)
            and bool(parts.port)
            and "@" not in parts.netloc
            and parts.path in ("", "/")
            and not parts.query
            and not parts.fragment
        )
    except ValueError:
        return False


def check_host_url(url: str) -> None:
    """Check the URL of a host.

    Raises:
        ValueError: it is not http or https, has no host, a port out of range, or carries an account.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("the address is not an http or https URL")
    _ = parts.port  # raises for one that is out of range
    if "@" in parts.netloc:
        raise ValueError("an account does not belong in a URL")
