"""Rights of a principal in a DACL: granted, denied, revoked, removed. What is not edited keeps its bytes and its order.

An absent or null DACL lets everyone in: a Deny is put before an Allow for Everyone that says so, and there is nothing to
grant or to take away. ``spellings`` are other SIDs that mean the same principal; else SIDs compare exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import takewhile

from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceType
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.edit.entries import ListKind, place_for, with_added, with_implied_entries
from gatepost.security.mask import FULL_CONTROL_RIGHTS, AccessMask, covers_rights, expand_generic
from gatepost.security.sid import NO_SIDS, Sid, Sids

_GENERIC_ALL = int(AccessMask.GENERIC_ALL)


def grant(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Allow ``mask``: taken out of the principal's own explicit Denies, added to its Allow or as a new one.

    Denies for other principals, and conditional ones, stay.
    """
    own_sids = spellings | {sid}

    def granted(present: Iterable[Ace]) -> Iterable[Ace]:
        aces = _taken_from(present, mask, lambda ace: ace.is_deny and _is_plain(ace, own_sids))
        own = [number for number, ace in enumerate(aces) if ace.is_allow and _is_plain(ace, own_sids)]
        rights = 0
        for number in own:
            rights |= aces[number].mask
        if covers_rights(rights, mask):
            return aces
        if own:
            aces[own[0]] = replace(aces[own[0]], mask=_joined(aces[own[0]].mask, mask))
        else:
            allow = Ace.allow(sid, mask)
            aces.insert(place_for(aces, allow), allow)
        return aces

    return _edited(descriptor, granted)


def deny(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Deny ``mask`` by an entry of its own in front, unless one that stands before every Allow does so already.

    Never merged with another Deny: Windows' cmdlets know the one for NETWORK by its exact mask.
    """
    own_sids = spellings | {sid}
    acl = with_implied_entries(descriptor.dacl, ListKind.DACL)
    for ace in takewhile(lambda ace: not ace.is_allow, acl.aces):
        if ace.is_deny and ace.is_unconditional and ace.sid in own_sids and covers_rights(ace.mask, mask):
            return descriptor
    return descriptor.with_dacl(with_added(acl, Ace.deny(sid, mask)))


def revoke(descriptor: SecurityDescriptor, sid: Sid, mask: int, spellings: Sids = NO_SIDS) -> SecurityDescriptor:
    """Take ``mask`` out of every explicit Allow of the principal, conditional ones included. Denies stay."""
    own_sids = spellings | {sid}
    kinds = (AceType.ACCESS_ALLOWED, AceType.ACCESS_ALLOWED_CALLBACK)

    def is_own_allow(ace: Ace) -> bool:
        return ace.sid in own_sids and ace.type in kinds and not ace.is_inherited

    return _edited(descriptor, lambda aces: _taken_from(aces, mask, is_own_allow))


def remove_deny_covering(descriptor: SecurityDescriptor, sid: Sid, mask: int) -> SecurityDescriptor:
    """Take away every explicit, unconditional Deny for ``sid`` whose mask covers ``mask`` (GA covers GR, GW and GX)."""

    def is_covering(ace: Ace) -> bool:
        return ace.is_deny and _is_plain(ace, {sid}) and covers_rights(ace.mask, mask)

    return _edited(descriptor, lambda aces: [ace for ace in aces if not is_covering(ace)])


def remove_entries_of(descriptor: SecurityDescriptor, *sids: Sid) -> SecurityDescriptor:
    """Take away every explicit ACE of these SIDs, whatever it allows or denies; inherited ones stay."""
    return _edited(descriptor, lambda aces: [ace for ace in aces if ace.is_inherited or ace.sid not in sids])


def _edited(descriptor: SecurityDescriptor, edit: Callable[[Iterable[Ace]], Iterable[Ace]]) -> SecurityDescriptor:
    """The descriptor with other entries, where it has a list; the same one where none is changed."""
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return descriptor
    aces = tuple(edit(dacl.aces))
    return descriptor if aces == dacl.aces else descriptor.with_dacl(dacl.with_aces(aces))


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


def _is_plain(ace: Ace, sids: Collection[Sid]) -> bool:
    """Whether it is an explicit entry of these SIDs without condition or object type."""
    return ace.sid in sids and ace.is_unconditional and not ace.is_inherited
