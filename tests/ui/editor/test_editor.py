"""The permission editor in the real window, against the practice host."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from gatepost.assets import resource_path
from gatepost.endpoints.changes.pending_change import PendingChange, PendingChangeMisfitError
from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.models.endpoints.ace_table import AceColumn
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.roles import Tone, ToneRole
from gatepost.security import Accounts
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.editor.entry_dialog import EntryDialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from gatepost.ui.editor.pending_changes_controller import DiscardDialog
from gatepost.ui.editor.principal_field import PrincipalDialog
from gatepost.ui.editor.reorder_dialog import ReorderDialog
from tests.ui.window_driver import WindowDriver

PLAIN = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
TEST = "O:NSG:BAD:P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{user})S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"


class Editor:
    """The editor's parts, by the names a person would use."""

    def __init__(self, driver: WindowDriver) -> None:
        self.driver = driver
        self.window = driver.window
        self.pending_changes = driver.session.pending_changes
        self.tabs = driver.window.details.tabs
        self.permissions = driver.window.details.permissions
        self.sddl = driver.window.details.sddl()

    def open(self, name: str, tab=None) -> Editor:
        self.window.panel.select(name)
        self.tabs.setCurrentWidget(tab or self.permissions)
        return self

    def key(self, key: Qt.Key, modifier=PLAIN) -> None:
        table = self.tabs.currentWidget().table
        self.window.activateWindow()
        self.driver.qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        table.setFocus()
        self.driver.qtbot.keyClick(table, key, modifier)

    def rows(self) -> list[tuple[str, str, str]]:
        model = self.tabs.currentWidget().model
        wanted = (AceColumn.TYPE, AceColumn.PRINCIPAL, AceColumn.RIGHTS)
        return [tuple(model.index(row, column).data() for column in wanted) for row in range(model.rowCount())]

    def pick(self, row: int) -> None:
        self.tabs.currentWidget().table.select(0, row)

    def pending_sddl(self, name: str) -> str:
        return self.pending_changes.configuration(name).sddl

    def type_principal(self, dialog, text: str) -> None:
        dialog.principal.edit.clear()
        self.driver.qtbot.keyClicks(dialog.principal.edit, text)

    def send(self, key=Qt.Key.Key_S):
        self.driver.press(key)
        return self.driver.confirm()


@pytest.fixture
def editor(reference_driver: WindowDriver) -> Editor:
    return Editor(reference_driver).open("Test")


@pytest.fixture
def hard(open_window) -> Editor:
    return Editor(open_window("hard-cases"))


def test_entries_are_moved_copied_and_removed_and_every_step_can_be_undone(editor: Editor) -> None:
    before = editor.pending_sddl("Test")
    editor.pick(0)
    editor.key(Qt.Key.Key_Down, ALT)
    assert [who for _, who, _ in editor.rows()][:2] == [r"BUILTIN\Administrators", r"NT AUTHORITY\INTERACTIVE"]
    editor.key(Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.rows()) == 4
    assert editor.rows()[2][0] == "Allow (pending)"
    editor.key(Qt.Key.Key_Delete)
    editor.key(Qt.Key.Key_Delete)
    assert len(editor.rows()) == 2
    row = editor.window.panel.model.number_of("Test")
    name = editor.window.panel.model.index(row, EndpointColumn.NAME)
    assert name.data(ToneRole) == Tone.ACCENT
    editor.window.panel.set_words("pending")
    assert list(editor.driver.listing()) == ["Test"]
    editor.window.panel.set_words("")
    labels = []
    while editor.window.actions_.undo.isEnabled():
        labels.append(editor.window.actions_.undo.text())
        editor.driver.press(Qt.Key.Key_Z)
    assert labels[-1] == "&Undo Move the entry for INTERACTIVE in Test"
    assert labels[0] == r"&Undo Remove the entry for DOMAIN01\User01 from Test"
    assert editor.pending_sddl("Test") == before
    assert name.data(ToneRole) is None
    for _ in labels:
        editor.driver.press(Qt.Key.Key_Y)
    assert len(editor.rows()) == 2
    editor.window.actions_.discard_pending.trigger()
    assert not editor.pending_changes.has_pending
    editor.driver.press(Qt.Key.Key_Z)
    assert editor.pending_changes.has_pending
    editor.window.actions_.discard_pending.trigger()


