from dataclasses import replace

import pytest

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import EditStep, PendingChange, PendingChangeMisfitError
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.text import english
from gatepost.models.endpoints.pending_changes import NOT_VALID, PendingChanges, UnreadableText
from gatepost.security import NETWORK, NO_ACCOUNTS, AccessMask, Ace, SddlError
from tests.models.documents import endpoint, snapshot

DENY = Ace.deny(NETWORK, AccessMask.GENERIC_ALL)
TEST, OTHER = endpoint("Test"), endpoint("Other")


@pytest.fixture
def pending_changes(qapp):
    made = PendingChanges()
    made.set_snapshot(snapshot(TEST, OTHER))
    return made


def add_deny(pending_changes, name="Test"):
    step = permission_edits.add_entry(pending_changes.configuration(name), EntryList(), DENY, NO_ACCOUNTS)
    pending_changes.edit(step)


def test_a_step_makes_a_pending_change_and_undo_gives_the_host_s_own_back(pending_changes, qtbot):
    with qtbot.waitSignal(pending_changes.changed):
        add_deny(pending_changes)
    assert pending_changes.pending_names == ("Test",)
    assert pending_changes.undo_stack.undo_label == "Add a Deny for NETWORK to Test"
    assert pending_changes.configuration("Test").sddl == "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    assert pending_changes.configuration("Other") is OTHER
    edited = pending_changes.configuration("Test")
    pending_changes.undo()
    assert not pending_changes.has_pending
    assert pending_changes.configuration("Test") is TEST
    pending_changes.redo()
    assert pending_changes.configuration("Test").document == edited.document


def test_a_step_that_changes_nothing_is_none(pending_changes):
    pending_changes.edit(EditStep(english("Nothing")))
    pending_changes.edit(EditStep(english("The same")))
    add_deny(pending_changes)
    pending_changes.edit(EditStep(english("Again"), (PendingChange(TEST, pending_changes.configuration("Test")),)))
    pending_changes.undo()
    assert pending_changes.undo_stack.undo_label == ""


def test_a_change_that_does_not_fit_is_not_dropped_in_silence(pending_changes):
    before = endpoint("Test", "D:P(A;;GX;;;RM)")
    two = PendingChange(before, replace(before, security_nodes=2 * before.security_nodes))
    refused = pending_changes.edit(EditStep(english("Two"), (two,)))
    assert [each.name for each in refused] == ["Test"]
    assert not pending_changes.has_pending


def test_typing_is_one_step(pending_changes):
    for text in ("O:NSG:BAD:P", "O:NSG:BAD:P(A;;GX;;;RM)", "O:NSG:BAD:P(A;;GX;;;IU)"):
        step = permission_edits.set_sddl(pending_changes.configuration("Test"), 0, text)
        pending_changes.edit(step, merge_key="Test 0")
    pending_changes.undo()
    assert pending_changes.undo_stack.undo_label == ""
    assert pending_changes.configuration("Test") is TEST
    pending_changes.redo()
    assert pending_changes.configuration("Test").sddl == "O:NSG:BAD:P(A;;GX;;;IU)"


def test_discard_is_a_step_too(pending_changes):
    add_deny(pending_changes)
    add_deny(pending_changes, "Other")
    pending_changes.discard("Discard all", pending_changes.pending_names)
    assert not pending_changes.has_pending
    pending_changes.undo()
    assert pending_changes.pending_names == ("Test", "Other")


def test_another_reading_keeps_the_pending_changes(pending_changes):
    add_deny(pending_changes)
    disabled = TEST.with_enabled(enabled=False)
    pending_changes.set_snapshot(snapshot(disabled, OTHER))
    assert not pending_changes.conflicts
    assert pending_changes.pending_changes[0].original is disabled
    assert not pending_changes.configuration("Test").enabled
    pending_changes.undo()
    assert pending_changes.configuration("Test") is disabled


def test_a_host_that_changed_under_a_pending_change_is_a_conflict(pending_changes):
    add_deny(pending_changes)
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    pending_changes.set_snapshot(snapshot(theirs, OTHER))
    assert dict(pending_changes.conflicts) == {"Test": theirs}
    order = pending_changes.planner(None)()
    assert order.effective == ()
    assert [s.name for s in order.skipped] == ["Test"]
    pending_changes.keep("Test")
    assert not pending_changes.conflicts
    (change,) = pending_changes.planner(None)().effective
    assert change.before is theirs
    assert change.after.sddl == "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    pending_changes.undo()
    assert pending_changes.configuration("Test") is theirs


