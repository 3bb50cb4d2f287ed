"""10,000 entries on one host, 500 endpoints of 20: filtering, sorting, opening the editor, editing, granting for all.

The peer is Qt's own item model with the same texts under the same kind of proxy, in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pytest
from PySide6.QtCore import QSortFilterProxyModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from gatepost.endpoints.changes.bulk import GrantKind, apply_wish
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.endpoints.endpoint_row import endpoint_row
from gatepost.security import NO_ACCOUNTS, AccessMask, Sid
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.session.host_source import HostConnection
from gatepost.ui.editor.entry_dialog import EntryDialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from gatepost.ui.endpoints.page import EndpointsPage
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot

pytestmark = pytest.mark.bench

ENDPOINTS, ENTRIES = 500, 20
STALL = 50  # milliseconds that nobody sees


def entries(number: int) -> str:
    return "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{1000 + (number * 7 + place) % 900})" for place in range(ENTRIES - 2))


def took(run: Callable[[], object]) -> float:
    """Milliseconds until everything that follows is painted."""
    start = time.perf_counter()
    run()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - start)


@pytest.fixture
def page(qtbot):
    host = snapshot(*(endpoint(f"Team.{n:03}", f"D:P(D;;GA;;;NU){entries(n)}(A;;GA;;;BA)") for n in range(ENDPOINTS)))
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(lambda _: None), ManualRunner())
    for configuration in host.configurations:  # as the reading does in its own thread
        endpoint_row(host.endpoint_with(configuration), host.accounts)
    session.snapshot = host
    session.drafts.set_snapshot(host)
    made = EndpointsPage()
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    qtbot.waitExposed(made)
    session.changed.connect(lambda change: made.show_session(session, change))
    return made, session


def peer(texts: list[str]) -> tuple[QTableView, QSortFilterProxyModel]:
    model = QStandardItemModel()
    for text in texts:
        model.appendRow([QStandardItem(text)] + [QStandardItem("x") for _ in range(6)])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    view = QTableView()
    view.setModel(proxy)
    view.resize(1280, 400)
    view.show()
    view._kept = model
    return view, proxy


def test_ten_thousand_entries(page, qtbot) -> None:
    made, session = page
    first = took(lambda: made.show_session(session))
    texts = [made.panel.model.filter_words(row) for row in range(ENDPOINTS)]
    view, proxy = peer(texts)
    qtbot.addWidget(view)
    qtbot.waitExposed(view)
    words = ["d", "de", "den", "deny", "deny 1742", ""]
    filtered = [took(lambda word=word: made.panel.set_words(word)) for word in words]
    peer_filtered = [took(lambda word=word: proxy.setFilterFixedString(word)) for word in words]
    table = made.panel.table
    sorted_ = [
        took(lambda c=column: table.sortByColumn(c, table.horizontalHeader().sortIndicatorOrder()))
        for column in (0, 2, 3)
    ]
    peer_sorted = [
        took(lambda c=column: view.sortByColumn(c, table.horizontalHeader().sortIndicatorOrder()))
        for column in (0, 1, 2)
    ]
    selected = [took(lambda n=n: made.panel.select(f"Team.{n:03}")) for n in range(0, 500, 50)]

    row = made.details.permissions.model.row(5)
    opened, dialogs = [], []

    def open_entry() -> None:
        dialog = EntryDialog(session, ListKind.DACL, ("uri",), row, 0)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()

    opened = [took(open_entry) for _ in range(3)]
    for dialog in dialogs:
        dialog.reject()
    edits = [took(made.details.permissions.view.duplicate.trigger) for _ in range(5)]

    def open_grant() -> None:
        dialog = GrantDialog(session, ("Team.001",))
        qtbot.addWidget(dialog)
        dialog.show()

    grant = took(open_grant)
    step = None

    def for_all() -> None:
        nonlocal step
        wishes = session.drafts.configurations()
        step = apply_wish(
            GrantKind.GRANT,
            [Endpoint(each, "") for each in wishes],
            Sid.parse("S-1-5-4"),
            AccessMask.GENERIC_EXECUTE,
            NO_ACCOUNTS,
        )
        session.drafts.edit("Grant", step.edited)

    granted = took(for_all)
    assert step is not None and len(step.edited) == ENDPOINTS
    undone = took(session.drafts.undo)
    figures = {
        "first picture of the table": (first, None),
        "filter, a key": (median(filtered), median(peer_filtered)),
        "sort, a column": (median(sorted_), median(peer_sorted)),
        "select an endpoint and show its 20 entries": (median(selected), None),
        "open the editor of an entry": (median(opened), None),
        "one edit": (median(edits), None),
        "open the dialog for many": (grant, None),
        "grant on all 500": (granted, None),
        "undo that": (undone, None),
    }
    print()
    for what, (ours, theirs) in figures.items():
        against = f", Qt's own model {theirs:.1f} ms, ratio {ours / theirs:.1f}" if theirs else ""
        print(f"{what}: {ours:.1f} ms{against}{'' if ours <= STALL else '  (a stall to be seen)'}")
