"""Grant, deny and revoke rights of a principal in a DACL. The rest of the DACL keeps its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceType
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.edit.entries import add_deny, with_added
from gatepost.security.mask import FULL_CONTROL_RIGHTS, AccessMask, covers_rights, expand_generic
from gatepost.security.sid import NO_SIDS, Sid, Sids

_GENERIC_ALL = int(AccessMask.GENERIC_ALL)


def grant(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Allow ``mask``: taken out of the principal's own explicit Denies, added to its Allow or as a new one.

    An absent or null DACL grants it already. Denies for other principals, and conditional ones, stay. ``spellings`` are
    other SIDs that mean the same principal, here and below.
    """
    own_sids = spellings | {sid}
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return descriptor
    aces = _taken_from(dacl.aces, mask, lambda ace: _is_own_deny(ace, own_sids))
    own = [number for number, ace in enumerate(aces) if _is_own_allow(ace, own_sids)]
    granted = 0
    for number in own:
        granted |= aces[number].mask
    if not covers_rights(granted, mask):
        if not own:
            return descriptor.with_dacl(with_added(dacl.with_aces(aces), Ace.allow(sid, mask)))
        aces[own[0]] = replace(aces[own[0]], mask=_joined(aces[own[0]].mask, mask))
    return descriptor if tuple(aces) == dacl.aces else descriptor.with_dacl(dacl.with_aces(aces))


def deny(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Deny ``mask`` by an entry of its own in front, unless one that stands before every Allow does so already.

    Never merged with another Deny: Windows' cmdlets know the one for NETWORK by its exact mask.
    """
    own_sids = spellings | {sid}
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return add_deny(descriptor, sid, mask)
    for ace in dacl.aces:
        if ace.is_deny and ace.is_unconditional and ace.sid in own_sids and covers_rights(ace.mask, mask):
            return descriptor
        if ace.is_allow:
            break
    return descriptor.with_dacl(with_added(dacl, Ace.deny(sid, mask)))


def revoke(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Take ``mask`` out of every explicit Allow of the principal, conditional ones included. Denies stay."""
    own_sids = spellings | {sid}
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return descriptor
    aces = _taken_from(dacl.aces, mask, lambda ace: _is_explicit_allow(ace, own_sids))
    return descriptor if tuple(aces) == dacl.aces else descriptor.with_dacl(dacl.with_aces(aces))


def _taken_from(aces: Iterable[Ace], mask: int, concerned: Callable[[Ace], bool]) -> list[Ace]:
    """The entries, the concerned ones without those rights; one that has no other is left out."""
    taken = expand_generic(mask)
    remaining = []
    for ace in aces:
        rights = expand_generic(ace.mask)
        if not (concerned(ace) and rights & taken):
            remaining.append(ace)
        elif rest := rights & ~taken:
            remaining.append(replace(ace, mask=AccessMask(rest)))
    return remaining


def _joined(left: int, right: int) -> AccessMask:
    """Both sets of rights; Full Control is said by its one bit."""
    both = left | right
    return AccessMask(both & ~FULL_CONTROL_RIGHTS if both & _GENERIC_ALL else both)


def _is_own_deny(ace: Ace, sids: Sids) -> bool:
    return ace.sid in sids and ace.is_deny and ace.is_unconditional and not ace.is_inherited


def _is_own_allow(ace: Ace, sids: Sids) -> bool:
    return ace.sid in sids and ace.is_allow and ace.is_unconditional and not ace.is_inherited


def _is_explicit_allow(ace: Ace, sids: Sids) -> bool:
    kinds = (AceType.ACCESS_ALLOWED, AceType.ACCESS_ALLOWED_CALLBACK)
    return ace.sid in sids and ace.type in kinds and not ace.is_inherited
