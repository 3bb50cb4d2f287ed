"""Access check of the practice host ([MS-DTYP] 2.5.3.2), independent of the security package's.

That package only reads the SDDL; the walk over the entries, generic mapping and conditions
are written here a second time on purpose, so that a misreading on one side shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gatepost.practice.accounts.condition import evaluate
from gatepost.security import OWNER_RIGHTS, AceFlags, AceType, SddlError, SecurityDescriptor, Sid, sid_from_alias

GENERIC_READ = 0x80000000
GENERIC_WRITE = 0x40000000
GENERIC_EXECUTE = 0x20000000
GENERIC_ALL = 0x10000000

EVERYONE = "S-1-1-0"
NETWORK = "S-1-5-2"
INTERACTIVE = "S-1-5-4"
AUTHENTICATED_USERS = "S-1-5-11"
USERS = "S-1-5-32-545"
ADMINISTRATORS = "S-1-5-32-544"
_SERVICES = frozenset({"S-1-5-18", "S-1-5-19", "S-1-5-20"})
_MEDIUM, _HIGH, _SYSTEM = 8192, 12288, 16384
_NO_UP = {0x1: GENERIC_WRITE, 0x2: GENERIC_READ, 0x4: GENERIC_EXECUTE}
_MACHINE_ALIASES = ("LA", "LG")


@dataclass(frozen=True, slots=True)
class Authority:
    """The SIDs that relative aliases (LA, DA...) are completed with; an empty domain leaves them unresolved."""

    machine: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One access-control entry that takes part in a check."""

    allow: bool
    mask: int
    sid: str
    condition: str | None
    has_object_type: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A mandatory label ([MS-DTYP] 2.4.4.13): its integrity level, and the rights that it keeps from lower ones."""

    level: int
    kept_rights: int


NO_LABEL = Label(0, 0)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """What a check needs of a security descriptor; ``entries`` None: no DACL, or a null one.

    ``attributes`` are the names of the object's own, in lower case.
    """

    has_owner: bool
    has_group: bool
    entries: tuple[AccessEntry, ...] | None
    label: Label = NO_LABEL
    attributes: frozenset[str] = frozenset()


@lru_cache(maxsize=512)
def read_sddl(text: str, authority: Authority) -> Descriptor:
    """Read SDDL as leniently as Windows does.

    Raises:
        ValueError: the text is not SDDL.
    """
    try:
        descriptor = SecurityDescriptor.from_sddl(text)
    except SddlError as error:
        raise ValueError(str(error)) from error
    acl = descriptor.dacl
    owner = _sid_text(descriptor.owner, authority) if descriptor.owner is not None else ""
    entries = None
    if acl is not None and not acl.is_null:
        entries = tuple(
            AccessEntry(
                allow=ace.is_allow,
                mask=_expand(int(ace.mask)),
                sid=_sid_text(ace.sid, authority) if ace.sid != OWNER_RIGHTS else owner,
                condition=ace.condition if ace.is_callback else None,
                has_object_type=ace.object_type is not None,
            )
            for ace in acl.aces
            if (ace.is_allow or ace.is_deny) and ace.sid is not None and not ace.flags & AceFlags.INHERIT_ONLY
        )
    return Descriptor(
        descriptor.owner is not None, descriptor.group is not None, entries, _label(descriptor), _attributes(descriptor)
    )


def _label(descriptor: SecurityDescriptor) -> Label:
    for ace in descriptor.sacl.aces if descriptor.sacl is not None else ():
        if ace.type is AceType.SYSTEM_MANDATORY_LABEL and ace.sid and not ace.flags & AceFlags.INHERIT_ONLY:
            rights = sum(right for bit, right in _NO_UP.items() if ace.mask & bit)
            return Label(ace.sid.sub_authorities[-1], rights)
    return NO_LABEL


def _attributes(descriptor: SecurityDescriptor) -> frozenset[str]:
    aces = descriptor.sacl.aces if descriptor.sacl is not None else ()
    texts = (ace.condition for ace in aces if ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE and ace.condition)
    return frozenset(text.split('"')[1].lower() for text in texts if text.count('"') > 1)


def _level(sids: frozenset[str]) -> int:
    """The integrity level that a logon gives such a token."""
    if sids & _SERVICES:
        return _SYSTEM
    return _HIGH if ADMINISTRATORS in sids else _MEDIUM


def is_granted(text: str, sids: frozenset[str], desired: int, authority: Authority) -> bool:
    """Return whether a token with these SIDs gets every right of ``desired`` (generic bits).

    Raises:
        ValueError: the text is not SDDL.
    """
    descriptor = read_sddl(text, authority)
    entries, label = descriptor.entries, descriptor.label
    remaining = _expand(desired)
    if remaining & label.kept_rights and _level(sids) < label.level:
        return False
    if entries is None:
        return True
    for entry in entries:
        if not entry.mask & remaining or not _applies(entry, sids, authority, descriptor.attributes):
            continue
        if not entry.allow:
            return False
        remaining &= ~entry.mask
        if not remaining:
            return True
    return False


def _applies(entry: AccessEntry, sids: frozenset[str], authority: Authority, attributes: frozenset[str]) -> bool:
    if entry.sid not in sids:
        return False
    if entry.has_object_type:  # no object tree here: such an entry may take away, never give
        return not entry.allow
    if entry.condition is None:
        return True
    holds = evaluate(entry.condition, sids, lambda sid: resolve_sid(sid, authority), attributes)
    return not entry.allow if holds is None else holds


def _expand(mask: int) -> int:
    """Map Full Control to the three generic rights that WS-Management asks for ([MS-WSMV] 3.1.4.1.28)."""
    if mask & GENERIC_ALL:
        return (mask & ~GENERIC_ALL) | GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE
    return mask


def resolve_sid(text: str, authority: Authority) -> str:
    """Return SID text for an alias or a SID.

    Raises:
        ValueError: neither.
    """
    try:
        sid = sid_from_alias(text.upper()) if len(text) == 2 else Sid.parse(text.upper())
    except SddlError as error:
        raise ValueError(str(error)) from error
    return _sid_text(sid, authority)


def _sid_text(sid: Sid, authority: Authority) -> str:
    if sid.alias is None:
        return str(sid)
    domain = authority.machine if sid.alias in _MACHINE_ALIASES else authority.domain
    return str(sid.in_domain(Sid.parse(domain))) if domain else sid.alias
