"""Long SDDL that is typed or pasted is read beside the window, and is a pending change as short SDDL is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gatepost.security import descriptor
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.editor.explain_dialog import ExplainDialog
from tests.ui.desk import Desk

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
def field(page: Desk, read_here):
    """The text of the SDDL tab of the Test endpoint."""
    page.window.panel.select("Test")
    page.window.details.tabs.setCurrentWidget(page.window.details.sddl())
    read_here.clear()
    return page.window.details.sddl().view.sddl


def paste(edit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


def pending(page: Desk) -> str:
    draft = page.session.drafts.draft("Test")
    return draft.edited.sddl if draft is not None else ""


def test_a_long_paste_is_tidied_and_read_beside_the_window(page: Desk, field, read_here) -> None:
    words = page.window.details.sddl().view.words
    paste(field.edit, WRAPPED)
    page.qtbot.waitUntil(lambda: pending(page) == LONG, timeout=10_000)
    page.qtbot.waitUntil(lambda: "Owner: " in words.toPlainText(), timeout=10_000)
    assert field.text == LONG
    assert not field.note.isHidden()
    assert not page.session.drafts.unreadable_text
    assert [length for length in read_here if length > 4_000] == []


def test_what_is_wrong_with_long_text_is_underlined_and_keeps_the_change_back(page: Desk, field, read_here) -> None:
    paste(field.edit, LONG.replace("(AU;FA;GA;;;WD)", "(AU;FA;GA;;;CORP\\Ann)"))
    page.qtbot.waitUntil(lambda: "account name" in field.message.text(), timeout=10_000)
    assert [mark.cursor.selectedText() for mark in field.edit.extraSelections()] == ["CORP\\Ann"]
    assert not pending(page) and page.session.drafts.has_pending
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


@pytest.mark.parametrize("draft_before", [False, True])
def test_apply_while_text_is_being_checked_says_so_and_sends_nothing(
    page: Desk, field, go_on: threading.Event, draft_before: bool
) -> None:
    stored = page.host.sddl("Test")
    if draft_before:
        paste(field.edit, stored.replace("D:P", "D:P(D;;GX;;;WD)"))
        assert "(D;;GX;;;WD)" in pending(page)
    paste(field.edit, LONG_WITH_ADMINISTRATORS)
    line = page.window.details.pending_line
    assert line.words.text() == UNCHECKED and not line.apply.isEnabled()
    page.press(Qt.Key.Key_S)
    dialog = page.dialog(ConfirmDialog)
    assert dialog.table.model().rowCount() == 1
    columns = range(dialog.table.model().columnCount())
    assert UNCHECKED in [dialog.table.model().index(0, column).data() for column in columns]
    assert not (dialog.confirm_button.isVisible() and dialog.confirm_button.isEnabled())
    dialog.reject()
    assert page.host.sddl("Test") == stored
    go_on.set()
    page.qtbot.waitUntil(lambda: pending(page) == LONG_WITH_ADMINISTRATORS, timeout=10_000)
    assert line.words.text() == "Pending changes. Not applied to the host yet."
    page.press(Qt.Key.Key_S)
    page.confirm().close()
    assert page.host.sddl("Test") == LONG_WITH_ADMINISTRATORS


def test_text_that_turns_out_wrong_is_said_to_be(page: Desk, field, go_on: threading.Event) -> None:
    paste(field.edit, LONG.replace("(AU;FA;GA;;;WD)", "(AU;FA;GA;;;CORP\\Ann)"))
    line = page.window.details.pending_line
    assert line.words.text() == UNCHECKED
    go_on.set()
    page.qtbot.waitUntil(lambda: "isn't valid" in line.words.text(), timeout=10_000)
    assert not line.apply.isEnabled()


def test_long_text_left_before_it_was_read_is_there_on_return(page: Desk, field, go_on: threading.Event) -> None:
    paste(field.edit, LONG)
    assert page.session.drafts.has_pending and not pending(page)
    page.window.panel.select("WithProfile")
    go_on.set()
    page.window.panel.select("Test")
    page.qtbot.waitUntil(lambda: pending(page) == LONG, timeout=10_000)
    assert not page.session.drafts.unreadable_text
    assert page.window.details.sddl().revert.isHidden()


def test_explain_reads_a_long_clipboard_beside_the_window(page: Desk, read_here) -> None:
    QGuiApplication.clipboard().setText(WRAPPED)
    page.window.actions_.explain.trigger()
    dialog = page.dialog(ExplainDialog)
    page.qtbot.waitUntil(lambda: "Owner: " in dialog.view.words.toPlainText(), timeout=10_000)
    assert dialog.view.sddl.text == LONG
    assert [length for length in read_here if length > 4_000] == []
    dialog.close_button.click()
