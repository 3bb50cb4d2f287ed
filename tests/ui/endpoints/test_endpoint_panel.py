"""The endpoint table with several rows selected, after a refresh, and with what stands in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from gatepost.endpoints.configuration.session_configuration import SessionKind
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.models.endpoints.table import _KINDS, EndpointColumn
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.ui.endpoints.access_switch import switch_rect
from gatepost.ui.endpoints.endpoint_panel import EndpointPanel
from gatepost.ui.widgets.row_heights import SWITCH_ROW_HEIGHT
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, rows_of, snapshot

CONTROL = Qt.KeyboardModifier.ControlModifier
HOST = snapshot(endpoint("a"), endpoint("b"), endpoint("c"), endpoint("d"))


def never(_: object) -> None:
    raise AssertionError("nothing is read here")


@pytest.fixture
def session(qapp) -> HostSession:
    made = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(never), ManualRunner())
    made.snapshot, made.rows = HOST, rows_of(HOST)
    return made


@pytest.fixture
def panel(qtbot, session: HostSession) -> EndpointPanel:
    made = EndpointPanel()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_session(session)
    return made


def reread(panel: EndpointPanel, session: HostSession, snapshot: HostSnapshot) -> None:
    session.snapshot, session.rows = snapshot, rows_of(snapshot)
    panel.show_session(session)


def test_control_and_space_select_rows_that_are_not_neighbors(panel: EndpointPanel, qtbot) -> None:
    table = panel.table
    table.setFocus()
    with qtbot.assertNotEmitted(table.choice_requested):
        for _ in range(2):
            qtbot.keyClick(table, Qt.Key.Key_Down, CONTROL)
        qtbot.keyClick(table, Qt.Key.Key_Space, CONTROL)
    assert panel.selected_names() == ("a", "c")
    with qtbot.waitSignal(table.choice_requested):
        qtbot.keyClick(table, Qt.Key.Key_Space)


def test_the_selection_stays_on_its_names_when_endpoints_come_and_go(
    panel: EndpointPanel, session: HostSession
) -> None:
    panel.select("c")
    reread(panel, session, snapshot(endpoint("new"), *HOST.configurations))
    assert panel.selected_names() == ("c",)
    panel.table.selectAll()
    reread(panel, session, snapshot(endpoint("b"), endpoint("newer"), endpoint("d")))
    assert panel.selected_names() == ("b", "d")
    reread(panel, session, snapshot(endpoint("only")))
    assert panel.selected_names() == ("only",)


BROKEN = (UnreadablePlugin("<b>Odd</b>", "It has no name."), UnreadablePlugin("Other", "It is no XML."))


def test_a_host_whose_plug_ins_are_all_unreadable_says_so_and_names_them(
    panel: EndpointPanel, session: HostSession
) -> None:
    reread(panel, session, replace(snapshot(), unreadable=BROKEN))
    assert "No PowerShell endpoint of this host can be read." in panel.message.accessibleName()
    details = panel.message.findChild(QPlainTextEdit)
    assert details.isVisible()
    assert details.toPlainText() == "<b>Odd</b>: It has no name.\nOther: It is no XML."


def test_plug_ins_that_were_not_understood_are_named_under_the_table(
    panel: EndpointPanel, session: HostSession
) -> None:
    assert not panel.unreadable.isVisible()
    reread(panel, session, replace(HOST, unreadable=BROKEN))
    assert panel.unreadable.isVisible() and panel.table.isVisible()
    assert panel.unreadable.text().startswith("2 plug-ins can't be read and aren't shown: <b>Odd</b>, Other")
    assert "It is no XML." in panel.unreadable.toolTip() and "<b>" not in panel.unreadable.toolTip()


def test_a_host_without_endpoints_counts_the_other_plug_ins(panel: EndpointPanel, session: HostSession) -> None:
    reread(panel, session, replace(snapshot(), other_plugins=("Event",)))
    assert "1 other WinRM plug-in was found; it isn't shown." in panel.message.accessibleName()


def test_choosing_a_host_that_failed_leaves_the_keyboard_where_it_is(
    panel: EndpointPanel, session: HostSession
) -> None:
    panel.show_session(None)
    session.error = HostError(english("It is gone."))
    panel.show_session(session)
    assert not isinstance(panel.window().focusWidget(), QPushButton)


def test_every_row_has_room_for_the_switch(panel: EndpointPanel) -> None:
    assert {panel.table.rowHeight(row) for row in range(4)} == {SWITCH_ROW_HEIGHT}
    index = panel.filter.index(0, EndpointColumn.ACCESS)
    assert panel.table.visualRect(index).contains(switch_rect(panel.table.visualRect(index), panel.table.font()))


def test_what_a_filter_leaves_has_its_height_before_it_is_painted(panel: EndpointPanel, session: HostSession) -> None:
    many = "".join(f"(A;;GA;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(20))
    reread(panel, session, snapshot(*(endpoint(f"Team.{number:03}", f"D:P{many}") for number in range(201))))
    assert panel.table.rowHeight(0) == SWITCH_ROW_HEIGHT  # of more than 200 none is measured
    panel.set_words("team.00")
    assert panel.table.rowHeight(0) > SWITCH_ROW_HEIGHT


def test_the_kind_is_hidden_while_all_are_standard_in_any_language(panel: EndpointPanel, monkeypatch) -> None:
    monkeypatch.setitem(_KINDS, SessionKind.STANDARD, english("Ordinaire"))
    panel.columns.fit()
    assert panel.table.isColumnHidden(EndpointColumn.KIND)