def test_a_principal_is_looked_for_on_the_host_while_one_types(editor: Editor) -> None:
    editor.key(Qt.Key.Key_Insert)
    dialog = editor.driver.dialog(EntryDialog)
    field = dialog.principal
    assert "Enter a user or group" in dialog.summary.text()
    editor.type_principal(dialog, r"SERVER01\Operator")
    editor.driver.qtbot.waitUntil(lambda: field.sid is not None, timeout=10_000)
    assert field.answer.text().startswith(r"SERVER01\Operator  ·  S-1-5-21-")
    editor.type_principal(dialog, "Nobody Of That Name")
    assert field.sid is None
    assert not dialog.ok_button.isEnabled()
    editor.driver.qtbot.waitUntil(lambda: "enter a SID" in field.answer.text(), timeout=10_000)
    editor.type_principal(dialog, "S-1-5-21-9-9-9-1000")
    editor.driver.qtbot.waitUntil(lambda: field.sid is not None, timeout=10_000)
    assert "The SID is used" in field.answer.text()
    editor.type_principal(dialog, "remote management users")
    assert str(field.sid) == "S-1-5-32-580"
    dialog.deny.click()
    dialog.rights.preset.click()
    assert dialog.summary.text() == r"Denies BUILTIN\Remote Management Users: Execute(Invoke)."
    dialog.ok_button.click()
    assert editor.rows()[0] == ("Deny (pending)", r"BUILTIN\Remote Management Users", "Execute(Invoke)")
    editor.driver.press(Qt.Key.Key_Z)


def test_a_name_alone_is_not_taken_for_the_account_that_happens_to_be_named_already(open_window, tmp_path) -> None:
    """The host's own group stands in a descriptor; the group of its domain has the same name."""
    data = json.loads(resource_path("practice", "windows-server.json").read_text(encoding="utf-8"))
    data["names"] |= {"{machine}-1010": r"FILESRV01\Helpdesk", "{domain}-1130": r"NORTHWIND\Helpdesk"}
    own = f"{data['machine_sid']}-1010"
    data["endpoints"][0]["sddl"] = f"O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;{own})"
    path = tmp_path / "same-name.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    editor = Editor(open_window(str(path)))
    assert own in editor.driver.session.accounts.names
    editor.open("microsoft.powershell")
    editor.key(Qt.Key.Key_Insert)
    dialog = editor.driver.dialog(EntryDialog)
    field = dialog.principal
    editor.type_principal(dialog, "helpdesk")
    assert field.sid is None
    editor.driver.qtbot.waitUntil(field.several.isVisible, timeout=10_000)
    offered = {field.several.itemText(row).partition("  ")[0] for row in range(field.several.count())}
    assert offered == {r"FILESRV01\Helpdesk", r"NORTHWIND\Helpdesk"}
    editor.type_principal(dialog, r"FILESRV01\Helpdesk")
    assert str(field.sid) == own
    dialog.reject()


def test_of_several_accounts_of_one_name_one_is_chosen(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"S-1-5-21-1-2-3-1001": r"SERVER01\Help", "S-1-5-21-4-5-6-1001": r"DOMAIN01\Help"}
    monkeypatch.setattr(HostSession, "accounts", Accounts(names))
    editor.key(Qt.Key.Key_Insert)
    dialog = editor.driver.dialog(EntryDialog)
    field, several = dialog.principal, dialog.principal.several
    assert not several.isVisible()
    editor.type_principal(dialog, "help")
    assert field.sid is None
    assert not dialog.ok_button.isEnabled()
    several.setFocus()
    editor.driver.qtbot.keyClick(several, Qt.Key.Key_Down)
    editor.driver.qtbot.keyClick(several, Qt.Key.Key_Down)
    assert str(field.sid) == "S-1-5-21-4-5-6-1001"
    assert field.edit.text() == r"DOMAIN01\Help"
    editor.type_principal(dialog, r"SERVER01\Help")
    assert str(field.sid) == "S-1-5-21-1-2-3-1001"
    assert not several.isVisible()
    dialog.reject()


