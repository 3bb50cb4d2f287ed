"""Reading an endpoint back after a write: whether it is as before or after, and whether other parts have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from gatepost.endpoints.configuration import plugin_document as xml
from gatepost.endpoints.configuration.endpoint_state import EndpointState, meaning
from gatepost.endpoints.text import NOTHING, Text, listed
from gatepost.endpoints.writes import outcome_text as says
from gatepost.untrusted_xml import truth

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
_TRUTHS = {name.lower() for name, default in ADDED_ON_WRITE.items() if default == "false"}
_OF_DESCRIPTOR = {"Uri", "Sddl", "ExactMatch", "{http://www.w3.org/XML/1998/namespace}lang"}
_OURS = {"Enabled", "{http://www.w3.org/XML/1998/namespace}lang"}


class ReadBackState(Enum):
    """State that was read back, compared with those before and after a write. PARTLY: some descriptors are as after."""

    AFTER = "after"
    BEFORE = "before"
    PARTLY = "partly"
    OTHER = "other"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Result of reading a host back; ``remark`` is what else there is to say of it."""

    state: ReadBackState
    remark: Text = NOTHING


def read_back_of(now: EndpointState, before: EndpointState, after: EndpointState) -> ReadBack:
    """Compare an endpoint with what it was and what was to be written."""
    if now.means(after):
        return ReadBack(ReadBackState.AFTER)
    if now.means(before):
        return ReadBack(ReadBackState.BEFORE)
    if now.enabled != after.enabled or not len(now.descriptors) == len(before.descriptors) == len(after.descriptors):
        return ReadBack(ReadBackState.OTHER)
    here, old, new = ([meaning(node) for node in state.descriptors] for state in (now, before, after))
    if any(each not in (was, target) for each, was, target in zip(here, old, new, strict=True)):
        return ReadBack(ReadBackState.OTHER)
    nodes = list(zip(after.descriptors, here, old, new, strict=True))
    done = [node.uri or node.resource_uri for node, each, was, target in nodes if each == target != was]
    missing = [node.uri or node.resource_uri for node, each, _, target in nodes if each != target]
    if not done:  # another change may have enabled it: no descriptor is as this write wanted
        return ReadBack(ReadBackState.OTHER)
    remark = says.CHANGED_PARTLY.filled(done=listed(done), missing=listed(missing))
    return ReadBack(ReadBackState.PARTLY, remark)


def attribute_value(name: str, value: str) -> str:
    """Return the value of an attribute of the plug-in; of what is true or false (xs:boolean), in one spelling."""
    meant = truth(value) if name.lower() in _TRUTHS else None
    return value if meant is None else str(meant).lower()


def changed_besides(before: bytes, after: bytes) -> tuple[str, ...]:
    """Return the names of what differs between two readings besides Enabled and the descriptors, sorted.

    What a host itself fills in with a default does not count. Of the Security elements that are in both, everything but
    the descriptor counts; those that came or went are what was written.

    Raises:
        DocumentError: one of them cannot be read.
    """
    root_before, root_after = xml.parse(before), xml.parse(after)
    old, new = Counter(_facts(root_before)), Counter(_facts(root_after))
    had_quotas = any(name.startswith("Quotas ") for name, _ in old)
    gone, come = old - new, new - old
    added = {
        name for name, value in come if ADDED_ON_WRITE.get(name) == value and not any(name == key for key, _ in gone)
    }
    added |= set() if had_quotas else {name for name, _ in come if name.startswith("Quotas ")}
    kept = _changed_securities(root_before, root_after)
    return tuple(sorted({*kept, *(name for name, _ in gone)} | ({name for name, _ in come} - added)))


def _changed_securities(before: etree._Element, after: etree._Element) -> set[str]:
    old, new = _securities(before), _securities(after)
    return {
        f"Security {place[1]} {name}"
        for place in old.keys() & new.keys()
        for name in {name for name, _ in old[place] ^ new[place]}
    }


def _securities(root: etree._Element) -> dict[tuple[str, str, int], set[_Fact]]:
    """What each Security holds besides its descriptor, by its resource, its URI and its number among those of the same."""
    facts_by_node: dict[tuple[str, str, int], set[_Fact]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for resource in xml.resources(root):
        for node in resource.iterchildren(tag=xml.tag("Security")):
            key = (resource.get("ResourceUri", "").lower(), node.get("Uri", "").lower())
            facts = {(str(name), str(value)) for name, value in node.attrib.items() if name not in _OF_DESCRIPTOR}
            facts.add(("ExactMatch", str(truth(node.get("ExactMatch", "")) is True)))
            facts |= {_named(child, "") for child in node.iterchildren(tag=etree.Element)}
            facts_by_node[*key, counts[key]] = facts
            counts[key] += 1
    return facts_by_node


def _facts(root: etree._Element) -> Iterator[_Fact]:
    yield from (
        (str(key), attribute_value(str(key), str(value))) for key, value in root.attrib.items() if key not in _OURS
    )
    for part in root.iterchildren(tag=etree.Element):
        label = etree.QName(part).localname
        if part.tag == xml.tag("Resources"):
            continue
        yield from ((f"{label} {key!s}", str(value)) for key, value in part.attrib.items())
        if not part.attrib and not len(part):
            yield label, (part.text or "").strip()
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
