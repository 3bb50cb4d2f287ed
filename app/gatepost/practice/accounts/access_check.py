"""Access check of the practice host ([MS-DTYP] 2.5.3.2), independent of the security package's.

That package only reads the SDDL; the walk over the entries, generic mapping and conditions
are written here a second time on purpose, so that a misreading on one side shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gatepost.practice.accounts.condition import evaluate
from gatepost.security import Ace, AceFlags, AceType, SecurityDescriptor, Sid, sid_from_alias
from gatepost.security.sid import OWNER_RIGHTS

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


@lru_cache(maxsize=512)
def read_sddl(text: str) -> SecurityDescriptor:
    """Read SDDL as leniently as Windows does.

    Raises:
        ValueError: the text is not SDDL.
    """
    return SecurityDescriptor.from_sddl(text)


def is_granted(text: str, sids: frozenset[str], desired: int, authority: Authority) -> bool:
    """Return whether a token with these SIDs gets every right of ``desired`` (generic bits).

    Raises:
        ValueError: the text is not SDDL.
    """
    descriptor = read_sddl(text)
    remaining = _expand(desired)
    if remaining & _kept_rights(descriptor, _level(sids)):
        return False
    acl = descriptor.dacl
    if acl is None or acl.is_null:
        return True
    for ace in acl.aces:
        mask = _expand(int(ace.mask))
        if not mask & remaining or not _applies(ace, descriptor, sids, authority):
            continue
        if ace.is_deny:
            return False
        remaining &= ~mask
        if not remaining:
            return True
    return False


def _level(sids: frozenset[str]) -> int:
    """The integrity level that a logon gives such a token."""
    if sids & _SERVICES:
        return _SYSTEM
    return _HIGH if ADMINISTRATORS in sids else _MEDIUM


def _kept_rights(descriptor: SecurityDescriptor, level: int) -> int:
    """The rights that a mandatory label keeps from tokens of a level ([MS-DTYP] 2.4.4.13)."""
    for ace in descriptor.sacl.aces if descriptor.sacl is not None else ():
        if ace.type is AceType.SYSTEM_MANDATORY_LABEL and ace.sid and not ace.flags & AceFlags.INHERIT_ONLY:
            rights = sum(right for bit, right in _NO_UP.items() if ace.mask & bit)
            return rights if level < ace.sid.sub_authorities[-1] else 0
    return 0


def _applies(ace: Ace, descriptor: SecurityDescriptor, sids: frozenset[str], authority: Authority) -> bool:
    """Whether an entry allows or denies this token something."""
    trustee = descriptor.owner if ace.sid == OWNER_RIGHTS else ace.sid
    if not (ace.is_allow or ace.is_deny) or trustee is None or ace.flags & AceFlags.INHERIT_ONLY:
        return False
    if _sid_text(trustee, authority) not in sids:
        return False
    if ace.object_type is not None:  # no object tree here: such an entry may take away, never give
        return ace.is_deny
    if not ace.is_callback or ace.condition is None:
        return True
    holds = evaluate(ace.condition, sids, lambda sid: resolve_sid(sid, authority), _attributes(descriptor))
    return ace.is_deny if holds is None else holds


def _attributes(descriptor: SecurityDescriptor) -> frozenset[str]:
    """The names of the object's own attributes, in lower case."""
    aces = descriptor.sacl.aces if descriptor.sacl is not None else ()
    texts = (ace.condition for ace in aces if ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE and ace.condition)
    return frozenset(text.split('"')[1].lower() for text in texts if text.count('"') > 1)


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
    return _sid_text(sid_from_alias(text.upper()) if len(text) == 2 else Sid.parse(text.upper()), authority)


def _sid_text(sid: Sid, authority: Authority) -> str:
    if sid.alias is None:
        return str(sid)
    domain = authority.machine if sid.alias in _MACHINE_ALIASES else authority.domain
    return str(sid.in_domain(Sid.parse(domain))) if domain else sid.alias