def test_entries_of_two_descriptors_fit_into_a_small_window(hard: Editor) -> None:
    hard.window.resize(1280, 720)
    for name, shows_resource in (("Two.Nodes.That.Disagree", True), ("microsoft.powershell", False)):
        table = hard.open(name).permissions.table
        assert table.isColumnHidden(AceColumn.RESOURCE) is not shows_resource
        assert table.horizontalScrollBar().maximum() == 0


def test_rights_by_boxes_by_single_bits_and_by_number_are_one_mask(editor: Editor) -> None:
    editor.pick(1)
    editor.key(Qt.Key.Key_F2)
    dialog = editor.driver.dialog(EntryDialog)
    rights = dialog.rights
    assert rights.number.text() == "0x10000000"
    assert all(box.isChecked() for box in rights.generic.values())
    rights.generic[0x40000000].click()
    assert rights.rights == 0xA0000000
    rights.special.click()
    rights.single[0x20000].click()
    assert rights.number.text() == "0xa0020000"
    rights.number.setFocus()
    rights.number.selectAll()
    editor.driver.qtbot.keyClicks(rights.number, "GXzz")
    assert not dialog.ok_button.isEnabled()
    rights.number.selectAll()
    editor.driver.qtbot.keyClicks(rights.number, "GXRC")
    assert rights.generic[0x20000000].isChecked() and rights.single[0x20000].isChecked()
    dialog.ok_button.click()
    assert "(A;;RCGX;;;BA)" in editor.pending_sddl("Test")
    editor.driver.press(Qt.Key.Key_Z)


def test_a_condition_is_read_as_a_sentence_and_built_from_groups(hard: Editor) -> None:
    hard.open("JEA.HelpDesk")
    before = hard.pending_sddl("JEA.HelpDesk")
    model = hard.permissions.model
    assert model.index(0, AceColumn.CONDITION).data() == r"only members of DOMAIN01\JIT Approved"
    hard.pick(0)
    hard.key(Qt.Key.Key_Return)
    dialog = hard.driver.dialog(EntryDialog)
    dialog.ok_button.click()
    assert hard.pending_sddl("JEA.HelpDesk") == before  # nothing was changed, so nothing is
    hard.key(Qt.Key.Key_Return)
    dialog = hard.driver.dialog(EntryDialog)
    box = dialog.condition
    for group, add in (("Remote Management Users", box.add_any), ("Backup Operators", box.add_any)):
        box.group.edit.setText(group)
        box.group.edit.textEdited.emit(group)
        add.click()
    assert (
        "only members of DOMAIN01\\JIT Approved, and of BUILTIN\\Remote Management Users or of" in box.sentence.text()
    )
    box.kind.setCurrentIndex(2)
    box.kind.activated.emit(2)
    box.typed.edit.setPlainText("(Member_of {SID(BA)} && )")
    assert box.typed.error is not None
    assert "(character " in box.typed.message.text()
    assert not dialog.ok_button.isEnabled()
    box.typed.edit.setPlainText('(@User.Department == "IT")')
    assert box.sentence.text() == 'only if the user\'s Department is "IT"'
    box.kind.setCurrentIndex(1)
    box.kind.activated.emit(1)
    dialog.ok_button.click()
    written = hard.pending_sddl("JEA.HelpDesk")
    assert "&& (Member_of_any {SID(RM), SID(BO)})))" in written
    assert written.endswith(before.partition("1211)}))")[2])
    hard.window.actions_.discard_pending.trigger()


def test_text_and_table_are_two_views_of_one_pending_change(editor: Editor) -> None:
    editor.open("Test", editor.sddl)
    before = editor.pending_sddl("Test")
    text = editor.sddl.view.sddl.edit
    text.setPlainText(before.replace("(A;;GA;;;IU)", "(A;;GX;;;IU)"))
    editor.tabs.setCurrentWidget(editor.permissions)
    assert editor.rows()[0] == ("Allow (pending)", r"NT AUTHORITY\INTERACTIVE", "Execute(Invoke)")
    editor.tabs.setCurrentWidget(editor.sddl)
    text.setPlainText(before.replace("(A;;GA;;;IU)", "(A;;GA;;;QQ)"))
    assert "(character 21)" in editor.sddl.view.sddl.message.text()
    assert [mark.cursor.selectedText() for mark in text.extraSelections()] == ["QQ"]
    assert "(A;;GX;;;IU)" in editor.pending_sddl("Test")  # what could be read last
    editor.open("WithProfile", editor.sddl)
    editor.open("Test", editor.sddl)
    assert "QQ" in editor.sddl.view.sddl.text  # nothing typed is lost
    editor.window.close()
    editor.driver.dialog(DiscardDialog).dismiss_button.click()
    editor.sddl.revert.click()
    assert "(A;;GX;;;IU)" in editor.sddl.view.sddl.text
    assert "Allows NT AUTHORITY\\INTERACTIVE: Execute(Invoke)." in editor.sddl.view.words.toPlainText()
    editor.window.actions_.undo.trigger()
    assert editor.sddl.view.sddl.text == before
    assert not editor.pending_changes.has_pending


