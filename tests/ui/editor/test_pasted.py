"""What comes from keyboard and clipboard: SDDL out of a console, account names, characters that XML cannot carry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gatepost.endpoints.changes.pending_change import PendingChange, PendingChangeMisfitError
from gatepost.models.window_text import one_line
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.editor.explain_dialog import ExplainDialog
from gatepost.ui.editor.principal_field import PrincipalDialog
from tests.ui.window_driver import WindowDriver

SDDL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GXGWGR;;;S-1-5-21-3517127094-4084499969-524712262-1621)S:P(AU;FA;GA;;;WD)"
WRAPPED = SDDL[:60] + "\r\n" + " " * 24 + SDDL[60:] + "\r\n"


@pytest.fixture
def sddl(reference_driver: WindowDriver):
    """The SDDL tab of the Test endpoint."""
    reference_driver.window.panel.select("Test")
    reference_driver.window.details.tabs.setCurrentWidget(reference_driver.window.details.sddl())
    return reference_driver.window.details.sddl()


def paste(reference_driver: WindowDriver, edit, text: str) -> None:
    """Replace everything in a field by the clipboard, as a person does."""
    QGuiApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


@pytest.mark.parametrize("pasted", [WRAPPED, f'"{SDDL}"', SDDL + "\n", f"PS C:\\> $s\n{SDDL}\nPS C:\\> "])
def test_sddl_from_a_console_is_read_and_the_window_says_what_it_removed(
    reference_driver: WindowDriver, sddl, pasted
) -> None:
    before = sddl.view.sddl.text
    paste(reference_driver, sddl.view.sddl.edit, pasted)
    assert reference_driver.session.pending_changes.configuration("Test").sddl == SDDL
    assert sddl.view.sddl.text == SDDL
    assert sddl.view.sddl.error is None
    assert not sddl.view.sddl.note.isHidden() and "removed" in sddl.view.sddl.note.text()
    sddl.view.sddl.edit.undo()  # paste and tidying are one step
    assert sddl.view.sddl.text == before
    reference_driver.window.panel.select("WithProfile")
    assert sddl.view.sddl.note.isHidden()


def test_a_line_break_within_quotation_marks_is_asked_about(reference_driver: WindowDriver, sddl) -> None:
    paste(reference_driver, sddl.view.sddl.edit, 'O:NSG:BAD:P(XA;;GX;;;AU;(@User.Department == "Help\n   Desk"))')
    assert "line break is inside quotation marks" in sddl.view.sddl.message.text()
    assert not reference_driver.session.pending_changes.pending_names
    paste(reference_driver, sddl.view.sddl.edit, 'O:NSG:BAD:P(XA;;GX;;;AU;(@User.Department == "Help Desk"))\n')
    assert '"Help Desk"' in (reference_driver.session.pending_changes.configuration("Test").sddl or "")


def test_an_account_name_in_the_place_of_a_sid_is_named_with_what_to_do(reference_driver: WindowDriver, sddl) -> None:
    paste(reference_driver, sddl.view.sddl.edit, r"O:NSG:BAD:P(A;;GA;;;NORTHWIND\Domain Users)")
    said = sddl.view.sddl.message.text()
    assert r'"NORTHWIND\Domain Users" is an account name' in said
    assert "SID" in said and "Permissions tab" in said
    assert [mark.cursor.selectedText() for mark in sddl.view.sddl.edit.extraSelections()] == [r"NORTHWIND\Domain Users"]
    paste(reference_driver, sddl.view.sddl.edit, r"O:NORTHWIND\adminG:BAD:P(A;;GA;;;BA)")
    assert r'"NORTHWIND\admin" is an account name' in sddl.view.sddl.message.text()


@pytest.mark.parametrize("character", ["\x01", "\x7f", "\ufffe"])
def test_a_control_character_in_sddl_is_refused_or_stored(reference_driver: WindowDriver, sddl, character) -> None:
    paste(reference_driver, sddl.view.sddl.edit, f'O:NSG:BAD:P(XA;;GX;;;WD;(@User.a == "{character}"))')
    if character == "\x7f":  # XML takes it
        assert sddl.view.sddl.error is None
    else:
        assert "cannot be stored" in sddl.view.sddl.message.text()
        assert not reference_driver.session.pending_changes.pending_names


@pytest.mark.parametrize(
    "text", ["O:NSG:BAD:P(A;;GA;;;B\u200bA)", 'O:NSG:BAD:P(XA;;GX;;;WD;(@User.a == "\u200bx"))', "\u200bD:"]
)
def test_an_invisible_character_in_sddl_is_named_with_its_place(reference_driver: WindowDriver, text) -> None:
    reference_driver.window.actions_.explain.trigger()
    dialog = reference_driver.dialog(ExplainDialog)
    dialog.view.sddl.edit.setPlainText(text + "(")
    place = text.index("\u200b") + 1
    assert f"Contains an invisible character (U+200B, character {place})." in dialog.view.sddl.message.text()
    dialog.view.sddl.edit.setPlainText("O:NSG:BAD:P\n\t(A;;GA;;;BA)")
    assert "invisible" not in dialog.view.sddl.message.text()
    dialog.close_button.click()


def test_explain_opens_with_wrapped_text_from_the_clipboard(reference_driver: WindowDriver) -> None:
    QGuiApplication.clipboard().setText(WRAPPED)
    reference_driver.window.actions_.explain.trigger()
    dialog = reference_driver.dialog(ExplainDialog)
    assert dialog.view.sddl.text == SDDL
    assert not dialog.view.sddl.note.isHidden()
    assert "S-1-5-21-3517127094-4084499969-524712262-1621" in dialog.view.words.toPlainText()
    dialog.close_button.click()


def test_explain_says_of_an_account_name_what_to_do(reference_driver: WindowDriver) -> None:
    QGuiApplication.clipboard().setText(r"O:NSG:BAD:P(A;;GA;;;NORTHWIND\Domain Users)")
    reference_driver.window.actions_.explain.trigger()
    dialog = reference_driver.dialog(ExplainDialog)
    assert r'"NORTHWIND\Domain Users" is an account name' in dialog.view.sddl.message.text()
    dialog.close_button.click()


@pytest.mark.parametrize("typed", ["a\x01b", "a\x00b", "A\u200bdministrators", "S\u202e-1-5-32-544"])
def test_a_principal_with_an_invisible_character_is_refused_with_its_name(
    reference_driver: WindowDriver, typed
) -> None:
    reference_driver.window.details.tabs.setCurrentWidget(reference_driver.window.details.owner())
    reference_driver.window.details.owner().change_owner.click()
    dialog = reference_driver.dialog(PrincipalDialog)
    reference_driver.qtbot.keyClicks(dialog.principal.edit, "somebody")
    reference_driver.qtbot.waitUntil(lambda: "somebody" in dialog.principal.answer.text(), timeout=10_000)
    dialog.principal.edit.setText(typed)
    dialog.principal.edit.textEdited.emit(typed)
    said = dialog.principal.answer.text()
    code = f"U+{ord(typed[1]):04X}"
    assert said == f"{one_line(typed)} contains an invisible character ({code}). Delete it, or enter the SID."
    assert dialog.principal.sid is None
    dialog.reject()


def test_a_reason_with_characters_that_no_file_takes_is_kept_visibly(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    dialog.reason_edit.setText("CHG-7\x00\x1b")
    reference_driver.confirm().close()
    assert {entry.reason for entry in reference_driver.journal.entries()} == {"CHG-7⟨U+0000⟩⟨U+001B⟩"}


def test_any_sddl_is_explained_in_words(reference_driver: WindowDriver) -> None:
    QGuiApplication.clipboard().setText("O:NSG:BAD:P(D;;GA;;;NU)(A;;GX;;;RM)")
    reference_driver.window.actions_.explain.trigger()
    dialog = reference_driver.dialog(ExplainDialog)
    assert dialog.view.words.toPlainText().splitlines() == [
        r"• Owner: NT AUTHORITY\NETWORK SERVICE. Primary group: BUILTIN\Administrators.",
        r"• Denies NT AUTHORITY\NETWORK: Full Control(All Operations).",
        r"• Allows BUILTIN\Remote Management Users: Execute(Invoke).",
        "• Everyone else is denied.",
        "• Nothing is audited.",
    ]
    dialog.view.sddl.edit.setPlainText("D:(A;;QQ;;;BA)")
    assert "unknown right 'QQ'" in dialog.view.sddl.message.text()
    dialog.view.sddl.edit.clear()  # nothing is to be stored, so an empty field is no error
    assert dialog.view.sddl.message.isHidden() and dialog.view.words.toPlainText() == ""
    dialog.close_button.click()


def test_an_edit_that_does_not_fit_is_refused_with_the_reason_and_typed_text_stays(
    reference_driver: WindowDriver, sddl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def misfits(*_: object) -> PendingChange:
        raise PendingChangeMisfitError

    reason = "The endpoint's structure changed on the host, so it isn't edited."
    details, pending_changes = reference_driver.window.details, reference_driver.session.pending_changes
    with monkeypatch.context() as patch:
        patch.setattr(PendingChange, "on", misfits)
        details.permissions.table.select(0, 0)
        details.permissions.duplicate.trigger()
        notice = reference_driver.dialog(MessageDialog)
        assert (notice.title_label.text(), notice.text_label.text()) == ("1 endpoint wasn't edited.", f"Test: {reason}")
        notice.reject()
        paste(reference_driver, sddl.view.sddl.edit, "D:(A;;Q")
        paste(reference_driver, sddl.view.sddl.edit, SDDL)
        reference_driver.dialog(MessageDialog).reject()
    assert sddl.view.sddl.text == SDDL and pending_changes.unreadable_text["Test", 0].text == SDDL
    assert details.pending_line.words.text() == reason and sddl.revert.isVisible()
    paste(reference_driver, sddl.view.sddl.edit, SDDL + " ")
    assert not pending_changes.unreadable_text and pending_changes.configuration("Test").sddl.strip() == SDDL
