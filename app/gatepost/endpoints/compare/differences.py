"""What two endpoints differ in, one thing at a time.

What a host rewrites without changing its meaning makes no difference: the text of a descriptor, defaults that it fills
in, the case of URIs and names.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.security import Ace, AceChange, ChangeKind, SecurityDescriptor, Sid, difference, read_descriptor

# What a host adds to a document when it is first written to.
_DEFAULTS = {
    "architecture": "64",
    "usesharedprocess": "false",
    "processidletimeoutsec": "0",
    "runasuser": "",
    "runasvirtualaccount": "false",
    "runasvirtualaccountgroups": "",
    "autorestart": "false",
    "outputbufferingmode": "Block",
}
_IDENTITY = {"name", "enabled"}  # compared by themselves


class Part(Enum):
    """What a difference is about."""

    ENABLED = "enabled"
    ENTRY = "entry"
    ORDER = "order of entries"
    OWNER = "owner"
    GROUP = "group"
    DACL = "list of permissions"
    SACL = "audit entries"
    DESCRIPTOR = "descriptor"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same. ``left`` and ``right`` are None where that side has nothing of the kind.

    ``resource`` is the URI whose descriptor it stands in, "" outside of descriptors; ``name`` that of a setting.
    An entry's place is its 0-based position on either side.
    """

    part: Part
    left: Ace | str | None
    right: Ace | str | None
    resource: str = ""
    name: str = ""
    left_place: int | None = None
    right_place: int | None = None


def endpoint_differences(
    left: SessionConfiguration, right: SessionConfiguration, ignore_order: bool
) -> Iterator[Difference]:
    """Return what differs between two endpoints: Enabled, the descriptors, then the other settings."""
    if left.enabled != right.enabled:
        yield Difference(Part.ENABLED, _yes_no(left.enabled), _yes_no(right.enabled))
    for resource, l_node, r_node in node_pairs(left, right):
        if l_node is None or r_node is None:
            yield Difference(
                Part.DESCRIPTOR,
                l_node.sddl if l_node is not None else None,
                r_node.sddl if r_node is not None else None,
                resource,
            )
        else:
            yield from descriptor_differences(resource, l_node.sddl, r_node.sddl, ignore_order)
    for what, l_values, r_values in (
        ("", _attributes(left), _attributes(right)),
        ("InitializationParameters/", left.parameters, right.parameters),
        ("Quotas/", left.quotas, right.quotas),
    ):
        yield from _setting_differences(what, l_values, r_values)


def node_pairs(
    left: SessionConfiguration, right: SessionConfiguration
) -> Iterator[tuple[str, SecurityNode | None, SecurityNode | None]]:
    """Pair the Security elements by resource and URI, without regard to case; repeated ones in their order."""
    waiting: defaultdict[tuple[str, str], deque[SecurityNode]] = defaultdict(deque)
    for node in right.security_nodes:
        waiting[_place(node)].append(node)
    for node in left.security_nodes:
        others = waiting[_place(node)]
        yield node.uri or node.resource_uri, node, others.popleft() if others else None
    for nodes in waiting.values():
        yield from ((node.uri or node.resource_uri, None, node) for node in nodes)


def _place(node: SecurityNode) -> tuple[str, str]:
    return node.resource_uri.lower(), node.uri.lower()


def descriptor_differences(resource: str, left: str, right: str, ignore_order: bool) -> Iterator[Difference]:
    """Return what differs between two descriptors, given as SDDL; of unreadable ones the whole text."""
    l_sd, r_sd = read_descriptor(left), read_descriptor(right)
    if l_sd is None or r_sd is None:
        if left != right:
            yield Difference(Part.DESCRIPTOR, left, right, resource)
        return
    found = difference(r_sd, l_sd)
    if "owner" in found.flags:
        yield Difference(Part.OWNER, _sid(l_sd.owner), _sid(r_sd.owner), resource)
    if "group" in found.flags:
        yield Difference(Part.GROUP, _sid(l_sd.group), _sid(r_sd.group), resource)
    if "DACL" in found.flags:
        yield Difference(Part.DACL, _flags(l_sd), _flags(r_sd), resource)
    for change in _counted(found.dacl, True):
        places = change.position_after, change.position_before
        yield Difference(Part.ENTRY, change.after, change.before, resource, "", *places)
    if len(_counted(found.dacl, ignore_order)) > len(_counted(found.dacl, True)):
        yield Difference(Part.ORDER, _sequence(l_sd), _sequence(r_sd), resource)
    if "SACL" in found.flags or _counted(found.sacl, ignore_order):
        yield Difference(Part.SACL, _audit(l_sd), _audit(r_sd), resource)


def _counted(changes: tuple[AceChange, ...], ignore_order: bool) -> list[AceChange]:
    return [change for change in changes if change.kind is not ChangeKind.MOVED or not ignore_order]


def _sid(sid: Sid | None) -> str | None:
    return str(sid) if sid is not None else None


def _flags(sd: SecurityDescriptor) -> str | None:
    """The settings of the DACL as SDDL writes them; None without a DACL."""
    if sd.dacl is None:
        return None
    empty = SecurityDescriptor(dacl=sd.dacl if sd.dacl.is_null else sd.dacl.with_aces(()))
    return empty.to_sddl(windows=True)


def _sequence(sd: SecurityDescriptor) -> str:
    """The entries in their order, as SDDL."""
    return SecurityDescriptor(dacl=sd.dacl).to_sddl() if sd.dacl is not None else ""


def _audit(sd: SecurityDescriptor) -> str | None:
    return SecurityDescriptor(sacl=sd.sacl).to_sddl() if sd.sacl is not None else None


def _yes_no(value: bool) -> str:
    return "true" if value else "false"


def _attributes(configuration: SessionConfiguration) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in configuration.attributes if k.lower() not in _IDENTITY)


def _setting_differences(
    prefix: str, left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]
) -> Iterator[Difference]:
    l_values, r_values = _by_name(left), _by_name(right)
    for key in dict.fromkeys([*l_values, *r_values]):
        default = _DEFAULTS.get(key) if not prefix else None
        name, l_value = l_values.get(key, (None, default))
        other_name, r_value = r_values.get(key, (None, default))
        if _comparable(l_value) != _comparable(r_value):
            yield Difference(Part.SETTING, l_value, r_value, name=prefix + (name or other_name or ""))


def _by_name(values: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {name.lower(): (name, value) for name, value in values}


def _comparable(value: str | None) -> str | None:
    return value.lower() if value is not None and value.lower() in ("true", "false") else value
