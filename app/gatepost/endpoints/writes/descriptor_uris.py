"""Endpoints that share a URI with another plug-in: a descriptor that is found by its URI could land in that one."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration


def uris_of(configuration: SessionConfiguration) -> frozenset[str]:
    """Return the URIs of an endpoint's resources and descriptors, in lower case."""
    uris = [*configuration.resource_uris, *(node.uri for node in configuration.security_nodes)]
    return frozenset(uri.lower() for uri in uris if uri)


def sharing(
    endpoints: Iterable[SessionConfiguration],
    others: Iterable[frozenset[str]],
    unreadable: Iterable[frozenset[str]] = (),
) -> frozenset[str]:
    """Return the names of the endpoints of which a URI occurs in another endpoint or in one of the ``others``.

    ``unreadable`` are what was found of plug-ins that can't be read; one of which nothing is known may have any URI.
    """
    uris = [(endpoint.name, uris_of(endpoint)) for endpoint in endpoints]
    hidden = tuple(unreadable)
    if not all(hidden):
        return frozenset(name for name, _ in uris)
    seen: set[str] = set()
    shared: set[str] = set()
    for each in (*(own for _, own in uris), *others, *hidden):
        shared |= seen & each
        seen |= each
    return frozenset(name for name, own in uris if own & shared)
