"""The tab and the page of "who gets in", worked as a user works them."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from gatepost.endpoints.changes.pending_change import EditStep, PendingChange
from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.text import english
from gatepost.models.access.answer_table import AnswerColumn
from gatepost.models.roles import ValueRole
from gatepost.ui.access.effective_access_tab import EffectiveAccessTab
from gatepost.ui.widgets.row_heights import DENSITY, Density
from tests.ui.window_driver import WindowDriver

DEFAULT = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)"


UNLESS = "No by itself"


def tab_of(driver: WindowDriver, name: str) -> EffectiveAccessTab:
    """Select an endpoint and open the tab."""
    driver.window.panel.select(name)
    tabs = driver.window.details.tabs
    tabs.setCurrentWidget(driver.window.details.effective_access())
    return driver.window.details.effective_access()


def answers(tab: EffectiveAccessTab) -> list[str]:
    limit = time.monotonic() + 20
    while not tab.is_answered and time.monotonic() < limit:  # on a busy machine it may be said later
        QApplication.processEvents()
    return [tab.model.index(row, AnswerColumn.NOW).data() for row in range(tab.model.rowCount())]


def choose(driver: WindowDriver, tab: EffectiveAccessTab, starts: str) -> None:
    """Choose an account by keyboard: the first letters of its name."""
    driver.window.activateWindow()
    tab.chooser.preset.setFocus()
    driver.qtbot.keyClicks(tab.chooser.preset, starts)
    assert tab.chooser.preset.currentText().startswith(starts)


def test_yes_or_no_for_each_way_and_the_entry_that_decides_is_selected(reference_driver: WindowDriver) -> None:
    reference_driver.host.console("set-sddl", "WithProfile", DEFAULT)
    reference_driver.session.load()
    reference_driver.wait_quiet()
    tab = tab_of(reference_driver, "WithProfile")
    assert answers(tab) == ["No", "Yes", "Yes"]
    assert tab.why.toPlainText() == r"Denied by entry 1: Denies NT AUTHORITY\NETWORK: Full Control(All Operations)."
    (selected,) = tab.entry_view.selectionModel().selectedRows()
    assert selected.data(ValueRole).number == 0
    tab.answers.selectRow(1)
    assert "Allowed by entry 2" in tab.why.toPlainText()
    assert tab.entry_view.selectionModel().selectedRows()[0].data(ValueRole).number == 1
    tab.answers.selectRow(2)
    assert tab.why.toPlainText().startswith("RootSDDL: Allowed by entry 1")
    assert tab.entry_view.selectionModel().selectedRows()[0].data(ValueRole).resource == "RootSDDL"


def test_accounts_are_chosen_ticked_and_typed(reference_driver: WindowDriver) -> None:
    tab = tab_of(reference_driver, "Test")
    choose(reference_driver, tab, "Standard user")
    assert answers(tab) == ["No", "Yes", "No"]  # INTERACTIVE may open Test
    chooser = tab.chooser
    assert chooser.field is not None
    reference_driver.qtbot.keyClicks(chooser.field.edit, r"DOMAIN01\User01")
    reference_driver.qtbot.waitUntil(
        lambda: chooser.field is not None and chooser.field.sid is not None, timeout=10_000
    )
    reference_driver.qtbot.keyClick(chooser.field.edit, Qt.Key.Key_Return)
    assert answers(tab) == ["Yes", "Yes", UNLESS]
    assert chooser.preset.currentText().startswith("Custom")
    chooser.carries.setFocus()
    reference_driver.qtbot.keyClick(chooser.carries, Qt.Key.Key_Space)
    assert answers(tab)[0] != "No"  # administrators may, whatever else the account is


def test_a_typed_account_starts_from_its_own_token(reference_driver: WindowDriver) -> None:
    tab = tab_of(reference_driver, "microsoft.powershell")
    chooser = tab.chooser
    assert chooser.preset.currentText() == "Administrator over the network"
    assert answers(tab) == ["Yes", "Yes", "Yes"]
    assert chooser.field is not None
    reference_driver.qtbot.keyClicks(chooser.field.edit, r"DOMAIN01\User01")
    reference_driver.qtbot.waitUntil(
        lambda: chooser.field is not None and chooser.field.sid is not None, timeout=10_000
    )
    reference_driver.qtbot.keyClick(chooser.field.edit, Qt.Key.Key_Return)
    assert answers(tab) == [UNLESS, UNLESS, UNLESS]  # nothing is left of the administrator
    for width in (900, 1000, 1180, 1240, 1300):  # every column is in sight
        reference_driver.window.resize(width, 720)
        QApplication.processEvents()
        assert tab.answers.horizontalHeader().length() <= tab.answers.viewport().width()
    assert "would allow members of its group" in tab.why.toPlainText()


def test_the_connected_account_is_asked_about_as_far_as_it_is_known(reference_driver: WindowDriver) -> None:
    tab = tab_of(reference_driver, "microsoft.powershell")
    choose(reference_driver, tab, r"The connected account, SERVER01\Administrator")
    assert answers(tab) == ["Yes", "Yes", "Yes"]


def test_before_and_after_stand_side_by_side_with_a_pending_change(reference_driver: WindowDriver) -> None:
    tab = tab_of(reference_driver, "microsoft.powershell")
    assert tab.answers.isColumnHidden(AnswerColumn.PENDING)
    configuration = reference_driver.session.snapshot.configuration("microsoft.powershell")
    reference_driver.session.pending_changes.edit(set_sddl(configuration, 0, "O:NSG:BAD:P(A;;GX;;;RM)"))
    assert not tab.answers.isColumnHidden(AnswerColumn.PENDING)
    found = [[tab.model.index(row, c).data() for c in (AnswerColumn.NOW, AnswerColumn.PENDING)] for row in range(3)]
    assert found == [["Yes", "No"], ["Yes", "No"], ["Yes", "Yes"]]
    assert "No entry allows" in tab.why.toPlainText()
    reference_driver.window.pages.setCurrentWidget(reference_driver.window.pages.access_summary())
    who = reference_driver.window.pages.access_summary()
    reference_driver.qtbot.waitUntil(lambda: who.model.index(0, 0).data() == "Yes → No", timeout=20_000)
    assert who.inspector.text().startswith(
        "Administrator over the network, microsoft.powershell. Now: Yes. With pending changes: No."
    )
    reference_driver.session.pending_changes.discard("Discard", reference_driver.session.pending_changes.pending_names)
    reference_driver.qtbot.waitUntil(lambda: who.model.index(0, 0).data() == "Yes", timeout=20_000)


class TestProveIt:
    def test_the_answer_comes_into_sight_where_a_key_asked_for_it_below_the_edge(
        self, reference_driver: WindowDriver
    ) -> None:
        reference_driver.window.resize(960, 540)
        tab = tab_of(reference_driver, "microsoft.powershell")
        reference_driver.qtbot.waitUntil(lambda: tab.session_test_line.button.visibleRegion().isEmpty())
        reference_driver.qtbot.keyClick(reference_driver.window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
        reference_driver.qtbot.waitUntil(
            lambda: "The host's answer" in tab.session_test_line.answer.text(), timeout=10_000
        )
        reference_driver.qtbot.waitUntil(
            lambda: (
                tab.session_test_line.answer.visibleRegion().boundingRect().height()
                == tab.session_test_line.answer.height()
            ),
            timeout=5000,
        )

    def test_the_hosts_own_answer_stands_beside_the_computed_one(self, reference_driver: WindowDriver) -> None:
        tab = tab_of(reference_driver, "microsoft.powershell")
        assert reference_driver.host.console("counts")["shell-create"] == 0  # never by itself
        reference_driver.qtbot.mouseClick(tab.session_test_line.button, Qt.MouseButton.LeftButton)
        reference_driver.qtbot.waitUntil(
            lambda: "The host's answer" in tab.session_test_line.answer.text(), timeout=10_000
        )
        assert tab.session_test_line.answer.text() == (
            r"The host's answer for SERVER01\Administrator: Yes. Computed answer: Yes. The computed answer is the same. "
            "The host opened a session and closed it again."
        )
        counts = reference_driver.host.console("counts")
        assert (counts["shell-create"], counts["shell-delete"]) == (1, 1)
        choose(reference_driver, tab, "Standard user")  # the answer was not theirs
        assert tab.session_test_line.answer.isHidden() and tab.session_test_line.answer.text() == ""

    def test_a_difference_is_explained_and_forgotten_with_the_endpoint(self, reference_driver: WindowDriver) -> None:
        tab = tab_of(reference_driver, "microsoft.powershell")
        reference_driver.host.console("set-sddl", "microsoft.powershell", DEFAULT)  # behind the window's back
        tab.session_test_line.button.click()
        reference_driver.qtbot.waitUntil(
            lambda: "The host's answer" in tab.session_test_line.answer.text(), timeout=10_000
        )
        assert (
            r"The host's answer for SERVER01\Administrator: No. Computed answer: Yes."
            in tab.session_test_line.answer.text()
        )
        assert "changed since it was read" in tab.session_test_line.answer.text()
        reference_driver.window.panel.select("Test")
        assert tab.session_test_line.answer.isHidden() and tab.session_test_line.answer.text() == ""

    def test_a_test_that_is_stopped_leaves_the_line_as_before_it(self, reference_driver: WindowDriver) -> None:
        tab = tab_of(reference_driver, "microsoft.powershell")
        reference_driver.host.console("delay 0.3")
        tab.session_test_line.button.click()
        assert tab.session_test_line.answer.text().startswith("Opening a session")
        assert tab.session_test_line._job is not None and tab.session_test_line._job.cancel()
        assert tab.session_test_line.answer.isHidden() and tab.session_test_line.answer.text() == ""
        reference_driver.host.console("delay 0")

    def test_asking_and_going_on_hangs_nothing(self, reference_driver: WindowDriver) -> None:
        tab = tab_of(reference_driver, "microsoft.powershell")
        reference_driver.host.console("delay 0.3")
        tab.session_test_line.button.setFocus()
        tab.session_test_line.button.click()
        assert reference_driver.window.focusWidget() is tab.session_test_line.button
        tab.session_test_line.button.click()
        reference_driver.window.panel.select("Test")
        assert tab.session_test_line.button.isEnabled()
        reference_driver.host.console("delay 0")


def test_the_page_over_the_host_by_keyboard(reference_driver: WindowDriver) -> None:
    who = reference_driver.window.pages.access_summary()
    reference_driver.window.pages.setCurrentWidget(who)
    who.view.setFocus()
    names = [who.model.headerData(row, Qt.Orientation.Vertical) for row in range(who.model.rowCount())]
    assert names[0] == "microsoft.powershell" and names[-1] == "winrs (RootSDDL)"
    said = "Administrator over the network, microsoft.powershell: Yes."
    reference_driver.qtbot.waitUntil(lambda: who.inspector.text().startswith(said), timeout=20_000)
    reference_driver.qtbot.keyClick(who.view, Qt.Key.Key_Right)
    said_next = "Administrator at the console, microsoft.powershell: Yes."
    reference_driver.qtbot.waitUntil(lambda: who.inspector.text().startswith(said_next), timeout=20_000)
    reference_driver.qtbot.keyClick(who.view, Qt.Key.Key_Tab)
    assert reference_driver.window.focusWidget() is not who.view


def test_without_a_host_both_say_so(qtbot, reference_driver: WindowDriver) -> None:
    reference_driver.window.pages.setCurrentWidget(reference_driver.window.pages.access_summary())
    reference_driver.window.pages.access_summary().show_session(None)
    assert reference_driver.window.pages.access_summary().message.isVisible()
    reference_driver.window.details.effective_access().show_endpoint(None)
    assert reference_driver.window.details.effective_access().model.rowCount() == 0


def test_every_control_has_a_name(open_window: Callable[..., WindowDriver]) -> None:
    driver = open_window("hard-cases")
    tab = tab_of(driver, "Claim.Department")
    chooser = tab.chooser
    assert chooser.field is not None
    named = [chooser.preset, chooser.carries, chooser.field.edit, tab.answers, tab.why, tab.entry_view]
    assert all(widget.accessibleName() for widget in named)
    assert answers(tab)[0] == "Yes"
    choose(driver, tab, "Standard user")
    assert answers(tab)[0] == "Not known"
    assert "only the host can tell" in tab.why.toPlainText()


def test_at_1280_by_720_question_answer_and_reasons_are_seen_whole(reference_driver: WindowDriver) -> None:
    window = reference_driver.window
    window.resize(1280, 720)
    reference_driver.qtbot.waitUntil(lambda: window.height() == 720)
    before = window.details.height()
    tab = tab_of(reference_driver, "Test")
    assert tab.chooser.field is not None
    asked = (tab.chooser.preset, tab.chooser.carries, tab.chooser.field.edit, tab.chooser.add)
    answered = (tab.answers, tab.why, tab.session_test_line.button, tab.entry_view)
    reference_driver.session.pending_changes.edit(EditStep(english("Edit"), (pending_of(reference_driver, "Test"),)))
    for _ in range(2):  # with a pending change, then without
        reference_driver.qtbot.waitUntil(lambda: cut_parts(*asked, *answered) == [])
        for table in (tab.answers, tab.entry_view):
            assert table.horizontalScrollBar().maximum() == 0
            assert cut_cells(table) == []
        scrolling = (tab.answers, tab.why)
        assert [part.accessibleName() for part in scrolling if part.verticalScrollBar().maximum()] == []
        reference_driver.session.pending_changes.undo()
    for width, density in ((1100, Density.COMPACT), (1280, Density.COMFORTABLE), (1280, Density.COMPACT)):
        window.resize(width, 720)  # at first with the reason below the answers
        DENSITY.choose(density)
        reference_driver.qtbot.waitUntil(lambda: cut_parts(*asked, *answered) == [])
    window.details.tabs.setCurrentIndex(0)  # where the table has its room again
    assert window.details.height() == before


def cut_parts(*parts: QWidget) -> list[str]:
    return [part.accessibleName() for part in parts if part.visibleRegion().boundingRect() != part.rect()]


def cut_cells(table: QTableView) -> list[str]:
    model = table.model()
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    shown = [cell for cell in cells if not table.isColumnHidden(cell.column())]
    return [cell.data() for cell in shown if table.sizeHintForIndex(cell).width() > table.columnWidth(cell.column())]


def pending_of(driver: WindowDriver, name: str) -> PendingChange:
    held = driver.session.pending_changes.configuration(name)
    assert held is not None
    (change,) = set_sddl(held, 0, DEFAULT).changes
    return change


def test_an_account_that_was_resolved_keeps_its_name(open_window) -> None:
    driver = open_window("windows-server")
    tab = tab_of(driver, "microsoft.powershell")
    field = tab.chooser.field
    assert field is not None
    driver.qtbot.keyClicks(field.edit, r"NORTHWIND\paul.plain")
    driver.qtbot.waitUntil(lambda: field.sid is not None, timeout=10_000)
    assert driver.session.accounts.name_of(field.sid) == r"NORTHWIND\paul.plain"
    driver.session.load()  # and after the next reading
    driver.qtbot.waitUntil(lambda: not driver.session.state.is_busy, timeout=10_000)
    assert driver.session.accounts.name_of(field.sid) == r"NORTHWIND\paul.plain"