def test_one_action_on_many_endpoints_is_one_step_and_one_change(hard: Editor) -> None:
    hard.window.panel.select("Team.01")
    hard.driver.press(Qt.Key.Key_G)
    dialog = hard.driver.dialog(GrantDialog)
    assert dialog.ticked() == ("Team.01",)
    dialog.tick_all.click()
    hard.type_principal(dialog, r"DOMAIN01\Help Desk")
    hard.driver.qtbot.waitUntil(lambda: dialog.principal.sid is not None, timeout=10_000)
    hard.driver.qtbot.waitUntil(lambda: dialog.summary.text() == "Changes 59 of 60 endpoints.", timeout=10_000)
    dialog.tick_none.click()
    for row in range(dialog.endpoints.count()):
        if dialog.endpoints.item(row).text() in ("Team.02", "Team.03", "No.Security.Node"):
            dialog.endpoints.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.ok_button.click()
    assert set(hard.pending_changes.pending_names) == {"Team.02", "Team.03", "No.Security.Node"}
    assert hard.pending_changes.undo_stack.undo_label == r"Grant rights to DOMAIN01\Help Desk on 3 endpoints"
    report = hard.send()
    assert [o.outcome for o in report.report.outcomes] == [Outcome.CHANGED] * 3
    report.close()
    assert not hard.pending_changes.has_pending
    assert "(A;;GX;;;S-1-5-21-" in hard.driver.host.sddl("Team.02")
    assert hard.driver.host.sddl("No.Security.Node").startswith("O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)(A;;GX;;;S-1-5-21-")


def test_removing_every_entry_of_a_principal_needs_no_rights(editor: Editor, monkeypatch) -> None:
    def misfits(*_: object) -> PendingChange:
        raise PendingChangeMisfitError

    editor.driver.press(Qt.Key.Key_G)
    dialog = editor.driver.dialog(GrantDialog)
    dialog.actions_by_button[RightsAction.REMOVE].click()
    dialog.rights.set_rights(0)
    with monkeypatch.context() as patch:
        patch.setattr(PendingChange, "on", misfits)
        editor.type_principal(dialog, "INTERACTIVE")
        editor.driver.qtbot.waitUntil(lambda: "Test: The endpoint's structure changed" in dialog.summary.text())
    dialog.ok_button.click()
    assert [who for _, who, _ in editor.rows()] == [r"BUILTIN\Administrators", r"DOMAIN01\User01"]
    editor.driver.press(Qt.Key.Key_Z)


def test_owner_and_auditing_are_edited_and_confirmed(editor: Editor) -> None:
    owner = editor.window.details.owner()
    editor.open("Test", owner)
    assert owner.owner.text() == r"NT AUTHORITY\NETWORK SERVICE"
    owner.change_owner.click()
    dialog = editor.driver.dialog(PrincipalDialog)
    editor.type_principal(dialog, "SYSTEM")
    dialog.ok_button.click()
    editor.open("Test", editor.window.details.auditing())
    editor.pick(0)
    editor.key(Qt.Key.Key_Delete)
    editor.driver.press(Qt.Key.Key_S)
    confirm = editor.driver.dialog(ConfirmDialog)
    words = confirm.table.as_text()
    assert r"Owner: NT AUTHORITY\NETWORK SERVICE → NT AUTHORITY\SYSTEM" in words
    assert "Auditing \u2212 Logs Everyone: Full Control(All Operations), when refused." in words
    editor.driver.confirm().close()
    stored = editor.driver.host.sddl("Test")
    assert stored.startswith("O:SYG:BAD:P(A;;GA;;;IU)")
    assert stored.endswith("S:P(AU;SA;GXGW;;;WD)")