@pytest.mark.parametrize("again", ["redo", "undo"])
def test_a_pending_change_that_comes_back_tells_what_the_host_has_changed_meanwhile(pending_changes, again):
    add_deny(pending_changes)
    if again == "redo":
        pending_changes.undo()
    else:
        pending_changes.discard("Discard", ("Test",))
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    pending_changes.set_snapshot(snapshot(theirs, OTHER))
    getattr(pending_changes, again)()
    assert dict(pending_changes.conflicts) == {"Test": theirs}
    assert pending_changes.planner(None)().effective == ()


def test_an_edit_that_came_to_nothing_does_not_take_back_what_the_host_changes_later(pending_changes):
    add_deny(pending_changes)
    pending_changes.edit(EditStep(english("And back"), (PendingChange(pending_changes.configuration("Test"), TEST),)))
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    pending_changes.set_snapshot(snapshot(theirs, OTHER))
    add_deny(pending_changes, "Other")
    assert pending_changes.pending_names == ("Other",)
    assert pending_changes.configuration("Test") is theirs


def test_an_endpoint_that_is_gone_keeps_its_pending_change_until_it_is_discarded(pending_changes):
    add_deny(pending_changes)
    pending_changes.set_snapshot(snapshot(OTHER))
    assert dict(pending_changes.conflicts) == {"Test": None}
    (skipped,) = pending_changes.planner(None)().skipped
    assert "was removed from the host" in str(skipped.reason)
    with pytest.raises(PendingChangeMisfitError):
        pending_changes.keep("Test")
    pending_changes.discard("Discard", ("Test",))
    assert not pending_changes.conflicts
    assert not pending_changes.has_pending
    pending_changes.undo()  # there is nothing to put it on any more
    assert not pending_changes.has_pending


def test_what_has_been_applied_is_not_pending_however_the_host_writes_it(pending_changes):
    add_deny(pending_changes)
    add_deny(pending_changes, "Other")
    pending_changes.set_snapshot(snapshot(endpoint("Test", "D:P(D;;GA;;;S-1-5-2)(A;;GA;;;BA)"), OTHER))
    assert pending_changes.pending_names == ("Other",)
    assert pending_changes.undo_stack.undo_label == ""


def test_somebody_else_made_the_same_change(pending_changes):
    add_deny(pending_changes)
    pending_changes.set_snapshot(snapshot(endpoint("Test", "D:P(D;;GA;;;S-1-5-2)(A;;GA;;;BA)"), OTHER))
    assert not pending_changes.has_pending
    add_deny(pending_changes, "Other")
    assert pending_changes.pending_names == ("Other",)


def test_text_that_cannot_be_read_yet_is_pending_too(pending_changes):
    pending_changes.unreadable_text["Test", 0] = UnreadableText("D:(A;;Q", NOT_VALID)
    assert pending_changes.has_pending
    assert pending_changes.pending_or_typing == ("Test",)
    assert pending_changes.pending_names == ()
    pending_changes.discard("Discard", pending_changes.pending_or_typing)
    assert not pending_changes.has_pending
    assert pending_changes.undo_stack.undo_label == ""


def test_text_that_could_not_be_read_stays_where_what_replaces_it_is_not_taken(pending_changes):
    pending_changes.unreadable_text["Test", 0] = UnreadableText("D:(A;;Q", NOT_VALID)
    with pytest.raises(SddlError), pending_changes.forgetting_unreadable(("Test", 0)):
        raise SddlError("the configuration would be too large")
    assert pending_changes.unreadable_text == {("Test", 0): UnreadableText("D:(A;;Q", NOT_VALID)}


def test_a_pending_change_is_not_applied_while_the_user_sees_other_text(pending_changes):
    add_deny(pending_changes)
    add_deny(pending_changes, "Other")
    pending_changes.unreadable_text["Test", 0] = UnreadableText("D:(A;;Q", NOT_VALID)
    order = pending_changes.planner(None)()
    assert [change.name for change in order.effective] == ["Other"]
    assert [skipped.name for skipped in order.skipped] == ["Test"]
    del pending_changes.unreadable_text["Test", 0]
    assert len(pending_changes.planner(None)().effective) == 2
