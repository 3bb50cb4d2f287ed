"""The endpoint table with several rows selected, after a refresh, and with what stands in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.endpoints.snapshot import HostSnapshot
from app.jobs.runner import ManualRunner
from app.ui.endpoint_panel import EndpointPanel
from app.ui.host_session import HostSession
from tests.models.documents import endpoint, snapshot

CONTROL = Qt.KeyboardModifier.ControlModifier
HOST = snapshot(endpoint("a"), endpoint("b"), endpoint("c"), endpoint("d"))


def never(_: object) -> None:
    raise AssertionError("nothing is read here")


@pytest.fixture
def session(qapp) -> HostSession:
    made = HostSession("srv01", "SRV01", never, ManualRunner())  # type: ignore[arg-type]
    made.snapshot = HOST
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
    session.snapshot = snapshot
    panel.show_session(session)


def test_control_and_space_select_rows_that_are_not_neighbours(panel: EndpointPanel, qtbot) -> None:
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
