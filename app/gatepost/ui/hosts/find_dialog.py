"""Search over all open hosts, and its results."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.compare.search import Hit, Query, SearchKind, principals, search_steps
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.runner import JobRunner
from gatepost.models.hit_table import HitColumn, HitTableModel
from gatepost.models.roles import SortRole, Tone, ValueRole
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.security import Sid
from gatepost.session.evaluator import Evaluator
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.boxes import Grow, hbox
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.fields import ChoiceBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, copy_button, plain_label, push_button
from gatepost.ui.widgets.row_heights import TextRowHeights
from gatepost.ui.widgets.tables import RowTable, set_up_table

MAX_HITS = 20_000
_BATCH = 0.05  # seconds of work in the background before the window hears of what was found
_PAUSE = 250  # milliseconds without a key before the search begins
_NAMED = 5  # hosts that were not searched; more are counted
_WIDEST: dict[int, int] = {HitColumn.HOST: 220, HitColumn.ENDPOINT: 310, HitColumn.WHAT: 260}  # pixels
_LEAST_ENTRY = 400  # pixels


class FindDialog(FittedDialog):
    """Stays open beside the window. ``sessions`` gives the open hosts whenever a search begins."""

    hit_chosen = Signal(object)  # Hit

    def __init__(
        self, sessions: Callable[[], Sequence[HostSession]], runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._evaluator = Evaluator(runner)
        self._searched: list[HostSnapshot] = []
        self._question = _Question((), Query(SearchKind.DENIES))
        self.setWindowTitle(self.tr("Find in all hosts"))
        kinds = (
            (self.tr("Deny entries"), SearchKind.DENIES),
            (self.tr("Endpoints that a principal can open sessions on"), SearchKind.CAN_OPEN),
            (self.tr("Findings"), SearchKind.FINDINGS),
            (self.tr("All entries"), SearchKind.ENTRIES),
        )
        self.kind_box = ChoiceBox(self.tr("What to find"), kinds)
        self.words_edit = PlainEdit(longest=400)
        self.words_edit.setClearButtonEnabled(True)
        self.model = HitTableModel(self)
        self.sort_model = QSortFilterProxyModel(self)
        self.sort_model.setSortRole(SortRole)
        self.sort_model.setSortLocaleAware(True)
        self.sort_model.setSourceModel(self.model)
        self.table = RowTable()
        set_up_table(self.table, self.sort_model, self.tr("Results"), single=True)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as found: host by host
        TableColumns(self.table, HitColumn.ENTRY, _LEAST_ENTRY, _WIDEST).follow_model()
        TextRowHeights(self.table, HitColumn.ENTRY)
        self.summary_label = plain_label("", "muted")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._on_kind_changed()
        self.words_edit.setFocus()

    def refresh(self) -> None:
        """Search again where a host has been read, opened or closed since."""
        if self._snapshots() != self._searched:
            self._pause.start()

    # Building

    def _lay_out(self) -> None:
        title = ElidedLabel("dialogTitle", self.tr("Find in all hosts"))
        row = hbox(self.kind_box, Grow(self.words_edit), spacing=10)
        self.copy_button = copy_button(self.tr("Copy as &text"), self.as_text)
        self.go_button = push_button(self.tr("&Go to endpoint"), self._choose, is_default=True)
        self.close_button = push_button(self.tr("&Close"), self.close)
        dialog_layout(
            self,
            dialog_header(SignLabel("text-search", Tone.ACCENT), title, self.summary_label),
            row,
            self.table,
            dialog_buttons([self.copy_button], [self.close_button, self.go_button]),
        )
        self.resize(1100, 560)

    def _connect(self) -> None:
        self.kind_box.currentIndexChanged.connect(self._on_kind_changed)
        self.words_edit.textChanged.connect(self._on_words_changed)
        self._pause.timeout.connect(self.search)
        self.table.activated.connect(lambda _: self._choose())
        go = QAction(self.tr("Go to endpoint"), self.table)
        go.triggered.connect(self._choose)
        self.table.insertAction(self.table.actions()[0], go)
        self.table.selectionModel().currentChanged.connect(self._enable)
        self.finished.connect(self._stop)

    # Searching

    def search(self) -> None:
        """Start again."""
        self._stop()
        self.model.clear()
        self._searched = self._snapshots()
        self._question = _Question(self._searched, Query(self.kind_box.currentData(), self.words_edit.text()))
        self._go_on(self._question.steps())

    def _go_on(self, steps: Iterator[tuple[Hit, ...]]) -> None:
        self._say(ended=False)
        work = partial(_next_hits, steps)
        self._evaluator.evaluate_later(work, partial(self._on_found, steps), self._on_crashed)

    def _stop(self) -> None:
        self._pause.stop()
        self._evaluator.cancel()

    def _on_found(self, steps: Iterator[tuple[Hit, ...]], batch: tuple[list[Hit], bool]) -> None:
        hits, is_done = batch
        remaining = MAX_HITS - self.model.rowCount()
        self.model.add(hits[:remaining])
        if is_done or len(hits) >= remaining:
            self._select_first()
            self._say(ended=True)
        else:
            self._go_on(steps)

    def _on_crashed(self) -> None:
        self._select_first()
        self.summary_label.setText(self.tr("Unexpected error in Gatepost: the search couldn't be completed."))

    def _snapshots(self) -> list[HostSnapshot]:
        return [session.snapshot for session in self._sessions() if session.snapshot is not None]

    def _select_first(self) -> None:
        if self.sort_model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._enable()

    # Saying

    def _on_kind_changed(self) -> None:
        by_principal = self.kind_box.currentData() is SearchKind.CAN_OPEN
        placeholder = self.tr("DOMAIN\\user, a group, or a SID") if by_principal else self.tr("Filter")
        self.words_edit.setPlaceholderText(placeholder)
        self.words_edit.setAccessibleName(self.tr("Principal") if by_principal else self.tr("Filter"))
        self.search()

    def _on_words_changed(self, _words: str) -> None:
        self._pause.start()

    def _say(self, *, ended: bool) -> None:
        hits, asked = self.model.rowCount(), len(self._searched)
        unread = [one_line(s.name) for s in self._sessions() if s.snapshot is None and not s.explanation]
        hosts = WINDOW.tr("%n host", "%n hosts", asked)
        summary = shown(WINDOW.tr("%n result on {hosts}.", "%n results on {hosts}.", hits, hosts=hosts))
        if not ended:
            summary = shown(WINDOW.tr("%n result so far...", "%n results so far...", hits))
        elif hits >= MAX_HITS:
            summary = self.tr("Showing the first {hits}.").format(hits=hits)
        elif self.kind_box.currentData() is SearchKind.CAN_OPEN:
            summary = self._about_principal(summary)
        if ended and unread:
            summary += " " + self.tr("Not searched (not connected): {hosts}.").format(hosts=_some(unread))
        self.summary_label.setText(summary)
        self.table.say_when_empty(self.tr("No results.") if ended else "")

    def _about_principal(self, summary: str) -> str:
        typed = self.words_edit.text().strip()
        if not typed:
            return self.tr("Enter a user or group.")
        if not self._question.meant:
            return self.tr('"{who}" isn\'t known on the hosts searched. Try a SID.').format(who=one_line(typed))
        return summary

    def _enable(self) -> None:
        self.go_button.setEnabled(self.table.currentIndex().isValid())
        self.copy_button.setEnabled(self.model.rowCount() > 0)

    def as_text(self) -> str:
        """Return the table as it is sorted, with tabs between the columns."""
        rows = range(self.sort_model.rowCount())
        lines = ["\t".join(self.sort_model.index(row, column).data() for column in HitColumn) for row in rows]
        return "\n".join(["\t".join(self.model.title(column) for column in HitColumn), *lines])

    def _choose(self) -> None:
        hit = self.table.currentIndex().data(ValueRole)
        if hit is not None:
            self.hit_chosen.emit(hit)


class _Question:
    """One query to some snapshots. ``steps`` is gone through in a worker thread; ``meant`` tells whether it knew whom."""

    def __init__(self, snapshots: Sequence[HostSnapshot], query: Query) -> None:
        self._snapshots = snapshots
        self._query = query
        self.meant = False

    def steps(self) -> Iterator[tuple[Hit, ...]]:
        """Give the hits of an endpoint at a step."""
        elsewhere: dict[Sid, None] = {}
        if self._query.kind is SearchKind.CAN_OPEN:
            for snapshot in self._snapshots:
                elsewhere |= dict.fromkeys(principals(snapshot, self._query.words))
                yield ()
            self.meant = bool(elsewhere)
        for snapshot in self._snapshots:
            yield from search_steps(snapshot, self._query, tuple(elsewhere), shown)


def _next_hits(steps: Iterator[tuple[Hit, ...]]) -> tuple[list[Hit], bool]:
    """Do steps for a moment, in a worker; return the hits of all, and whether no step is left."""
    hits = list[Hit]()
    until = time.monotonic() + _BATCH
    for step in steps:
        hits += step
        if time.monotonic() >= until:
            return hits, False
    return hits, True


def _some(names: Sequence[str]) -> str:
    return enumerated(names[:_NAMED]) + (f" (+{len(names) - _NAMED})" if len(names) > _NAMED else "")
