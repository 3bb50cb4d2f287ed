"""Simulation of .NET's CommonAcl for the DACL of a leaf object: clean, check, sort, merge ([MS-DTYP] has none of this).

Seen in Microsoft's own source (ACL.cs). The flaws are part of it: the sort is unstable and compares sub-authorities as
signed numbers, and the merge goes over the list once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from gatepost.security.ace import Ace
from gatepost.security.ace_types import OBJECT_TYPES, AceFlags, AceType
from gatepost.security.mask import AccessMask
from gatepost.security.step_budget import StepBudget

_INHERITANCE = (
    AceFlags.OBJECT_INHERIT | AceFlags.CONTAINER_INHERIT | AceFlags.NO_PROPAGATE_INHERIT | AceFlags.INHERIT_ONLY
)
_AUDIT = AceFlags.SUCCESSFUL_ACCESS | AceFlags.FAILED_ACCESS
_LAST_QUALIFIED = AceType.SYSTEM_ALARM_CALLBACK_OBJECT
_OTHER_FIRST = 0xFFFF
_INHERITED_FIRST = 2 * 0xFFFF
# The rights that an object type narrows down: create and delete child, self, read and write property, control access.
_TYPED_RIGHTS = 0x13B
_FARTHEST = 0x7FFFFFFF  # that a signed number of 32 bits can say


def is_qualified(ace: Ace) -> bool:
    """Whether .NET sees a QualifiedAce: allow, deny, audit or alarm, plain, object or callback."""
    return ace.type <= _LAST_QUALIFIED


def clean(aces: Sequence[Ace]) -> list[Ace]:
    """Drop and strip what has no meaning for a leaf object: always done, whatever the order."""
    cleaned = []
    for ace in aces:
        if ace.flags & AceFlags.INHERIT_ONLY or (
            is_qualified(ace) and not (ace.mask and (ace.is_allow or ace.is_deny))
        ):
            continue
        flags = ace.flags & ~(_INHERITANCE | _AUDIT)
        cleaned.append(ace if flags == ace.flags else replace(ace, flags=flags))
    return cleaned


def is_canonical(aces: Sequence[Ace]) -> bool:
    """Whether explicit entries stand before inherited ones, and explicit denies before explicit allows."""
    stage = 0
    for ace in aces:
        if ace.is_inherited:
            stage = 2
            continue
        here = 1 if ace.is_allow else 0
        if not is_qualified(ace) or here < stage:
            return False
        stage = here
    return True


def _priority(ace: Ace, index: int) -> int:
    if ace.is_inherited:
        return _INHERITED_FIRST + index
    if is_qualified(ace):
        return (0 if ace.is_deny else 2) + (ace.type in OBJECT_TYPES)
    return _OTHER_FIRST + index


# Priority, then authority, count and sub-authorities of the SID; () for an entry that has a priority of its own.
_Key = tuple[int, tuple[int, ...]]


def _key(ace: Ace, index: int) -> _Key:
    if not is_qualified(ace):
        return _priority(ace, index), ()  # .NET does not know where its SID stands
    sid = ace.sid
    subs = sid.sub_authorities
    if sid.alias is not None:
        # The domain is not known here; its accounts sort where S-1-5-21-0-0-0-x would.
        subs = (21, 0, 0, 0, subs[-1])
    return _priority(ace, index), (sid.authority, len(subs), *subs)


def _is_less(left: _Key, right: _Key) -> bool:
    """Whether .NET sorts ``left`` before ``right``. Its ``int difference = a - b`` of two sub-authorities wraps around."""
    if left[0] != right[0]:
        return left[0] < right[0]
    for position, (a, b) in enumerate(zip(left[1], right[1], strict=False)):
        if a != b:
            return a < b if position < 2 else bool((a - b) & 0x80000000)
    return False


def _wraps_around(keys: Sequence[_Key]) -> bool:
    """Whether two sub-authorities are so far apart that the comparison is not an order."""
    # Where every number fits into 31 bits, no two can be.
    if max([max(sid, default=0) for _, sid in keys], default=0) <= _FARTHEST:
        return False
    columns = zip_longest(*[sid for _, sid in keys if sid], fillvalue=0)
    return any(max(column) - min(column) > _FARTHEST for column in columns)


def sort(aces: Sequence[Ace]) -> list[Ace]:
    """The hand-written quicksort of ACL.cs: first element as pivot, equal keys may change places.

    Raises:
        TooComplexError: an order, with equal keys in it, for which that sort takes quadratic time.
    """
    keys = [_key(ace, index) for index, ace in enumerate(aces)]
    if _wraps_around(keys):
        return _quicksort(keys, aces, _is_less)
    if keys == sorted(keys):
        return list(aces)  # what the quicksort would do too, in quadratic time
    if len(set(keys)) == len(keys):
        return [ace for _, ace in sorted(zip(keys, aces, strict=True), key=operator.itemgetter(0))]
    return _quicksort(keys, aces, operator.lt)


def _quicksort(keys: Sequence[_Key], aces: Sequence[Ace], less: Callable[[_Key, _Key], bool]) -> list[Ace]:
    items = list(zip(keys, aces, strict=True))
    pending = [(0, len(items) - 1)]
    budget = StepBudget()
    while pending:
        first, last = pending.pop()
        if first < last:
            budget.spend(last - first)
            middle = _partition(items, first, last, less)
            pending += [(middle + 1, last), (first, middle - 1)]
    return [ace for _, ace in items]


def _partition(items: list[tuple[_Key, Ace]], left: int, right: int, less: Callable[[_Key, _Key], bool]) -> int:
    pivot = items[left]
    key = pivot[0]
    while left < right:
        while left < right and not less(items[right][0], key):
            right -= 1
        if left != right:
            items[left] = items[right]
            left += 1
        while left < right and not less(key, items[left][0]):
            left += 1
        if left != right:
            items[right] = items[left]
            right -= 1
    items[left] = pivot
    return left


def compact(aces: Sequence[Ace]) -> list[Ace]:
    """Merge neighbors in one pass; after a merge the pass goes on behind the pair, so runs merge in twos."""
    merged = list(aces)
    index = 0
    while index < len(merged) - 1:
        both = merge(merged[index], merged[index + 1])
        if both is not None:
            merged[index : index + 2] = [both]
        index += 1
    return merged


def merge(first: Ace, second: Ace) -> Ace | None:
    """One entry that says what two say, by .NET's rules; None where they do not merge. ``clean`` has gone over both."""
    if not (is_qualified(first) and is_qualified(second)) or first.type is not second.type:
        return None
    if first.is_inherited or second.is_inherited or first.sid != second.sid or _opaque(first) != _opaque(second):
        return None
    if first.flags == second.flags and _types_allow(first, second):
        return replace(first, mask=AccessMask(first.mask | second.mask))
    if first.mask != second.mask or not _same_types(first, second):
        return None
    return replace(first, flags=first.flags | second.flags & _AUDIT)


def _opaque(ace: Ace) -> object:
    return ace.key()[-1]


def _same_types(first: Ace, second: Ace) -> bool:
    mine = (first.object_type, first.inherited_object_type)
    return mine == (second.object_type, second.inherited_object_type)


def _types_allow(first: Ace, second: Ace) -> bool:
    if first.inherited_object_type != second.inherited_object_type:
        return False
    typed = second.mask & _TYPED_RIGHTS
    return first.object_type == second.object_type or (first.object_type is None and first.mask & typed == typed)
