"""The history in the window: the tab, the window of its own, what is said at the start, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.backend.journal_file import JournalError
from app.endpoints.errors import HostError
from app.endpoints.journal_entry import JournalEntry
from app.endpoints.report import EndpointOutcome
from app.endpoints.snapshot import HostSnapshot
from app.endpoints.take_back import TakeBack, compare, take_back
from app.models.journal_words import moment
from app.models.plain import one_line
from app.ui.history_tab import HistoryTab
from app.ui.history_view import HistoryView
from app.ui.history_window import HistoryWindow
from app.ui.host_session import HostSession
from app.ui.journal_source import JournalSource
from app.ui.notice_dialog import NoticeDialog
from app.ui.orders import Orders
from app.ui.wording import shown

_NAMED = 5  # writes that the notice at the start names


class Histories(QObject):
    """``session`` gives the open session of a host's key, None where it is not open."""

    def __init__(
        self, source: JournalSource, session: Callable[[str], HostSession | None], orders: Orders, window: QWidget
    ) -> None:
        super().__init__(window)
        self._source = source
        self._session = session
        self._orders = orders
        self._window = window
        self._history: HistoryWindow | None = None
        self._noticed = False
        self.tab = HistoryTab(source)
        self._serve(self.tab.view)
        source.changed.connect(self._notice_once)
        source.load()

    def open_window(self) -> None:
        """Show the history of all hosts."""
        if self._history is None:
            self._history = HistoryWindow(self._source, self._window)
            self._history.set_aside_requested.connect(self._set_aside)
            self._serve(self._history.view)
        self._history.show()
        self._history.raise_()
        self._history.activateWindow()
        self._source.load()

    def close_window(self) -> None:
        """Close the window of all hosts, where it is open."""
        if self._history is not None:
            self._history.close()

    def written(self) -> None:
        """Something has been written: the journal has news."""
        self._source.load()

    def _serve(self, view: HistoryView) -> None:
        view.take_back_requested.connect(partial(self._take_back, view))
        view.read_again_requested.connect(partial(self._read_again, view))

    # What is said at the start

    def _notice_once(self) -> None:
        """Tell of writes whose end nobody noted, and of a journal that does not open, before anything is written."""
        if self._noticed:
            return
        self._noticed = True
        if self._source.error is not None:
            self._orders.tell(partial(self._problem_notice, self._source.error))
        unsettled = [entry for entry in self._source.entries if entry.is_unsettled]
        if unsettled:
            self._orders.tell(partial(self._unsettled_notice, unsettled))

    def _problem_notice(self, error: HostError) -> QDialog:
        damaged = isinstance(error, JournalError) and error.damaged
        verb = self.tr("&Open history...") if damaged else ""
        dialog = NoticeDialog(shown(error.summary), shown(error.next_step), verb, self._window)
        dialog.accepted.connect(self.open_window)
        return dialog

    def _unsettled_notice(self, unsettled: list[JournalEntry]) -> QDialog:
        one = self.tr("Nobody noted how a write ended")
        many = self.tr("Nobody noted how {count} writes ended")
        summary = (one if len(unsettled) == 1 else many).format(count=len(unsettled))
        lines = [f"{moment(e.started_at)}  {one_line(e.subject)} @ {one_line(e.host_name)}" for e in unsettled[:_NAMED]]
        lines += ["\u2026"] if len(unsettled) > _NAMED else []
        why = self.tr(
            "Gatepost ended before it knew, an answer was lost, or another window is still writing. In the history, "
            "\u201cRead again\u201d looks at the host and settles it."
        )
        dialog = NoticeDialog(summary, "\n".join([why, "", *lines]), self.tr("&Open history..."), self._window)
        dialog.accepted.connect(self.open_window)
        return dialog

    def _set_aside(self) -> None:
        if self._history is None:
            return
        view = self._history.view
        job = self._source.set_aside()
        job.succeeded.connect(lambda path: view.say(self._set_aside_words(path)))
        job.failed.connect(self._history.say_error)

    def _set_aside_words(self, path: object) -> str:
        if not isinstance(path, Path):
            return self.tr("The journal is not damaged any more.")
        return self.tr("The damaged journal is kept as {path}. A new one begins with the next write.").format(path=path)

    # Reading again, and taking back

    def _read_again(self, view: HistoryView, entry: JournalEntry) -> None:
        session = self._open_session(view, entry)
        job = session.ask(lambda host, _: host.read_again(entry)) if session is not None else None
        if job is None:
            return
        view.say(self.tr("Reading {host} again.").format(host=one_line(entry.host_name)))

        def settled(outcome: object) -> None:
            assert isinstance(outcome, EndpointOutcome)
            view.say(shown(outcome.message))
            self._source.load()

        job.succeeded.connect(settled)
        job.failed.connect(partial(_say_failure, view))

    def _take_back(self, view: HistoryView, entries: tuple[JournalEntry, ...]) -> None:
        session = self._open_session(view, entries[0])
        job = session.ask(lambda host, context: host.list(context)) if session is not None else None
        if session is None or job is None:
            return
        view.say(self.tr("Reading {host}.").format(host=one_line(entries[0].host_name)))

        def read(snapshot: object) -> None:
            assert isinstance(snapshot, HostSnapshot)
            view.say("")
            names = session.snapshot.names if session.snapshot is not None else snapshot.names
            self._plan(session, compare(entries, replace(snapshot, names=names)))

        job.succeeded.connect(read)
        job.failed.connect(partial(_say_failure, view))

    def _plan(self, session: HostSession, plan: TakeBack) -> None:
        self._window.activateWindow()
        if not plan.needs_choice:
            self._orders.confirm(session, take_back(plan), plan.snapshot)
            return
        from app.ui.three_way_dialog import ThreeWayDialog

        dialog = ThreeWayDialog(plan, self._window)
        dialog.accepted.connect(lambda: self._orders.confirm(session, dialog.change_set, plan.snapshot))
        self._orders.tell(lambda: dialog)

    def _open_session(self, view: HistoryView, entry: JournalEntry) -> HostSession | None:
        """The session of the entry's host, or None and the reason in the view."""
        session = self._session(entry.host)
        host = one_line(entry.host_name)
        if session is None or session.snapshot is None:
            view.say(self.tr("Connect to {host} first, then ask again.").format(host=host))
            return None
        if session.busy or any(d.isVisible() for d in self._window.findChildren(QDialog)):
            view.say(self.tr("Something else is going on with {host}. Ask again when it has ended.").format(host=host))
            return None
        return session


def _say_failure(view: HistoryView, error: Exception) -> None:
    if not isinstance(error, HostError):
        raise error
    view.say(f"{shown(error.summary)} {shown(error.next_step)}".strip())
