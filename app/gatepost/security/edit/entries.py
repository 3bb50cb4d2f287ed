"""The smallest edits of an access-control list. What is not edited keeps its bytes and its order; SIDs compare exactly.

Positions are 0-based. An absent or null DACL lets everyone in: ``with_implied_entries`` and ``add_deny`` first write that
as one Allow for Everyone, while there is nothing in it that ``remove_deny_covering`` and ``remove_entries_of`` could take
away. An absent SACL audits nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum

from gatepost.security.ace import Ace, Acl
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.mask import AccessMask, covers_rights
from gatepost.security.sid import EVERYONE, Sid

# What an absent or null DACL grants to everyone, told as a mask.
ALL_RIGHTS = AccessMask.GENERIC_ALL


class ListKind(Enum):
    """DACL or SACL."""

    DACL = "DACL"
    SACL = "SACL"

    def of(self, descriptor: SecurityDescriptor) -> Acl | None:
        """The list as the descriptor holds it."""
        return descriptor.dacl if self is ListKind.DACL else descriptor.sacl

    def aces(self, descriptor: SecurityDescriptor) -> tuple[Ace, ...]:
        """The entries that the descriptor holds; none where the list is absent or null."""
        acl = self.of(descriptor)
        return () if acl is None else acl.aces

    def put(self, descriptor: SecurityDescriptor, acl: Acl | None) -> SecurityDescriptor:
        """The descriptor with another such list."""
        return descriptor.with_dacl(acl) if self is ListKind.DACL else descriptor.with_sacl(acl)


def with_implied_entries(acl: Acl | None, kind: ListKind) -> Acl:
    """A list that can be edited: what an absent or null one grants, said as an entry."""
    if acl is not None and not acl.is_null:
        return acl
    aces = (Ace.allow(EVERYONE, ALL_RIGHTS),) if kind is ListKind.DACL else ()
    return (acl or Acl()).with_aces(aces)


def place_for(acl: Acl, ace: Ace) -> int:
    """Where a new entry goes: a Deny in front, any other behind the explicit entries."""
    if ace.is_deny:
        return 0
    return next((number for number, present in enumerate(acl.aces) if present.is_inherited), len(acl.aces))


def with_added(acl: Acl, ace: Ace, at: int | None = None) -> Acl:
    """The list with one more entry, at ``at`` or where it belongs."""
    number = place_for(acl, ace) if at is None else at
    return acl.with_aces((*acl.aces[:number], ace, *acl.aces[number:]))


def with_changed(acl: Acl, number: int, ace: Ace) -> Acl:
    """The list with another entry at ``number``; the same list where that one means the same."""
    if acl.aces[number] == ace:
        return acl
    return acl.with_aces((*acl.aces[:number], ace, *acl.aces[number + 1 :]))


def without(acl: Acl, numbers: Collection[int]) -> Acl:
    """The list without the entries at ``numbers``; it may end up empty, which lets nobody in."""
    return acl.with_aces([ace for number, ace in enumerate(acl.aces) if number not in numbers])


def with_moved(acl: Acl, number: int, to: int) -> Acl:
    """The list with the entry at ``number`` standing at ``to``."""
    aces = list(acl.aces)
    aces.insert(to, aces.pop(number))
    return acl.with_aces(aces)


def sorted_canonically(acl: Acl, kind: ListKind) -> Acl:
    """The list as Windows orders it: explicit before inherited, and in a DACL each Deny before each Allow.

    Entries that belong together keep their order, and none is merged. The same list where it is so already. An entry of
    a kind that Windows' tools do not know keeps them from calling the list canonical, wherever it stands.
    """
    ordered = sorted(acl.aces, key=lambda ace: (ace.is_inherited, _rank(ace, kind)))
    return acl if tuple(ordered) == acl.aces else acl.with_aces(ordered)


def _rank(ace: Ace, kind: ListKind) -> int:
    if kind is ListKind.SACL or ace.is_inherited or ace.is_deny:
        return 0
    return 1 if ace.is_allow else 2


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
    return _without(descriptor, lambda ace: _is_explicit_deny(ace, sid) and covers_rights(ace.mask, mask))


def remove_entries_of(descriptor: SecurityDescriptor, *sids: Sid) -> SecurityDescriptor:
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
