import pytest
from hypothesis import given

from gatepost.security import ADMINISTRATORS, NETWORK, AccessMask, Ace, SecurityDescriptor
from gatepost.security.edit import entries as edit
from gatepost.security.edit.entries import ListKind
from gatepost.security.edit.windows_cmdlets import is_canonical_for_windows
from tests.security.strategies import texts

GA = AccessMask.GENERIC_ALL
STOCK = "O:NSG:BAD:P(A;;GA;;;BA)(A;ID;GX;;;RM)S:P(AU;FA;GA;;;WD)(AU;SA;GWGX;;;WD)"


def read(text):
    return SecurityDescriptor.from_sddl(text)


def edited(text, change, kind=ListKind.DACL):
    sd = read(text)
    return kind.put(sd, change(edit.with_implied_entries(kind.of(sd), kind))).to_sddl()


@pytest.mark.parametrize(
    ("change", "dacl"),
    [
        (lambda acl: edit.with_added(acl, Ace.deny(NETWORK, GA)), "P(D;;GA;;;NU)(A;;GA;;;BA)(A;ID;GX;;;RM)"),
        (lambda acl: edit.with_added(acl, Ace.allow(NETWORK, GA)), "P(A;;GA;;;BA)(A;;GA;;;NU)(A;ID;GX;;;RM)"),
        (lambda acl: edit.with_added(acl, acl.aces[0], 1), "P(A;;GA;;;BA)(A;;GA;;;BA)(A;ID;GX;;;RM)"),
        (lambda acl: edit.with_changed(acl, 0, Ace.allow(NETWORK, GA)), "P(A;;GA;;;NU)(A;ID;GX;;;RM)"),
        (lambda acl: edit.without(acl, {0, 1}), "P"),
        (lambda acl: edit.with_moved(acl, 1, 0), "P(A;ID;GX;;;RM)(A;;GA;;;BA)"),
    ],
)
def test_an_edit_of_the_dacl_leaves_the_rest_byte_for_byte(change, dacl):
    assert edited(STOCK, change) == f"O:NSG:BAD:{dacl}S:P(AU;FA;GA;;;WD)(AU;SA;GWGX;;;WD)"


def test_what_is_not_touched_keeps_the_form_it_was_written_in():
    odd = "O:NSG:BAD:AIP( A;;0x10000000;;;S-1-5-32-544)(a;;gx;;; iu)S:P(AU;SA;GWGX;;;WD)"
    added = edited(odd, lambda acl: edit.with_added(acl, Ace.deny(NETWORK, GA)))
    assert added == odd.replace("D:AIP", "D:AIP(D;;GA;;;NU)")
    assert edited(added, lambda acl: edit.without(acl, {0})) == odd
    assert edited(odd, lambda acl: edit.with_changed(acl, 0, Ace.allow(ADMINISTRATORS, GA))) == odd
    assert edited(odd, lambda acl: edit.without(acl, {0}), ListKind.SACL) == odd.replace("(AU;SA;GWGX;;;WD)", "")


def test_owner_and_group_are_set_alone():
    sd = read(" O:NS G:BA D:P(a;;GA;;;BA) ")
    assert sd.with_owner(ADMINISTRATORS).to_sddl() == " O:BA G:BA D:P(a;;GA;;;BA) ".replace(" O:BA ", " O:BA")
    assert read("D:P").with_owner(ADMINISTRATORS).with_group(NETWORK).to_sddl() == "O:BAG:NUD:P"
    assert read("O:BAD:P").with_owner(None).to_sddl() == "D:P"
    assert read("O:S-1-5-32-544").with_dacl(read("D:P").dacl).with_sacl(read("S:P").sacl).to_sddl() == (
        "O:S-1-5-32-544D:PS:P"
    )


@pytest.mark.parametrize("text", ["O:BA", "O:BAD:NO_ACCESS_CONTROL", "O:BAD:PNO_ACCESS_CONTROL"])
def test_an_absent_or_null_dacl_is_said_as_allow_everyone_before_it_is_edited(text):
    after = read(edited(text, lambda acl: edit.with_added(acl, Ace.deny(NETWORK, GA))))
    assert [(a.is_deny, str(a.sid)) for a in after.dacl.aces] == [(True, "S-1-5-2"), (False, "S-1-1-0")]
    assert edit.with_implied_entries(read(text).sacl, ListKind.SACL).aces == ()


@given(texts)
def test_canonical_order_is_what_windows_calls_so_and_keeps_every_entry(text):
    sd = read(text)
    acl = edit.with_implied_entries(sd.dacl, ListKind.DACL)
    ordered = edit.sorted_canonically(acl, ListKind.DACL)
    assert sorted(a.source or "" for a in ordered.aces) == sorted(a.source or "" for a in acl.aces)
    assert is_canonical_for_windows(sd.with_dacl(ordered))
    assert edit.sorted_canonically(ordered, ListKind.DACL) is ordered
    if is_canonical_for_windows(sd):
        denies = [a for a in acl.aces if a.is_deny and not a.is_inherited]
        assert [a for a in ordered.aces if a.is_deny and not a.is_inherited] == denies


def test_entries_of_one_group_keep_their_order():
    text = "D:(A;ID;GA;;;BA)(A;;GX;;;RM)(D;;GX;;;IU)(A;;GA;;;BA)(D;;GA;;;NU)(D;ID;GA;;;BG)"
    ordered = edited(text, lambda acl: edit.sorted_canonically(acl, ListKind.DACL))
    assert ordered == "D:(D;;GX;;;IU)(D;;GA;;;NU)(A;;GX;;;RM)(A;;GA;;;BA)(A;ID;GA;;;BA)(D;ID;GA;;;BG)"
