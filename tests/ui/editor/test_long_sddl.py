"""Long SDDL that is typed or pasted is read beside the window, and is a pending change as short SDDL is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gatepost.security import descriptor
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.editor.explain_dialog import ExplainDialog
from tests.ui.window_driver import WindowDriver

LONG = "O:NSG:BAD:P" + "(A;;GX;;;RM)" * 2_000 + "S:P(AU;FA;GA;;;WD)"
LONG_WITH_ADMINISTRATORS = LONG.replace("D:P", "D:P(A;;GA;;;BA)")
WRAPPED = LONG[:12_000] + "\r\n    " + LONG[12_000:] + "\n"


@pytest.fixture
def read_here(monkeypatch) -> list[int]:
    """The lengths of what was read as SDDL in this thread, which is the window's."""
    lengths: list[int] = []
    real, window = descriptor.read_sddl, threading.get_ident()

    def watched(text: str) -> object:
        if threading.get_ident() == window:
            lengths.append(len(text))
        return real(text)

    monkeypatch.setattr(descriptor, "read_sddl", watched)
    return lengths


@pytest.fixture
def field(reference_driver: WindowDriver, read_here):
    """The text of the SDDL tab of the Test endpoint."""
    reference_driver.window.panel.select("Test")
    reference_driver.window.details.tabs.setCurrentWidget(reference_driver.window.details.sddl())
    read_here.clear()
    return reference_driver.window.details.sddl().view.sddl


def paste(edit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


def pending(reference_driver: WindowDriver) -> str:
    pending_change = reference_driver.session.pending_changes.pending_change("Test")
    return pending_change.edited.sddl if pending_change is not None else ""


def test_a_long_paste_is_tidied_and_read_beside_the_window(reference_driver: WindowDriver, field, read_here) -> None:
    words = reference_driver.window.details.sddl().view.words
    paste(field.edit, WRAPPED)
    reference_driver.qtbot.waitUntil(lambda: pending(reference_driver) == LONG, timeout=10_000)
    reference_driver.qtbot.waitUntil(lambda: "Owner: " in words.toPlainText(), timeout=10_000)
    assert field.text == LONG
    assert not field.note.isHidden()
    assert not reference_driver.session.pending_changes.unreadable_text
    assert [length for length in read_here if length > 4_000] == []


def test_what_is_wrong_with_long_text_is_underlined_and_keeps_the_change_back(
    reference_driver: WindowDriver, field, read_here
) -> None:
    paste(field.edit, LONG.replace("(AU;FA;GA;;;WD)", "(AU;FA;GA;;;CORP\\Ann)"))
    reference_driver.qtbot.waitUntil(lambda: "account name" in field.message.text(), timeout=10_000)
    assert [mark.cursor.selectedText() for mark in field.edit.extraSelections()] == ["CORP\\Ann"]
    assert not pending(reference_driver) and reference_driver.session.pending_changes.has_pending
    assert [length for length in read_here if length > 4_000] == []


@pytest.fixture
def go_on(monkeypatch) -> threading.Event:
    """Long text is being read until this is set."""
    event, real = threading.Event(), descriptor.read_sddl

    def slow(text: str) -> object:
        if len(text) > 4_000:
            event.wait(10)
        return real(text)

    monkeypatch.setattr(descriptor, "read_sddl", slow)
    return event


UNCHECKED = "Gatepost is still checking the text on the SDDL tab. Keep that tab open until it's done."


@pytest.mark.parametrize("pending_before", [False, True])
def test_apply_while_text_is_being_checked_says_so_and_sends_nothing(
    reference_driver: WindowDriver, field, go_on: threading.Event, pending_before: bool
) -> None:
    stored = reference_driver.host.sddl("Test")
    if pending_before:
        paste(field.edit, stored.replace("D:P", "D:P(D;;GX;;;WD)"))
        assert "(D;;GX;;;WD)" in pending(reference_driver)
    paste(field.edit, LONG_WITH_ADMINISTRATORS)
    line = reference_driver.window.details.pending_line
    assert line.words.text() == UNCHECKED and not line.apply.isEnabled()
    reference_driver.press(Qt.Key.Key_S)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert dialog.table.model().rowCount() == 1
    columns = range(dialog.table.model().columnCount())
    assert UNCHECKED in [dialog.table.model().index(0, column).data() for column in columns]
    assert not (dialog.confirm_button.isVisible() and dialog.confirm_button.isEnabled())
    dialog.reject()
    assert reference_driver.host.sddl("Test") == stored
    go_on.set()
    reference_driver.qtbot.waitUntil(lambda: pending(reference_driver) == LONG_WITH_ADMINISTRATORS, timeout=10_000)
    assert line.words.text() == "Pending changes. Not applied to the host yet."
    reference_driver.press(Qt.Key.Key_S)
    reference_driver.confirm().close()
    assert reference_driver.host.sddl("Test") == LONG_WITH_ADMINISTRATORS


def test_text_that_turns_out_wrong_is_said_to_be(reference_driver: WindowDriver, field, go_on: threading.Event) -> None:
    paste(field.edit, LONG.replace("(AU;FA;GA;;;WD)", "(AU;FA;GA;;;CORP\\Ann)"))
    line = reference_driver.window.details.pending_line
    assert line.words.text() == UNCHECKED
    go_on.set()
    reference_driver.qtbot.waitUntil(lambda: "isn't valid" in line.words.text(), timeout=10_000)
    assert not line.apply.isEnabled()


def test_long_text_left_before_it_was_read_is_there_on_return(
    reference_driver: WindowDriver, field, go_on: threading.Event
) -> None:
    paste(field.edit, LONG)
    assert reference_driver.session.pending_changes.has_pending and not pending(reference_driver)
    reference_driver.window.panel.select("WithProfile")
    go_on.set()
    reference_driver.window.panel.select("Test")
    reference_driver.qtbot.waitUntil(lambda: pending(reference_driver) == LONG, timeout=10_000)
    assert not reference_driver.session.pending_changes.unreadable_text
    assert reference_driver.window.details.sddl().revert.isHidden()


def test_explain_reads_a_long_clipboard_beside_the_window(reference_driver: WindowDriver, read_here) -> None:
    QGuiApplication.clipboard().setText(WRAPPED)
    reference_driver.window.actions_.explain.trigger()
    dialog = reference_driver.dialog(ExplainDialog)
    reference_driver.qtbot.waitUntil(lambda: "Owner: " in dialog.view.words.toPlainText(), timeout=10_000)
    assert dialog.view.sddl.text == LONG
    assert [length for length in read_here if length > 4_000] == []
    dialog.close_button.click()


def test_a_bug_in_the_check_is_told_and_keeps_the_change_back(
    reference_driver: WindowDriver, field, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr(field, "_check", crash)
    paste(field.edit, LONG)
    message = "Unexpected error in Gatepost: this couldn't be evaluated."
    reference_driver.qtbot.waitUntil(lambda: field.message.text() == message, timeout=10_000)
    line = reference_driver.window.details.pending_line
    not_checked = "The text on the SDDL tab couldn't be checked. Edit or revert it first."
    assert line.words.text() == not_checked and not line.apply.isEnabled()
