"""The smallest edits of an access-control list. What is not edited keeps its bytes and its order; SIDs compare exactly.

Positions are 0-based. An absent or null DACL lets everyone in: ``with_implied_entries`` writes that as one Allow for
Everyone. An absent SACL audits nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum

from gatepost.security.ace import Ace, Acl
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.mask import AccessMask
from gatepost.security.sid import EVERYONE


class ListKind(Enum):
    """DACL or SACL."""

    DACL = "DACL"
    SACL = "SACL"

    def of(self, descriptor: SecurityDescriptor) -> Acl | None:
        """The list as the descriptor holds it."""
        return descriptor.dacl if self is ListKind.DACL else descriptor.sacl

    def put(self, descriptor: SecurityDescriptor, acl: Acl | None) -> SecurityDescriptor:
        """The descriptor with another such list."""
        return descriptor.with_dacl(acl) if self is ListKind.DACL else descriptor.with_sacl(acl)


def with_implied_entries(acl: Acl | None, kind: ListKind) -> Acl:
    """A list that can be edited: what an absent or null one grants, said as an entry."""
    if acl is not None and not acl.is_null:
        return acl
    aces = (Ace.allow(EVERYONE, AccessMask.GENERIC_ALL),) if kind is ListKind.DACL else ()
    return (acl or Acl()).with_aces(aces)


def place_for(aces: Sequence[Ace], ace: Ace) -> int:
    """Where a new entry goes: a Deny in front, any other behind the explicit entries."""
    if ace.is_deny:
        return 0
    return next((number for number, present in enumerate(aces) if present.is_inherited), len(aces))


def with_added(acl: Acl, ace: Ace, at: int | None = None) -> Acl:
    """The list with one more entry, at ``at`` or where it belongs."""
    number = place_for(acl.aces, ace) if at is None else at
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
