"""Which endpoints share a URI with another plug-in: a descriptor that is found by its URI could land in that one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration


@dataclass(frozen=True, slots=True)
class OtherPlugin:
    """A plug-in that is no endpoint. ``uris``: those of its resources and descriptors, in lower case."""

    name: str
    uris: frozenset[str]


def uris_of(configuration: SessionConfiguration) -> frozenset[str]:
    """Return the URIs of an endpoint's resources and descriptors, in lower case."""
    nodes = configuration.security_nodes
    return _lowered([*configuration.bare_resources, *(uri for node in nodes for uri in (node.uri, node.resource_uri))])


def plugin_uris(document: bytes) -> frozenset[str]:
    """Return the same for any plug-in; nothing where it cannot be read or was listed without its resources."""
    try:
        root = xml.parse(document)
    except xml.DocumentError:
        return frozenset()
    resources = [resource.get("ResourceUri", "") for resource in xml.resources(root)]
    return _lowered([*resources, *(node.get("Uri", "") for node in xml.securities(root))])


def sharing(endpoints: Iterable[SessionConfiguration], others: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the names of the endpoints of which a URI occurs in another endpoint or in one of the ``others``."""
    uris = {endpoint.name: uris_of(endpoint) for endpoint in endpoints}
    seen: set[str] = set()
    shared: set[str] = set()
    for each in (*uris.values(), *others):
        shared |= seen & each
        seen |= each
    return frozenset(name for name, own in uris.items() if own & shared)


def _lowered(uris: Iterable[str]) -> frozenset[str]:
    return frozenset(uri.lower() for uri in uris if uri)
