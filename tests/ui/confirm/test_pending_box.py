"""An action that covers endpoints with pending changes says so, and does with them what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints.pending_changes import NOT_VALID, UnreadableText
from gatepost.models.endpoints.pending_plan import PendingChoice
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.enable_dialog import EnableDialog
from tests.ui.window_driver import WindowDriver

EDIT, DENY, THEIRS = "(A;;GX;;;RM)", "(D;;GA;;;NU)", "(A;;GX;;;IU)"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edited(reference_driver: WindowDriver) -> WindowDriver:
    """The reference page's host, with an entry added to Test and not applied."""
    held = reference_driver.session.snapshot.configuration("Test")
    before, sacl, after = held.sddl.partition("S:P")
    reference_driver.session.pending_changes.edit(set_sddl(held, 0, f"{before}{EDIT}{sacl}{after}"))
    return reference_driver


def pending_sddl(reference_driver: WindowDriver) -> str:
    return reference_driver.session.pending_changes.configuration("Test").sddl


def asked(reference_driver: WindowDriver, choice: PendingChoice, kind=ConfirmDialog) -> ConfirmDialog:
    dialog = reference_driver.dialog(kind)
    assert dialog.pending.isVisible() and "Test" in dialog.pending.words.text()
    dialog.pending.buttons[choice].click()
    return dialog


def test_kept_changes_are_put_on_top_of_the_new_state(edited: WindowDriver) -> None:
    edited.press(Qt.Key.Key_D)
    dialog = asked(edited, PendingChoice.KEEP)
    assert "Still pending after this change" in dialog.pending.remaining.text() and dialog.pending.states.isVisible()
    states = dialog.pending.states.as_text().splitlines()
    assert any("NETWORK" in line and line.endswith("absent  |  present  |  present") for line in states)
    assert any("Remote Management" in line and line.endswith("absent  |  absent  |  present") for line in states)
    assert len(states) == 2 and states[0] in dialog.as_text()
    assert EDIT not in {c.name: c.after.sddl for c in dialog.change_set.changes}["Test"]
    edited.confirm().close()
    assert DENY in edited.host.sddl("Test") and EDIT not in edited.host.sddl("Test")
    assert not edited.session.pending_changes.conflicts
    assert DENY in pending_sddl(edited) and EDIT in pending_sddl(edited)
    assert edited.session.pending_changes.undo_stack.undo_label == ""  # undoing must not take the Deny away
    edited.press(Qt.Key.Key_S)
    assert "\u2212" not in edited.dialog(ConfirmDialog).table.as_text()
    edited.confirm().close()
    assert DENY in edited.host.sddl("Test") and EDIT in edited.host.sddl("Test")
    assert not edited.session.pending_changes.has_pending


@pytest.fixture
def stranger(edited: WindowDriver) -> Iterator[Callable[[], None]]:
    """Somebody else, who lets interactive users in at the endpoint Test."""

    def changes() -> None:
        edited.host.console("set-sddl", "Test", edited.host.sddl("Test").replace("S:P", f"{THEIRS}S:P"))

    yield changes
    edited.session.pending_changes.discard("Test", ["Test"])


def test_a_change_made_by_somebody_else_before_the_action_is_told_of(edited: WindowDriver, stranger) -> None:
    edited.press(Qt.Key.Key_D)
    asked(edited, PendingChoice.KEEP)
    stranger()
    edited.confirm().close()
    assert DENY not in edited.host.sddl("Test")
    assert list(edited.session.pending_changes.conflicts) == ["Test"] and THEIRS not in pending_sddl(edited)
    edited.window.panel.select("Test")
    line = edited.window.details.pending_line
    assert "changed on the host after you started editing" in line.words.text() and not line.apply.isEnabled()
    line.merge.click()
    assert THEIRS in pending_sddl(edited) and EDIT in pending_sddl(edited) and DENY not in pending_sddl(edited)


def test_a_change_made_by_somebody_else_after_the_action_is_told_of(
    edited: WindowDriver, stranger, monkeypatch
) -> None:
    apply = edited.backend.apply

    def apply_and_lose_the_race(*args):
        report = apply(*args)
        stranger()
        return report

    monkeypatch.setattr(edited.backend, "apply", apply_and_lose_the_race)
    edited.press(Qt.Key.Key_D)
    asked(edited, PendingChoice.KEEP)
    edited.confirm().close()
    assert DENY in edited.host.sddl("Test") and THEIRS in edited.host.sddl("Test")
    assert list(edited.session.pending_changes.conflicts) == ["Test"]
    assert DENY in pending_sddl(edited) and EDIT in pending_sddl(edited) and THEIRS not in pending_sddl(edited)
    edited.window.panel.select("Test")
    edited.window.details.pending_line.merge.click()
    assert all(entry in pending_sddl(edited) for entry in (DENY, EDIT, THEIRS))


