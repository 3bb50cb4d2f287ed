"""The smallest edits of a DACL: put a Deny in front, take Denies away, forget a principal.

They never sort, merge or clean: what they do not have to touch stays as it was written. SIDs are compared exactly.
"""

from __future__ import annotations

from collections.abc import Callable

from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.acl import Acl
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.mask import AccessMask, covers
from gatepost.security.sid import EVERYONE, Sid

# What an absent or null DACL grants to everyone, told as a mask.
ALL_RIGHTS = AccessMask.GENERIC_ALL


def add_deny(descriptor: SecurityDescriptor, sid: Sid, mask: int) -> SecurityDescriptor:
    """Put an explicit Deny for ``sid`` in front of the DACL, unless an equal one is in it, wherever that stands.

    ``principal.deny`` is for people: it looks whether the rights are denied before anything is allowed.

    Where the DACL is absent or null, everyone has access: the result is the Deny, then Allow Everyone Full Control, so
    that nothing changes for anybody else.
    """
    deny = Ace.deny(sid, mask)
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        acl = dacl if dacl is not None else Acl()
        return descriptor.with_dacl(acl.with_aces((deny, Ace.allow(EVERYONE, ALL_RIGHTS))))
    if deny in dacl.aces:
        return descriptor
    return descriptor.with_dacl(dacl.with_aces((deny, *dacl.aces)))


def remove_deny_covering(descriptor: SecurityDescriptor, sid: Sid, mask: int) -> SecurityDescriptor:
    """Take away every explicit, unconditional Deny for ``sid`` whose mask covers ``mask`` (GA covers GR, GW and GX)."""
    return _without(descriptor, lambda ace: _is_explicit_deny(ace, sid) and covers(ace.mask, mask))


def purge(descriptor: SecurityDescriptor, *sids: Sid) -> SecurityDescriptor:
    """Take away every explicit ACE of these SIDs, whatever it allows or denies; inherited ones stay."""
    return _without(descriptor, lambda ace: ace.sid in sids and not ace.is_inherited)


def _is_explicit_deny(ace: Ace, sid: Sid) -> bool:
    plain = ace.type is AceType.ACCESS_DENIED and ace.is_unconditional
    return plain and ace.sid == sid and not ace.flags & AceFlags.INHERITED


def _without(descriptor: SecurityDescriptor, unwanted: Callable[[Ace], bool]) -> SecurityDescriptor:
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return descriptor
    kept = [ace for ace in dacl.aces if not unwanted(ace)]
    return descriptor if len(kept) == len(dacl.aces) else descriptor.with_dacl(dacl.with_aces(kept))
