import re

import pytest

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import (
    PendingChange,
    PendingChangeMisfitError,
    pending_change_set,
    with_sddls,
)
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.change_set import ActionKind
from gatepost.security import ADMINISTRATORS, INTERACTIVE, NETWORK, AccessMask, Accounts, Ace, SddlError, Sid
from gatepost.security.edit.entries import ListKind
from tests.endpoints.documents import (
    NO_SECURITY,
    ROOT_SDDL,
    USER01,
    configuration,
    dacls,
    document,
    on_host,
    snapshot,
    with_text,
)

GA, GX = AccessMask.GENERIC_ALL, AccessMask.GENERIC_EXECUTE
DACL, SACL = EntryList(), EntryList(0, ListKind.SACL)
ACCOUNTS = Accounts({USER01: r"DOMAIN01\User01"})
USER = Sid.parse(USER01)
BARE = SessionConfiguration.from_xml(document("Bare", NO_SECURITY))


def only(step):
    (after,) = step.edited
    return after


def test_each_step_says_what_it_does_and_touches_one_list():
    test = configuration("P(A;;GA;;;BA)", name="Test")
    step = permission_edits.add_entry(test, DACL, Ace.deny(NETWORK, GA), ACCOUNTS)
    assert str(step.label) == "Add a Deny for NETWORK to Test"
    assert dacls(only(step)) == ["P(D;;GA;;;NU)(A;;GA;;;BA)"]
    assert (
        str(permission_edits.add_entry(test, DACL, Ace.allow(USER, GX), ACCOUNTS).label)
        == r"Add an Allow for DOMAIN01\User01 to Test"
    )
    assert (
        str(permission_edits.duplicate_entry(test, SACL, 0, ACCOUNTS).label)
        == "Duplicate the entry for Everyone in Test"
    )
    assert only(permission_edits.duplicate_entry(test, SACL, 0, ACCOUNTS)).sddl.count("(AU;FA;GA;;;WD)") == 2
    assert (
        str(permission_edits.remove_entries(test, DACL, {0}, ACCOUNTS).label)
        == "Remove the entry for Administrators from Test"
    )
    assert dacls(only(permission_edits.remove_entries(test, DACL, {0}, ACCOUNTS))) == ["P"]
    assert (
        str(permission_edits.set_owner(test, 0, ADMINISTRATORS, ACCOUNTS).label)
        == "Set the owner of Test to Administrators"
    )
    assert only(permission_edits.set_owner(test, 0, ADMINISTRATORS, ACCOUNTS)).sddl.startswith("O:BAG:BAD:P(")
    assert only(permission_edits.set_group(test, 0, NETWORK, ACCOUNTS)).sddl.startswith("O:NSG:NUD:P(")


def test_what_changes_nothing_is_no_edit():
    test = configuration("P(A;;GA;;;BA)")
    assert permission_edits.change_entry(test, DACL, 0, Ace.allow(ADMINISTRATORS, GA), ACCOUNTS).edited == ()
    assert permission_edits.sort_entries(test, DACL).edited == ()
    assert permission_edits.use_root_sddl(BARE).edited == ()


def test_only_the_descriptor_that_is_meant_changes():
    two = configuration("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(D;;GA;;;NU)")
    second = EntryList(1)
    assert dacls(only(permission_edits.move_entry(two, second, 1, 0, ACCOUNTS))) == [
        "P(A;;GA;;;BA)",
        "P(D;;GA;;;NU)(A;;GA;;;BA)",
    ]
    assert (
        only(permission_edits.sort_entries(two, second)).sddl
        == only(permission_edits.move_entry(two, second, 1, 0, ACCOUNTS)).sddl
    )


def test_text_replaces_a_descriptor_that_cannot_be_read():
    broken = with_text("D:(what")
    with pytest.raises(SddlError):
        permission_edits.add_entry(broken, DACL, Ace.deny(NETWORK, GA), ACCOUNTS)
    assert only(permission_edits.set_sddl(broken, 0, "O:NSG:BAD:P")).sddl == "O:NSG:BAD:P"
    with pytest.raises(SddlError):
        permission_edits.set_sddl(broken, 0, "D:(still")


def test_its_own_descriptor_can_be_taken_away_and_given():
    test = configuration("P(A;;GA;;;BA)")
    bare = only(permission_edits.use_root_sddl(test))
    assert bare.security_nodes == ()
    assert bare.bare_resources == test.resource_uris
    assert b"<Capability" in bare.document
    assert b"<Security" not in bare.document
    own = only(permission_edits.own_descriptor(BARE, ROOT_SDDL))
    assert own.sddls == (ROOT_SDDL,)