def test_root_sddl_instead_of_its_own_descriptor_and_back(editor: Editor) -> None:
    editor.permissions.root.trigger()
    assert "inherited from RootSDDL" in editor.permissions.note.text()
    editor.send().close()
    assert editor.driver.host.console("show", "Test")["sddl"] == []
    editor.permissions.own.trigger()
    editor.send().close()
    assert editor.driver.host.sddl("Test").startswith("O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)")


def test_reordering_says_what_moves_and_why_first(hard: Editor) -> None:
    hard.open("microsoft.powershell")
    assert not hard.permissions.reorder.isEnabled()
    hard.open("Not.Canonical")
    hard.permissions.reorder.trigger()
    dialog = hard.driver.dialog(ReorderDialog)
    assert dialog.table.as_text().startswith(
        r"Denies NT AUTHORITY\NETWORK: Full Control(All Operations).  |  2  |  1  |  Deny entries come before Allow entries;"
    )
    dialog.ok_button.click()
    assert "D:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)S:" in hard.pending_sddl("Not.Canonical")
    assert not hard.permissions.reorder.isEnabled()
    hard.driver.press(Qt.Key.Key_Z)


def test_a_host_that_changes_under_a_pending_change_is_a_conflict_and_nothing_is_lost(editor: Editor) -> None:
    editor.pick(2)
    editor.key(Qt.Key.Key_Delete)
    mine = editor.pending_sddl("Test")
    theirs = "O:NSG:BAD:P(A;;GX;;;RM)"
    assert editor.driver.host.console("set-sddl", "Test", theirs)["ok"]
    editor.driver.press(Qt.Key.Key_F5, PLAIN)
    editor.driver.wait_quiet()
    line = editor.window.details.pending_line
    assert "was changed on the host after you started editing" in line.words.text()
    assert not line.apply.isEnabled()
    assert editor.pending_sddl("Test") == mine
    line.keep.click()
    assert line.apply.isEnabled()
    line.apply.click()
    editor.driver.confirm().close()
    assert editor.driver.host.sddl("Test") == mine


def test_leaving_with_pending_changes_asks(editor: Editor, qtbot) -> None:
    editor.pick(0)
    editor.key(Qt.Key.Key_Delete)
    editor.window.close()
    dialog = editor.driver.dialog(DiscardDialog)
    assert editor.window.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editor.driver.dialogs(), timeout=5000)
    assert editor.pending_changes.has_pending
    editor.window.actions_.disconnect.trigger()
    editor.driver.dialog(DiscardDialog).more_button.click()
    confirm = editor.driver.dialog(ConfirmDialog)
    assert confirm.change_set.effective[0].name == "Test"
    confirm.reject()
    editor.window.close()
    editor.driver.dialog(DiscardDialog).verb_button.click()
    assert not editor.window.isVisible()


def test_a_read_only_session_shows_everything_and_edits_nothing(open_window) -> None:
    editor = Editor(open_window(read_only=True)).open("Test")
    assert not editor.permissions.bar.isVisible()
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        editor.key(key)
    assert editor.driver.dialogs() == []
    assert not editor.pending_changes.has_pending
    editor.open("Test", editor.sddl)
    assert editor.sddl.view.sddl.edit.isReadOnly()
    editor.open("Test", editor.window.details.owner())
    assert not editor.window.details.owner().change_owner.isEnabled()
    assert not editor.window.actions_.grant.isEnabled()


def test_text_that_cannot_be_read_is_pending_in_the_line_and_in_the_table(editor: Editor) -> None:
    editor.open("Test", editor.sddl)
    line = editor.window.details.pending_line
    assert line.isHidden()
    editor.sddl.view.sddl.edit.setPlainText("D:(A;;QQ;;;BA)")
    assert line.isVisible() and "SDDL tab isn't valid" in line.words.text()
    assert not line.apply.isEnabled()
    panel = editor.window.panel
    row = panel.model.number_of("Test")
    assert panel.model.index(row, EndpointColumn.NAME).data(ToneRole) == Tone.ACCENT  # the pencil
    line.discard.click()
    assert line.isHidden() and not editor.pending_changes.has_pending
