"""Parts of a plug-in document that we do not write, and whether they have changed all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from gatepost.endpoints.configuration import plugin_document as xml

_Fact = tuple[str, str]  # what it is called, and its value

# What a service adds to a document without it on the first write (inferred from captures before and after one).
ADDED_ON_WRITE = {
    "Architecture": "64",
    "UseSharedProcess": "false",
    "ProcessIdleTimeoutSec": "0",
    "RunAsUser": "",
    "RunAsPassword": "",
    "RunAsVirtualAccount": "false",
    "RunAsVirtualAccountGroups": "",
    "AutoRestart": "false",
    "OutputBufferingMode": "Block",
}
_OURS = {"Enabled", "{http://www.w3.org/XML/1998/namespace}lang"}


def changed_besides(before: bytes, after: bytes) -> tuple[str, ...]:
    """Return the names of what differs between two readings besides Enabled and the Security elements, sorted.

    What a host itself fills in with a default does not count.

    Raises:
        DocumentError: one of them cannot be read.
    """
    old, new = Counter(_facts(xml.parse(before))), Counter(_facts(xml.parse(after)))
    had_quotas = any(name.startswith("Quotas ") for name, _ in old)
    gone, come = old - new, new - old
    added = {
        name for name, value in come if ADDED_ON_WRITE.get(name) == value and not any(name == key for key, _ in gone)
    }
    added |= set() if had_quotas else {name for name, _ in come if name.startswith("Quotas ")}
    return tuple(sorted({name for name, _ in gone} | ({name for name, _ in come} - added)))


def _facts(root: etree._Element) -> Iterator[_Fact]:
    yield from ((str(key), str(value)) for key, value in root.attrib.items() if key not in _OURS)
    for part in root.iterchildren(tag=etree.Element):
        label = etree.QName(part).localname
        if part.tag == xml.tag("Resources"):
            continue
        yield from ((f"{label} {key!s}", str(value)) for key, value in part.attrib.items())
        for child in part.iterchildren(tag=etree.Element):
            yield _named(child, label)
    for resource in xml.resources(root):
        uri = resource.get("ResourceUri", "")
        yield from ((f"Resource {uri} {key!s}", str(value)) for key, value in resource.attrib.items())
        for child in resource.iterchildren(tag=etree.Element):
            if child.tag != xml.tag("Security"):
                yield _named(child, f"Resource {uri}")


def _named(element: etree._Element, parent: str) -> _Fact:
    """A child by its name where it has one; its value is everything in it."""
    label = element.get("Name") or etree.QName(element).localname
    return f"{parent} {label}", repr(xml.element_fingerprint(element))