def test_changes_can_be_applied_together_with_the_action(edited: WindowDriver) -> None:
    edited.press(Qt.Key.Key_D)
    dialog = asked(edited, PendingChoice.APPLY)
    assert EDIT in {c.name: c.after.sddl for c in dialog.change_set.changes}["Test"]
    assert "Apply them with" in dialog.as_text()
    edited.confirm().close()
    assert DENY in edited.host.sddl("Test") and EDIT in edited.host.sddl("Test")
    assert not edited.session.pending_changes.has_pending and not edited.session.pending_changes.conflicts


def test_changes_can_be_discarded_with_the_action(edited: WindowDriver) -> None:
    edited.press(Qt.Key.Key_D)
    asked(edited, PendingChoice.DISCARD)
    edited.confirm().close()
    assert DENY in edited.host.sddl("Test") and EDIT not in edited.host.sddl("Test")
    assert not edited.session.pending_changes.has_pending and not edited.session.pending_changes.conflicts


def test_a_write_that_is_not_taken_leaves_them_alone(edited: WindowDriver) -> None:
    edited.press(Qt.Key.Key_D)
    dialog = asked(edited, PendingChoice.DISCARD)
    edited.session.lock(read_only=True)
    with edited.qtbot.captureExceptions() as raised:
        dialog.confirm_button.click()
    assert [kind for kind, *_ in raised] == [PermissionError]
    assert EDIT in pending_sddl(edited) and DENY not in edited.host.sddl("Test")


def test_cancelling_leaves_them_alone(edited: WindowDriver) -> None:
    edited.press(Qt.Key.Key_D)
    asked(edited, PendingChoice.DISCARD).cancel_button.click()
    assert EDIT in pending_sddl(edited)


def test_the_switch_asks_too_and_only_about_the_endpoints_it_covers(edited: WindowDriver) -> None:
    edited.window.panel.select("WithProfile")
    edited.press(Qt.Key.Key_2)
    dialog = edited.dialog(ConfirmDialog)
    assert dialog.pending.isHidden()
    dialog.cancel_button.click()
    edited.qtbot.waitUntil(lambda: not edited.dialogs(), timeout=5000)
    edited.click_switch("Test", AccessMode.LOCAL)
    asked(edited, PendingChoice.KEEP)
    edited.confirm().close()
    assert DENY in pending_sddl(edited) and EDIT in pending_sddl(edited)


def test_enable_asks_too(edited: WindowDriver) -> None:
    edited.host.console("set-enabled", "Test", "false")
    edited.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    edited.wait_quiet()
    edited.press(Qt.Key.Key_E)
    asked(edited, PendingChoice.APPLY, EnableDialog)
    edited.confirm().close()
    assert EDIT in edited.host.sddl("Test")
    assert edited.host.console("show", "Test")["enabled"] is True
    assert not edited.session.pending_changes.has_pending


def test_text_that_cannot_be_read_yet_cannot_be_applied_together(edited: WindowDriver) -> None:
    edited.session.pending_changes.unreadable_text["Test", 0] = UnreadableText("O:NSG", NOT_VALID)
    edited.press(Qt.Key.Key_D)
    dialog = edited.dialog(ConfirmDialog)
    assert not dialog.pending.buttons[PendingChoice.APPLY].isEnabled()
    dialog.cancel_button.click()


def test_a_conflict_can_be_merged(edited: WindowDriver) -> None:
    stored = edited.host.sddl("Test")
    edited.host.console("set-sddl", "Test", stored.replace("D:P", f"D:P{DENY}"))
    edited.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    edited.wait_quiet()
    edited.window.panel.select("Test")
    line = edited.window.details.pending_line
    assert edited.session.pending_changes.conflicts and line.merge.isVisible()
    line.merge.click()
    assert not edited.session.pending_changes.conflicts
    assert DENY in pending_sddl(edited) and EDIT in pending_sddl(edited)
    assert line.merge.isHidden()
