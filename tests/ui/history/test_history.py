"""The history in the window: what was written, the way back, and what is said at the start."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.setting_fixes import set_token_policy
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.models import three_way_table
from gatepost.models.endpoints.pending_plan import PendingChoice
from gatepost.models.journal_table import JournalColumn
from gatepost.models.roles import ValueRole
from gatepost.models.three_way_table import ChoiceColumn as RowColumn
from gatepost.models.window_text import moment_words
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.setting_dialog import SettingDialog
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.history.three_way_dialog import ThreeWayDialog
from gatepost.ui.history.window import HistoryWindow
from gatepost.work import WorkContext
from tests.ui.window_driver import WindowDriver

FIRST = "microsoft.powershell"
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def history(reference_driver) -> HistoryWindow:
    """Open the history by keyboard and wait until the journal has been read."""
    reference_driver.press(Qt.Key.Key_H)
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
    QAbstractItemModelTester(window.view.model, STRICT, window)
    reference_driver.qtbot.waitUntil(
        lambda: len(window.view.shown_entries()) == len(reference_driver.journal.entries())
    )
    return window


def states(reference_driver):
    return reference_driver.host.console("endpoints")["endpoints"]


def rows(view):
    return [[view.model.index(row, column).data() for column in JournalColumn] for row in range(view.model.rowCount())]


def press_space(reference_driver, button):
    button.setFocus()
    reference_driver.qtbot.keyClick(button, Qt.Key.Key_Space)


def test_why_there_are_no_changes_is_said_in_their_place(reference_driver: WindowDriver) -> None:
    window = history(reference_driver)
    table = window.view.table
    reference_driver.qtbot.waitUntil(lambda: table.accessibleDescription() == "No changes yet.")
    assert window.view.details.toPlainText() == ""
    empty = table.viewport().grab().toImage()
    table.say_when_empty("")
    assert table.viewport().grab().toImage() != empty  # it's to be seen, too
    window.close()
    reference_driver.disable_remoting()
    window = history(reference_driver)
    assert table.accessibleDescription() == ""
    reference_driver.qtbot.keyClicks(window.view.filter_edit, "nothing of the kind")
    assert table.accessibleDescription() == "No changes match the filter."
    window.close()


def test_every_write_is_listed_with_the_newest_first(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    window = history(reference_driver)
    entries = reference_driver.journal.entries()
    assert [row[JournalColumn.SUBJECT] for row in rows(window.view)] == [e.subject for e in reversed(entries)]
    assert {row[JournalColumn.VERB] for row in rows(window.view)} == {"Disable remoting"}
    assert {row[JournalColumn.OUTCOME] for row in rows(window.view)} == {"changed"}
    assert window.view.current.id == entries[-1].id
    said = window.view.details.toPlainText()
    assert "+ Deny  NT AUTHORITY\\NETWORK  Full Control(All Operations)" in said
    assert "before  O:NSG" in said


def export(reference_driver: WindowDriver, window: HistoryWindow, path: Path) -> None:
    window.export_button.click()
    chooser = reference_driver.dialog(QFileDialog)
    chooser.selectNameFilter("JSON (*.json)")
    chooser.setDirectory(str(path.parent))
    chooser.selectFile(path.name)
    chooser.accept()


def test_it_can_be_searched_sorted_and_exported(reference_driver: WindowDriver, tmp_path) -> None:
    reference_driver.disable_remoting()
    window = history(reference_driver)
    window.view.header.setSortIndicator(JournalColumn.SUBJECT, Qt.SortOrder.AscendingOrder)
    subjects = [row[JournalColumn.SUBJECT] for row in rows(window.view)]
    assert subjects == sorted(subjects, key=str.lower)
    reference_driver.qtbot.keyClicks(window.view.filter_edit, "test (d;;ga;;;nu)")
    assert [row[JournalColumn.SUBJECT] for row in rows(window.view)] == ["Test"]
    export(reference_driver, window, tmp_path / "history.json")
    reference_driver.qtbot.waitUntil(lambda: "Exported 1 change to" in window.view.said.text())
    (write,) = json.loads((tmp_path / "history.json").read_text())["writes"]
    assert (write["subject"], write["outcome"], write["after"]["enabled"]) == ("Test", "changed", True)
    export(reference_driver, window, tmp_path / ("\u00e9" * 200))  # more octets than a name may have
    reference_driver.qtbot.waitUntil(lambda: "Can't save" in window.view.said.text())


def test_a_group_is_taken_back_and_that_is_in_the_history_too(reference_driver: WindowDriver) -> None:
    before = states(reference_driver)
    reference_driver.disable_remoting()
    window = history(reference_driver)
    assert window.view.revert_all_button.text() == "Revert &all 6 endpoints..."
    press_space(reference_driver, window.view.revert_all_button)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert 'Revert "Disable remoting"' in dialog.title_label.text()
    reference_driver.confirm().close()
    assert states(reference_driver) == before
    reference_driver.qtbot.waitUntil(lambda: len(window.view.shown_entries()) == 12)
    assert rows(window.view)[0][JournalColumn.VERB] == "Revert: Disable remoting"


@pytest.mark.parametrize("choice", [PendingChoice.KEEP, PendingChoice.DISCARD])
def test_reverting_asks_about_the_pending_changes_that_it_covers(reference_driver: WindowDriver, choice) -> None:
    held = reference_driver.session.snapshot.configuration("Test")
    reference_driver.host.console("set-sddl", "Test", held.sddl.replace("D:P", "D:P(D;;GA;;;NU)"))
    reference_driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    reference_driver.wait_quiet()
    reference_driver.press(Qt.Key.Key_E)  # enabling takes the Deny away, and reverting brings it back
    reference_driver.confirm().close()
    opened = reference_driver.session.snapshot.configuration("Test")
    assert "(D;;GA;;;NU)" not in opened.sddl
    reference_driver.session.pending_changes.edit(set_sddl(opened, 0, opened.sddl.replace("S:P", "(A;;GX;;;RM)S:P")))
    window = history(reference_driver)
    window.view.filter_edit.setText("Test")
    reference_driver.qtbot.waitUntil(lambda: window.view.current is not None and window.view.current.subject == "Test")
    press_space(reference_driver, window.view.revert_button)
    dialog = reference_driver.dialog(ConfirmDialog)
    reference_driver.qtbot.waitUntil(dialog.pending.isVisible, timeout=5000)
    assert PendingChoice.APPLY not in dialog.pending.buttons
    dialog.pending.buttons[choice].click()
    reference_driver.confirm().close()
    assert "(D;;GA;;;NU)" in reference_driver.host.sddl("Test") and "(A;;GX;;;RM)" not in reference_driver.host.sddl(
        "Test"
    )
    pending_sddl = reference_driver.session.pending_changes.configuration("Test").sddl
    assert not reference_driver.session.pending_changes.conflicts and "(D;;GA;;;NU)" in pending_sddl
    assert ("(A;;GX;;;RM)" in pending_sddl) is (choice is PendingChoice.KEEP)


def test_one_entry_is_taken_back_from_the_endpoints_own_tab(reference_driver: WindowDriver) -> None:
    before = states(reference_driver)
    reference_driver.disable_remoting()
    reference_driver.window.panel.select(FIRST)
    tabs = reference_driver.window.details.tabs
    tab = reference_driver.window.history_tab()
    tabs.setCurrentWidget(tab)
    reference_driver.qtbot.waitUntil(lambda: len(tab.view.shown_entries()) == 1)
    assert tab.view.current.subject == FIRST
    press_space(reference_driver, tab.view.revert_button)
    reference_driver.dialog(ConfirmDialog)
    reference_driver.confirm().close()
    after = states(reference_driver)
    assert [e for e in after if e["name"] == FIRST] == [e for e in before if e["name"] == FIRST]
    assert [e for e in after if e["name"] != FIRST] != [e for e in before if e["name"] != FIRST]
    reference_driver.qtbot.waitUntil(lambda: len(tab.view.shown_entries()) == 2)


def test_a_host_that_is_read_again_meanwhile_is_not_asked_about(reference_driver: WindowDriver) -> None:
    """The answer comes while the host is busy: an order could not be given then."""
    reference_driver.disable_remoting()
    window = history(reference_driver)
    reference_driver.host.console("delay 0.3")
    press_space(reference_driver, window.view.revert_button)
    reference_driver.session.load()
    reference_driver.qtbot.waitUntil(lambda: "is busy" in window.view.said.text(), timeout=20_000)
    assert reference_driver.session.state.is_busy and reference_driver.dialogs() == []
    reference_driver.host.console("delay 0")
    reference_driver.wait_quiet()
    press_space(reference_driver, window.view.revert_button)
    reference_driver.dialog(ConfirmDialog).close()


def test_a_bug_before_a_revert_is_called_one(reference_driver: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    reference_driver.disable_remoting()
    window = history(reference_driver)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr(Host, "read_snapshot", crash)
    press_space(reference_driver, window.view.revert_button)
    message = "Unexpected error in Gatepost while reading SERVER01."
    reference_driver.qtbot.waitUntil(lambda: window.view.said.text().startswith(message), timeout=5000)
    assert reference_driver.dialogs() == []


def test_without_an_endpoint_the_tab_shows_no_write_of_any(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.window.history_tab()._source.entries != ())
    reference_driver.host.console("stop-service")
    reference_driver.session.load()
    reference_driver.wait_quiet()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.error is not None)
    tab = reference_driver.window.history_tab()
    reference_driver.window.details.tabs.setCurrentWidget(tab)
    assert tab.view.shown_entries() == () and not tab.view.revert_button.isEnabled()


class TestChangedSince:
    """Somebody has changed an endpoint since: nothing of it is overwritten silently."""

    def open(self, reference_driver) -> ThreeWayDialog:
        reference_driver.disable_remoting()
        self.foreign = reference_driver.host.sddl(FIRST).replace("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;IU)")
        reference_driver.host.console("set-sddl", FIRST, self.foreign)
        window = history(reference_driver)
        press_space(reference_driver, window.view.revert_all_button)
        dialog = reference_driver.dialog(ThreeWayDialog)
        QAbstractItemModelTester(dialog.model, STRICT, dialog)
        return dialog

    def listing(self, dialog):
        model = dialog.model
        return [[model.index(row, column).data() for column in RowColumn] for row in range(model.rowCount())]

    def test_the_three_states_are_shown_and_only_ours_is_ticked(self, reference_driver: WindowDriver) -> None:
        dialog = self.open(reference_driver)
        found = [row for row in self.listing(dialog) if row[0] == FIRST]
        assert [row[2:] for row in found] == [
            ["absent", "present", "present", "this change"],
            ["absent", "absent", "present", "later change"],
        ]
        assert "NT AUTHORITY\\INTERACTIVE" in found[1][1]
        press_space(reference_driver, dialog.continue_button)
        reference_driver.confirm().close()
        assert reference_driver.host.sddl(FIRST) == self.foreign.replace("(D;;GA;;;NU)", "")

    def test_a_later_change_of_ones_own_says_when_it_was_made(self, reference_driver: WindowDriver) -> None:
        reference_driver.disable_remoting()
        disabling = set_access_mode(reference_driver.session.snapshot, [FIRST], AccessMode.DISABLED)
        reference_driver.session.write(lambda host, context: host.apply(disabling, "", context))
        reference_driver.wait_quiet()
        reference_driver.window.panel.select(FIRST)
        tab = reference_driver.window.history_tab()
        reference_driver.window.details.tabs.setCurrentWidget(tab)
        reference_driver.qtbot.waitUntil(lambda: len(tab.view.shown_entries()) == 2)
        tab.view.table.selectRow(1)
        assert tab.view.current.verb == "Disable remoting"
        press_space(reference_driver, tab.view.revert_button)
        dialog = reference_driver.dialog(ThreeWayDialog)
        made = moment_words(reference_driver.journal.entries()[-1].moment)
        assert [row[2:] for row in self.listing(dialog)] == [
            ["yes", "yes", "no", f"you, {made}"],
            ["absent", "present", "present", "this change"],
        ]
        dialog.reject()

    def test_a_long_state_takes_no_more_room_than_the_others(self, reference_driver, monkeypatch) -> None:
        monkeypatch.setattr(three_way_table, "presence_words", lambda *_: "O:NSG:BAD:P" + "(A;;GA;;;BA)" * 100)
        dialog = self.open(reference_driver)
        for column in (RowColumn.WAS, RowColumn.WROTE, RowColumn.NOW):
            assert dialog.table.columnWidth(column) <= 200
        dialog.reject()

    def test_a_row_can_be_left_and_another_taken_by_keyboard(self, reference_driver: WindowDriver) -> None:
        dialog = self.open(reference_driver)
        numbers = [n for n, row in enumerate(self.listing(dialog)) if row[0] == FIRST]
        for number in numbers:  # the first is ticked and the second is not: after this it is the other way round
            dialog.table.setCurrentIndex(dialog.model.index(number, RowColumn.WHAT))
            reference_driver.qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        press_space(reference_driver, dialog.continue_button)
        reference_driver.confirm().close()
        assert reference_driver.host.sddl(FIRST) == self.foreign.replace("(A;;GX;;;IU)", "")

    def test_everything_is_byte_for_byte_what_it_was(self, reference_driver: WindowDriver) -> None:
        before = states(reference_driver)
        dialog = self.open(reference_driver)
        press_space(reference_driver, dialog.all_button)
        press_space(reference_driver, dialog.continue_button)
        reference_driver.confirm().close()
        assert states(reference_driver) == before

    def test_escape_writes_nothing(self, reference_driver: WindowDriver) -> None:
        dialog = self.open(reference_driver)
        reference_driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        reference_driver.wait_quiet()
        assert reference_driver.host.sddl(FIRST) == self.foreign

    def test_with_nothing_ticked_there_is_no_way_on(self, reference_driver: WindowDriver) -> None:
        dialog = self.open(reference_driver)
        for row in range(dialog.model.rowCount()):
            dialog.model.setData(dialog.model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        assert not dialog.continue_button.isEnabled()
        dialog.reject()


def test_a_host_that_is_not_open_is_said_so(reference_driver: WindowDriver, tmp_path) -> None:
    reference_driver.disable_remoting()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute("UPDATE write SET host = 'elsewhere', host_name = 'SRV99'")
    window = history(reference_driver)
    window._source.load()
    reference_driver.qtbot.waitUntil(lambda: window.view.current.host_name == "SRV99")
    press_space(reference_driver, window.view.revert_button)
    assert "Connect to SRV99 first" in window.view.said.text()


def test_a_read_only_window_shows_what_would_be_taken_back_and_stops_there(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    reference_driver.window.actions_.read_only.setChecked(True)
    window = history(reference_driver)
    press_space(reference_driver, window.view.revert_button)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert not dialog.confirm_button.isVisible()
    dialog.reject()


class TestDamaged:
    @pytest.fixture
    def reference_driver(self, open_window, tmp_path) -> WindowDriver:
        (tmp_path / "journal.sqlite3").write_bytes(b"something else" * 100)
        return open_window()

    def test_it_is_said_at_the_start_and_can_be_set_aside(self, reference_driver: WindowDriver, tmp_path) -> None:
        notice = reference_driver.dialog(MessageDialog)
        assert "damaged" in notice.title_label.text()
        press_space(reference_driver, notice.verb_button)
        (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
        assert "damaged" in window.problem.text()
        assert "damaged" in reference_driver.window.history_tab().view.table.accessibleDescription()
        press_space(reference_driver, window.set_aside_button)
        reference_driver.qtbot.waitUntil(lambda: "was moved to" in window.view.said.text())
        reference_driver.qtbot.waitUntil(lambda: not window.set_aside_button.isVisible())
        window.close()
        reference_driver.disable_remoting()
        assert len(reference_driver.journal.entries()) == 6
        assert [p.read_bytes() for p in tmp_path.glob("*damaged*")] == [b"something else" * 100]

    def test_nothing_is_written_and_every_endpoint_says_why(self, reference_driver: WindowDriver) -> None:
        reference_driver.dialog(MessageDialog).reject()
        reference_driver.press(Qt.Key.Key_D)
        report = reference_driver.confirm()
        assert {o.outcome for o in report.report.outcomes} == {Outcome.UNCHANGED}
        assert all("History is damaged" in str(o.message) for o in report.report.outcomes)
        report.close()
        assert reference_driver.host.console("counts").get("put", {}) == {}


def test_the_models_show_hostile_text_as_text(reference_driver: WindowDriver, tmp_path) -> None:
    reference_driver.disable_remoting()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute("UPDATE write SET reason = '<b>x</b>\u202egpj', subject = 'a\nb'")
    window = history(reference_driver)
    window._source.load()
    reference_driver.qtbot.waitUntil(lambda: window.view.current.subject == "a\nb")
    assert rows(window.view)[0][JournalColumn.REASON] == "<b>x</b>\u27e8U+202E\u27e9gpj"
    assert "\n" not in rows(window.view)[0][JournalColumn.SUBJECT]
    assert window.view.model.index(0, 0).data(ValueRole).reason.startswith("<b>")
    window.view.filter_edit.insert("</b>\u202egpj")  # as pasting does
    assert window.view.filter_edit.text() == "</b>\u27e8U+202E\u27e9gpj"
    assert rows(window.view)
    reference_driver.qtbot.keyClick(window.view.filter_edit, Qt.Key.Key_Escape)
    assert window.view.filter_edit.text() == "" and window.isVisible()


class TestSettings:
    """Settings have their own confirmation, and a choice where somebody has changed them since."""

    @pytest.fixture
    def reference_driver(self, open_window) -> WindowDriver:
        driver = open_window("windows-server")
        found = driver.backend.reader.exposure(WorkContext())
        order = set_token_policy(found.token_policy, 1)
        driver.session.write(lambda host, context: host.change_settings(order, host.identity, "CHG", context))
        driver.report().close()
        driver.wait_quiet()
        return driver

    def policy(self, reference_driver) -> object:
        return reference_driver.host.console("machine")["token_policy"]

    def confirm(self, reference_driver) -> None:
        dialog = reference_driver.dialog(SettingDialog)
        press_space(reference_driver, dialog.confirm_button)
        reference_driver.report().close()
        reference_driver.wait_quiet()

    def test_straight_back(self, reference_driver: WindowDriver) -> None:
        assert self.policy(reference_driver) == 1
        window = history(reference_driver)
        assert (
            "not set: remote UAC filtering is on \u2192 1: remote UAC filtering is off"
            in window.view.details.toPlainText()
        )
        press_space(reference_driver, window.view.revert_button)
        self.confirm(reference_driver)
        assert self.policy(reference_driver) is None
        reference_driver.qtbot.waitUntil(lambda: rows(window.view)[0][JournalColumn.VERB].startswith("Revert: "))

    def test_changed_since_it_is_asked_about_first(self, reference_driver: WindowDriver) -> None:
        reference_driver.host.console("set-policy 0")
        window = history(reference_driver)
        press_space(reference_driver, window.view.revert_button)
        dialog = reference_driver.dialog(ThreeWayDialog)
        QAbstractItemModelTester(dialog.model, STRICT, dialog)
        index = dialog.model.index(0, 0)
        assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Unchecked
        assert not dialog.continue_button.isEnabled()
        reference_driver.qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        press_space(reference_driver, dialog.continue_button)
        self.confirm(reference_driver)
        assert self.policy(reference_driver) is None

    def test_what_is_as_before_is_said_so(self, reference_driver: WindowDriver) -> None:
        reference_driver.host.console("set-policy absent")
        window = history(reference_driver)
        press_space(reference_driver, window.view.revert_button)
        reference_driver.qtbot.waitUntil(lambda: "Nothing to revert" in window.view.said.text())


def test_an_entry_of_the_host_as_it_was_reached_then_is_still_its_own(reference_driver: WindowDriver, tmp_path) -> None:
    """Over HTTPS now, over HTTP then: the same host. A practice host of the same name is not."""
    reference_driver.disable_remoting()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute("UPDATE write SET host = 'https://server01:5986', practice = 0")
    window = history(reference_driver)
    window._source.load()
    reference_driver.qtbot.waitUntil(lambda: window.view.current.host.startswith("https"))
    press_space(reference_driver, window.view.revert_button)
    assert "Connect to SERVER01 first" in window.view.said.text()
    reference_driver.session.kind = HostKind.REMOTE
    press_space(reference_driver, window.view.revert_button)
    reference_driver.dialog(ConfirmDialog).reject()
