import pytest

from gatepost.endpoints.changes import edit
from gatepost.endpoints.changes.draft import DraftMisfitError
from gatepost.endpoints.changes.edit import EntryList
from gatepost.models.endpoints.drafts import Drafts
from gatepost.security import NETWORK, NO_ACCOUNTS, AccessMask, Ace
from tests.models.documents import endpoint, snapshot

DENY = Ace.deny(NETWORK, AccessMask.GENERIC_ALL)
TEST, OTHER = endpoint("Test"), endpoint("Other")


@pytest.fixture
def drafts(qapp):
    made = Drafts()
    made.set_snapshot(snapshot(TEST, OTHER))
    return made


def add_deny(drafts, name="Test"):
    step = edit.add_entry(drafts.configuration(name), EntryList(), DENY, NO_ACCOUNTS)
    drafts.edit(str(step.label), step.edited)


def test_a_step_makes_a_draft_and_undo_gives_the_host_s_own_back(drafts, qtbot):
    with qtbot.waitSignal(drafts.changed):
        add_deny(drafts)
    assert drafts.drafted == ("Test",)
    assert drafts.history.undo_label == "Add a Deny for NETWORK to Test"
    assert drafts.configuration("Test").sddl == "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    assert drafts.configuration("Other") is OTHER
    edited = drafts.configuration("Test")
    drafts.undo()
    assert not drafts.has_pending
    assert drafts.configuration("Test") is TEST
    drafts.redo()
    assert drafts.configuration("Test").document == edited.document


def test_a_step_that_changes_nothing_is_none(drafts):
    drafts.edit("Nothing", ())
    drafts.edit("The same", ())
    add_deny(drafts)
    drafts.edit("Again", (drafts.configuration("Test"),))
    drafts.undo()
    assert drafts.history.undo_label == ""


def test_typing_is_one_step(drafts):
    for text in ("O:NSG:BAD:P", "O:NSG:BAD:P(A;;GX;;;RM)", "O:NSG:BAD:P(A;;GX;;;IU)"):
        step = edit.set_sddl(drafts.configuration("Test"), 0, text)
        drafts.edit(str(step.label), step.edited, merge_key="Test 0")
    drafts.undo()
    assert drafts.history.undo_label == ""
    assert drafts.configuration("Test") is TEST
    drafts.redo()
    assert drafts.configuration("Test").sddl == "O:NSG:BAD:P(A;;GX;;;IU)"


def test_discard_is_a_step_too(drafts):
    add_deny(drafts)
    add_deny(drafts, "Other")
    drafts.discard("Discard all", drafts.drafted)
    assert not drafts.has_pending
    drafts.undo()
    assert drafts.drafted == ("Test", "Other")


def test_another_reading_keeps_the_drafts(drafts):
    add_deny(drafts)
    disabled = TEST.with_enabled(enabled=False)
    drafts.set_snapshot(snapshot(disabled, OTHER))
    assert not drafts.conflicts
    assert drafts.drafts[0].original is disabled
    assert not drafts.configuration("Test").enabled
    drafts.undo()
    assert drafts.configuration("Test") is disabled


def test_the_host_has_changed_it_under_the_draft(drafts):
    add_deny(drafts)
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    drafts.set_snapshot(snapshot(theirs, OTHER))
    assert dict(drafts.conflicts) == {"Test": theirs}
    order = drafts.planner(None)()
    assert order.effective == ()
    assert [s.name for s in order.skipped] == ["Test"]
    drafts.keep("Test")
    assert not drafts.conflicts
    (change,) = drafts.planner(None)().effective
    assert change.before is theirs
    assert change.after.sddl == "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"
    drafts.undo()
    assert drafts.configuration("Test") is theirs


@pytest.mark.parametrize("again", ["redo", "undo"])
def test_a_draft_that_comes_back_tells_of_what_the_host_has_changed_meanwhile(drafts, again):
    add_deny(drafts)
    if again == "redo":
        drafts.undo()
    else:
        drafts.discard("Discard", ("Test",))
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    drafts.set_snapshot(snapshot(theirs, OTHER))
    getattr(drafts, again)()
    assert dict(drafts.conflicts) == {"Test": theirs}
    assert drafts.planner(None)().effective == ()


def test_an_edit_that_came_to_nothing_does_not_take_back_what_the_host_changes_later(drafts):
    add_deny(drafts)
    drafts.edit("And back", (TEST,))
    theirs = endpoint("Test", "D:P(A;;GX;;;RM)")
    drafts.set_snapshot(snapshot(theirs, OTHER))
    add_deny(drafts, "Other")
    assert drafts.drafted == ("Other",)
    assert drafts.configuration("Test") is theirs


def test_an_endpoint_that_is_gone_keeps_its_draft_until_it_is_discarded(drafts):
    add_deny(drafts)
    drafts.set_snapshot(snapshot(OTHER))
    assert dict(drafts.conflicts) == {"Test": None}
    (skipped,) = drafts.planner(None)().skipped
    assert "was removed from the host" in str(skipped.reason)
    with pytest.raises(DraftMisfitError):
        drafts.keep("Test")
    drafts.discard("Discard", ("Test",))
    assert not drafts.conflicts
    assert not drafts.has_pending
    drafts.undo()  # there is nothing to put it on any more
    assert not drafts.has_pending


def test_what_has_been_sent_is_no_draft_however_the_host_writes_it(drafts):
    add_deny(drafts)
    add_deny(drafts, "Other")
    drafts.set_snapshot(snapshot(endpoint("Test", "D:P(D;;GA;;;S-1-5-2)(A;;GA;;;BA)"), OTHER))
    assert drafts.drafted == ("Other",)
    assert drafts.history.undo_label == ""


def test_somebody_else_made_the_same_change(drafts):
    add_deny(drafts)
    drafts.set_snapshot(snapshot(endpoint("Test", "D:P(D;;GA;;;S-1-5-2)(A;;GA;;;BA)"), OTHER))
    assert not drafts.has_pending
    add_deny(drafts, "Other")
    assert drafts.drafted == ("Other",)


def test_text_that_cannot_be_read_yet_is_pending_too(drafts):
    drafts.unreadable_text["Test", 0] = "D:(A;;Q"
    assert drafts.has_pending
    assert drafts.drafted_or_typing == ("Test",)
    assert drafts.drafted == ()
    drafts.discard("Discard", drafts.drafted_or_typing)
    assert not drafts.has_pending
    assert drafts.history.undo_label == ""


def test_a_draft_is_not_sent_while_other_text_stands_before_the_user(drafts):
    add_deny(drafts)
    add_deny(drafts, "Other")
    drafts.unreadable_text["Test", 0] = "D:(A;;Q"
    order = drafts.planner(None)()
    assert [change.name for change in order.effective] == ["Other"]
    assert [skipped.name for skipped in order.skipped] == ["Test"]
    del drafts.unreadable_text["Test", 0]
    assert len(drafts.planner(None)().effective) == 2
