from __future__ import annotations

import pytest
from hypothesis import given

from gatepost.security import NETWORK, Acl, ChangeKind, SecurityDescriptor, add_deny, difference
from gatepost.security.edit.difference import compare_acls
from tests.security.strategies import acls, descriptors

ADDED, REMOVED, CHANGED, MOVED = ChangeKind


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("D:(A;;GA;;;BA)", "D:(D;;GA;;;NU)(A;;GA;;;BA)", [(ADDED, None, 0)]),
        ("D:(D;;GA;;;NU)(A;;GA;;;BA)", "D:(A;;GA;;;BA)", [(REMOVED, 0, None)]),
        ("D:(A;;GA;;;BA)(A;;GR;;;IU)", "D:(A;;GA;;;BA)(A;;GX;;;IU)", [(CHANGED, 1, 1)]),
        ("D:(A;;GA;;;IU)", "D:(D;;GA;;;IU)", [(REMOVED, 0, None), (ADDED, None, 0)]),
        ("D:(A;;GA;;;BA)(A;;GA;;;IU)(A;;GA;;;RM)", "D:(A;;GA;;;RM)(A;;GA;;;BA)(A;;GA;;;IU)", [(MOVED, 2, 0)]),
        ("D:(A;;GA;;;BA)(A;;GA;;;BA)", "D:(A;;GA;;;BA)", [(REMOVED, 1, None)]),
        ("D:(A;;GA;;;BA)", "D:(A;;0x10000000;;;S-1-5-32-544)", []),
    ],
)
def test_entries(before: str, after: str, changes: list[tuple[ChangeKind, int | None, int | None]]) -> None:
    found = difference(
        SecurityDescriptor.from_sddl(before, strict=True), SecurityDescriptor.from_sddl(after, strict=True)
    )
    assert [(change.kind, change.position_before, change.position_after) for change in found.dacl] == changes
    assert bool(found) is bool(changes)


def test_settings() -> None:
    before = SecurityDescriptor.from_sddl("O:BAG:BAD:P(A;;GA;;;BA)S:P", strict=True)
    after = SecurityDescriptor.from_sddl("O:SYG:BAD:(A;;GA;;;BA)", strict=True)
    assert difference(before, after).flags == ("owner", "DACL", "SACL")
    assert difference(SecurityDescriptor.from_sddl("D:", strict=True), SecurityDescriptor()).flags == ("DACL",)


@given(descriptors)
def test_nothing_changed(sd: SecurityDescriptor) -> None:
    assert not difference(sd, SecurityDescriptor.from_bytes(sd.to_bytes()))


@given(acls, acls)
def test_every_entry_is_accounted_for(before: Acl, after: Acl) -> None:
    changes = compare_acls(before, after)
    gone = {change.position_before for change in changes} - {None}
    come = {change.position_after for change in changes} - {None}
    stayed_before = [ace for index, ace in enumerate(before.aces) if index not in gone]
    stayed_after = [ace for index, ace in enumerate(after.aces) if index not in come]
    assert stayed_before == stayed_after


@given(descriptors)
def test_an_added_deny_is_the_whole_difference(sd: SecurityDescriptor) -> None:
    if sd.dacl is None or sd.dacl.is_null or any(ace.sid == NETWORK for ace in sd.dacl.aces):
        return
    (change,) = difference(sd, add_deny(sd, NETWORK, 1)).dacl
    assert (change.kind, change.position_after) == (ADDED, 0)
