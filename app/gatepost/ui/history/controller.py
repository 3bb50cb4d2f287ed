"""The history in the window: the tab, the window of its own, and what is said at the start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.backend.journal.file import JournalError
from gatepost.endpoints.configuration.journal_entry import JournalEntry
from gatepost.endpoints.errors import HostError
from gatepost.models.journal_words import moment
from gatepost.models.plain import one_line
from gatepost.models.sentences import shown
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.ui.confirm.controller import Orders
from gatepost.ui.widgets.lazy_tabs import LateTabs

if TYPE_CHECKING:  # the first window needs none of these
    from gatepost.ui.history.revert_controller import TakeBacks
    from gatepost.ui.history.tab import HistoryTab
    from gatepost.ui.history.view import HistoryView
    from gatepost.ui.history.window import HistoryWindow

_NAMED = 5  # writes that the notice at the start names


class Histories(QObject):
    """The history over all hosts; ``sessions`` gives those that are open."""

    def __init__(
        self,
        source: JournalSource,
        sessions: Callable[[], Iterable[HostSession]],
        orders: Orders,
        tabs: LateTabs,
        window: QWidget,
    ) -> None:
        """``tabs`` are those of an endpoint, to which a history of its own is added."""
        super().__init__(window)
        self._source = source
        self._orders = orders
        self._window = window
        self._sessions = sessions
        self._made: TakeBacks | None = None
        self._history: HistoryWindow | None = None
        self._noticed = False
        self._tab = tabs.add_late(self._make_tab, self.tr("History"))
        source.changed.connect(self._notice_once)
        source.load()

    @property
    def tab(self) -> HistoryTab:
        """The history of the selected endpoint."""
        return self._tab()

    def open_window(self) -> None:
        """Show the history of all hosts."""
        from gatepost.ui.history.window import HistoryWindow

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

    def _make_tab(self) -> HistoryTab:
        from gatepost.ui.history.tab import HistoryTab

        tab = HistoryTab(self._source)
        self._serve(tab.view)
        return tab

    def _serve(self, view: HistoryView) -> None:
        view.take_back_requested.connect(lambda entries: self._take_backs().take_back(view, entries))
        view.read_again_requested.connect(lambda entry: self._take_backs().read_again(view, entry))

    def _take_backs(self) -> TakeBacks:
        from gatepost.ui.history.revert_controller import TakeBacks

        if self._made is None:
            self._made = TakeBacks(self._sessions, self._orders, self._source.load, self._window)
        return self._made

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
        from gatepost.ui.widgets.notice_dialog import NoticeDialog

        damaged = isinstance(error, JournalError) and error.damaged
        verb = self.tr("&Open history...") if damaged else ""
        dialog = NoticeDialog(shown(error.summary), shown(error.next_step), verb, self._window)
        dialog.accepted.connect(self.open_window)
        return dialog

    def _unsettled_notice(self, unsettled: list[JournalEntry]) -> QDialog:
        from gatepost.ui.widgets.notice_dialog import NoticeDialog

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
        self._source.set_aside().then(lambda path: view.say(self._set_aside_words(path)), view.say_error)

    def _set_aside_words(self, path: Path | None) -> str:
        if path is None:
            return self.tr("The journal is not damaged any more.")
        return self.tr("The damaged journal is kept as {path}. A new one begins with the next write.").format(path=path)
