"""Governing descriptors: those that decide about opening a session on an endpoint."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration

_PREFIX = "http://schemas.microsoft.com/powershell/"


@dataclass(frozen=True, slots=True)
class Governing:
    """A descriptor that has to allow; ``node`` is its 0-based Security node, None for RootSDDL."""

    node: int | None
    sddl: str


def session_uri(configuration: SessionConfiguration) -> str:
    """The resource URI that a client asks for when it opens a session on the endpoint."""
    wanted = _PREFIX + configuration.name
    covering = [uri for uri in configuration.resource_uris if _covers(uri, wanted, exact=False)]
    return wanted if covering or not configuration.resource_uris else configuration.resource_uris[0]


def governing_nodes(configuration: SessionConfiguration) -> tuple[Governing, ...]:
    """Return the Security nodes that decide, all of which have to allow; () where none covers the URI: RootSDDL decides.

    Of several Security nodes the most specific count: an exact match, else the longest URI. That this is so, and that
    equally specific ones all have to allow, is inferred; no published text or host confirms it.
    """
    uri = session_uri(configuration)
    candidates = [
        ((node.is_exact, len(node.uri)), Governing(number, node.sddl))
        for number, node in enumerate(configuration.security_nodes)
        if _governs(node, uri)
    ]
    best = max((rank for rank, _ in candidates), default=None)
    return tuple(one for rank, one in candidates if rank == best)


def is_inferred(configuration: SessionConfiguration) -> bool:
    """Whether the choice among several Security nodes, which is inferred, makes a difference."""
    return len({node.sddl for node in configuration.security_nodes}) > 1


def _governs(node: SecurityNode, wanted: str) -> bool:
    return _covers(node.uri or node.resource_uri, wanted, exact=node.is_exact)


def _covers(pattern: str, uri: str, *, exact: bool) -> bool:
    """Case does not matter; a prefix ends at a slash, and a trailing ``*`` stands for anything."""
    pattern, uri = pattern.lower(), uri.lower()
    if pattern.endswith("*"):
        return uri.startswith(pattern[:-1])
    return uri == pattern or (not exact and uri.startswith(pattern.rstrip("/") + "/"))
