"""Plug-ins as a host lists them: endpoints of PowerShell, others, and items that came without their resources.

A descriptor that is found by its URI could land in another plug-in that shares the URI.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import unescape

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration

_NAME = re.compile(rb'\sName="([^"<&]{1,256})"')
_URI = re.compile(rb"""Uri\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""", re.IGNORECASE)
_HEAD = 4096  # octets in which the name of a damaged document is looked for


@dataclass(frozen=True, slots=True)
class OtherPlugin:
    """A plug-in that is no endpoint: it is never written. ``uris``: those of its resources and descriptors."""

    name: str
    uris: frozenset[str]


@dataclass(frozen=True, slots=True)
class IncompletePlugin:
    """An endpoint that was listed without its resources: it has to be read by a Get."""

    name: str


def read_plugin(document: bytes) -> SessionConfiguration | OtherPlugin | IncompletePlugin:
    """Read a plug-in document. PowerShell's are told by their Filename, which ends in pwrshplugin.dll; Windows passes over
    blanks and periods after a file name.

    Raises:
        DocumentError: it cannot be read, or an endpoint has no name.
    """
    root = xml.parse(document)
    xml.check_understood(root)
    resources = xml.resources(root)
    if not root.get("Filename", "").lower().rstrip(" .").endswith("pwrshplugin.dll"):
        uris = [resource.get("ResourceUri", "") for resource in resources]
        uris += [node.get("Uri", "") for node in xml.securities(root)]
        return OtherPlugin(root.get("Name", ""), frozenset(map(_key, filter(None, uris))))
    if not resources:
        return IncompletePlugin(root.get("Name", ""))
    return SessionConfiguration.from_element(root, document)


def _key(uri: str) -> str:
    """A URI without what a host might pass over when it looks for one."""
    return uri.strip().rstrip("/*").lower()


def is_endpoint(document: bytes) -> bool:
    """Tell whether a complete document is that of an endpoint.

    Raises:
        DocumentError: it cannot be read.
    """
    return isinstance(read_plugin(document), SessionConfiguration)


def uris_found(document: bytes) -> frozenset[str]:
    """Return what looks like the URIs of a plug-in document that need not be well-formed."""
    texts = (text.decode("utf-8", "replace") for uri in _URI.findall(document) for text in uri if text)
    return frozenset(_key(unescape(uri)) for uri in texts)


def plugin_name(document: bytes) -> str:
    """Return the name in a plug-in document, or "" where it cannot be read. The document need not be well-formed."""
    try:
        return xml.parse(document).get("Name", "")
    except xml.DocumentError:
        named = _NAME.search(document[:_HEAD])
        return named[1].decode("utf-8", "replace") if named else ""


def uris_of(configuration: SessionConfiguration) -> frozenset[str]:
    """Return the URIs of an endpoint's resources and descriptors."""
    uris = [*configuration.resource_uris, *(node.uri for node in configuration.security_nodes)]
    return frozenset(map(_key, filter(None, uris)))


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
