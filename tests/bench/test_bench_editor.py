"""10,000 entries on one host, 500 endpoints of 20: filtering, sorting, selecting, editing, granting for all.

The peer is Qt's own item model and proxy with the same texts in the same columns, in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtCore import QEventLoop, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.security import Sid
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.ui.editor.entry_dialog import EntryDialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from gatepost.ui.endpoints.endpoint_panel import EndpointPanel
from gatepost.ui.endpoints.page import EndpointsPage
from tests.bench.figures import STALL, Figures
from tests.bench.pulse import Pulse
from tests.models.documents import endpoint, rows_of, snapshot

pytestmark = pytest.mark.bench

SEARCHED = Qt.ItemDataRole.UserRole + 1
ENDPOINTS, ENTRIES = 500, 20
WORDS = ("deny", "team.1", "team.12", "s-1-5-21-1-2-3-1742", "")  # each finds other rows than the one before
SORTED = (EndpointColumn.PERMISSION, EndpointColumn.ACCESS, EndpointColumn.NAME)


def entries(number: int) -> str:
    return "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{1000 + (number * 7 + place) % 900})" for place in range(ENTRIES - 2))


def took(run: Callable[[], object]) -> float:
    """Milliseconds until nothing that follows is left to do: what a timer paints again counts as well."""
    start = time.perf_counter()
    run()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1000)
    return 1000 * (time.perf_counter() - start)


@pytest.fixture
def runner(qapp) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shutdown(10)


@pytest.fixture
def page(qtbot, runner):
    host = snapshot(*(endpoint(f"Team.{n:03}", f"D:P(D;;GA;;;NU){entries(n)}(A;;GA;;;BA)") for n in range(ENDPOINTS)))
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(lambda _: None), runner)
    session.snapshot, session.rows = host, rows_of(host)
    session.pending_changes.set_snapshot(host)
    made = EndpointsPage(runner)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    session.changed.connect(lambda change: made.show_session(session, change))
    return made, session


class Peer:
    """What Qt brings: the texts of a table in a standard model under its own proxy, shown in a view of the same size."""

    def __init__(self, qtbot, shown: EndpointPanel) -> None:
        self._model = QStandardItemModel()
        for row in range(ENDPOINTS):
            texts = [shown.model.index(row, column).data() for column in range(len(EndpointColumn))]
            items = [QStandardItem(text) for text in texts]
            items[0].setData(shown.model.filter_words(row), SEARCHED)
            self._model.appendRow(items)
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self._model)
        self.proxy.setFilterRole(SEARCHED)
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.view.setModel(self.proxy)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(shown.table.rowHeight(0))
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        for column in range(len(EndpointColumn)):
            self.view.setColumnWidth(column, shown.table.columnWidth(column))
            self.view.setColumnHidden(column, shown.table.isColumnHidden(column))
        self.view.resize(shown.table.size())
        with qtbot.waitExposed(self.view):
            self.view.show()


def test_ten_thousand_entries(page, qtbot) -> None:
    made, session = page
    figures = Figures()
    figures.add("first picture of the table", took(lambda: made.show_session(session)))
    panel = made.panel
    filtered = [
        took(lambda word=word: panel.set_words(word)) for word in WORDS
    ]  # before the peer asks for what is searched
    peer = Peer(qtbot, panel)
    figures.add(
        "filter, a key",
        median(filtered),
        peer=median(took(lambda w=w: peer.proxy.setFilterFixedString(w)) for w in WORDS),
    )
    figures.add("filter, the slowest key", max(filtered), STALL)
    ascending = Qt.SortOrder.AscendingOrder
    sorted_ = median(took(lambda c=column: panel.table.sortByColumn(c, ascending)) for column in SORTED)
    figures.add(
        "sort, a column", sorted_, peer=median(took(lambda c=c: peer.view.sortByColumn(c, ascending)) for c in SORTED)
    )
    numbers = range(0, ENDPOINTS, 50)
    selected = median(took(lambda n=n: panel.select(f"Team.{n:03}")) for n in numbers)
    figures.add(
        "select an endpoint and show its 20 entries",
        selected,
        peer=median(took(lambda n=n: peer.view.selectRow(n)) for n in numbers),
    )

    row = made.details.permissions.model.row(5)
    dialogs: list[EntryDialog] = []

    def open_entry() -> None:
        dialogs.append(EntryDialog(session, ListKind.DACL, ("uri",), row, 0))
        qtbot.addWidget(dialogs[-1])
        dialogs[-1].show()

    figures.add("open the editor of an entry", median(took(open_entry) for _ in range(3)), STALL)
    for dialog in dialogs:
        dialog.reject()
    duplicate = made.details.permissions.duplicate
    figures.add("one edit", median(took(duplicate.trigger) for _ in range(5)), STALL)
    figures.show()


def test_grant_on_all(page, qtbot) -> None:
    made, session = page
    figures = Figures()
    made.show_session(session)
    asked: list[GrantDialog] = []
    pulse = Pulse()

    def stall(act: Callable[[], object], done: Callable[[], bool]) -> float:
        """The longest stall of the window until it is done and painted, in milliseconds."""
        pulse.begin()
        act()
        qtbot.waitUntil(done, timeout=60_000)
        qtbot.wait(50)
        return 1000 * pulse.stop()

    def ask() -> None:
        dialog = GrantDialog(session, ("Team.001",))
        dialog.answered.connect(lambda step: session.pending_changes.edit(step))
        qtbot.addWidget(dialog)
        dialog.show()
        asked.append(dialog)

    def pending_names(count: int) -> Callable[[], bool]:
        return lambda: len(session.pending_changes.pending_names) == count

    figures.add("open the dialog for many", stall(ask, lambda: bool(asked)), STALL)
    dialog = asked[0]
    figures.add("tick all 500", stall(dialog.tick_all.click, lambda: len(dialog.ticked()) == ENDPOINTS), STALL)
    dialog.principal.set_sid(Sid.parse("S-1-5-4"))
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    start = time.perf_counter()
    longest = stall(dialog.ok_button.click, pending_names(ENDPOINTS))
    figures.add("grant on all 500: until it is pending", 1000 * (time.perf_counter() - start) - 50)
    figures.add("grant on all 500: longest stall", longest, STALL)
    figures.add("undo that", stall(session.pending_changes.undo, pending_names(0)), STALL)
    figures.add("redo it", stall(session.pending_changes.redo, pending_names(ENDPOINTS)), STALL)
    figures.show()