def test_grant_for_many_gives_one_without_a_descriptor_a_copy_of_root_sddl():
    many = [configuration("P(A;;GA;;;BA)", name="A"), configuration("P(A;;GA;;;BA)(A;;GX;;;IU)", name="B"), BARE]
    step = apply_rights_action(RightsAction.GRANT, map(on_host, many), INTERACTIVE, GX, ACCOUNTS)
    assert str(step.label) == "Grant rights to INTERACTIVE on 3 endpoints"
    assert [c.name for c in step.edited] == ["A", "Bare"]
    assert step.edited[1].sddl == ROOT_SDDL.replace("(A;;GR;;;IU)", "(A;;GXGR;;;IU)")
    deny = apply_rights_action(RightsAction.DENY, map(on_host, many[:1]), NETWORK, GA, ACCOUNTS)
    assert (str(deny.label), dacls(only(deny))) == ("Deny rights to NETWORK on A", ["P(D;;GA;;;NU)(A;;GA;;;BA)"])
    revoke = apply_rights_action(RightsAction.REVOKE, map(on_host, many), ADMINISTRATORS, GX, ACCOUNTS)
    assert [dacls(c)[0] for c in revoke.edited[:2]] == ["P(A;;GWGR;;;BA)", "P(A;;GWGR;;;BA)(A;;GX;;;IU)"]
    gone = apply_rights_action(RightsAction.REMOVE, map(on_host, many[:2]), INTERACTIVE, 0, ACCOUNTS)
    assert [c.name for c in gone.edited] == ["B"]


def test_one_without_a_descriptor_gets_none_where_its_copy_would_be_root_sddl_itself():
    assert apply_rights_action(RightsAction.REMOVE, [on_host(BARE)], USER, 0, ACCOUNTS).edited == ()


def test_what_cannot_be_read_is_refused_with_the_reason_and_the_others_go_on():
    step = apply_rights_action(
        RightsAction.GRANT, map(on_host, [with_text("D:(what"), configuration("P", name="B")]), USER, GX, ACCOUNTS
    )
    assert [c.name for c in step.edited] == ["B"]
    assert [s.name for s in step.refused] == ["Test"]
    assert "can't be read" in str(step.refused[0].reason)


def test_without_a_known_root_sddl_nothing_is_made_of_it():
    step = apply_rights_action(RightsAction.DENY, [Endpoint(BARE, "")], NETWORK, GA, ACCOUNTS)
    assert step.edited == ()
    assert "RootSDDL is not known" in str(step.refused[0].reason)


def test_the_change_set_holds_the_pending_changes_that_differ():
    test, other = configuration("P(A;;GA;;;BA)", name="Test"), configuration("P", name="Other")
    pending_change = PendingChange(test, only(permission_edits.add_entry(test, DACL, Ace.deny(NETWORK, GA), ACCOUNTS)))
    order = pending_change_set(snapshot(test, other), [pending_change, PendingChange(other, other)])
    assert order.action is ActionKind.PERMISSIONS
    assert str(order.verb) == "Change permissions of Test"
    assert [c.name for c in order.effective] == ["Test"]
    assert order.powershell.splitlines()[1] == (
        f"Set-PSSessionConfiguration -Name 'Test' -SecurityDescriptorSddl '{pending_change.edited.sddl}' -Force"
    )
    bare = PendingChange(test, only(permission_edits.use_root_sddl(test)))
    assert "no cmdlet removes" in pending_change_set(snapshot(test, other), [bare]).powershell


def test_descriptors_fit_the_resources_of_the_endpoint_or_are_refused():
    one = configuration("P")
    assert with_sddls(one, one.sddls) is one
    assert with_sddls(one, ()).security_nodes == ()
    assert with_sddls(BARE, ("O:NSG:BAD:P",)).sddls == ("O:NSG:BAD:P",)
    two = configuration("P(A;;GA;;;BA)", "P(D;;GA;;;NU)")
    given = only(permission_edits.own_descriptor(only(permission_edits.use_root_sddl(two)), "O:NSG:BAD:P"))
    assert with_sddls(two, given.sddls).document == given.document  # one descriptor in the place of two
    with pytest.raises(PendingChangeMisfitError):
        with_sddls(one, ("a", "b"))


def test_a_change_that_does_not_fit_is_refused_with_the_reason():
    test, other = configuration("P(A;;GA;;;BA)", name="Test"), configuration("P(A;;GA;;;BA)", name="Other")
    resource = re.search(rb"<Resource .*</Resource>", test.document, re.DOTALL)[0]
    now = SessionConfiguration.from_xml(test.document.replace(resource, resource + resource.replace(b"/Test", b"/Two")))
    step = apply_rights_action(RightsAction.GRANT, map(on_host, (test, other)), INTERACTIVE, GX, ACCOUNTS)
    put_on = step.on({"Test": now, "Other": other})
    assert put_on.changes == step.changes[1:]
    assert [(each.name, str(each.reason)) for each in put_on.refused] == [
        ("Test", "The endpoint's structure changed on the host, so it isn't edited.")
    ]
