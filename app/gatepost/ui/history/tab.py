"""History tab of the selected endpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from typing_extensions import override

from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind
from gatepost.models.journal_table import JournalColumn
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource, is_of
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.history.view import HistoryView
from gatepost.ui.widgets.boxes import vbox


class HistoryTab(DetailTab):
    """The history of one endpoint; the journal is read when the tab is first looked at."""

    def __init__(self, source: JournalSource) -> None:
        super().__init__()
        self._source = source
        self._shown: tuple[HostSession, str] | None = None
        self.view = HistoryView(source, Qt.Orientation.Horizontal)
        self.view.filter_edit.hide()
        for column in (JournalColumn.HOST, JournalColumn.SUBJECT, JournalColumn.ACCOUNT):
            self.view.columns.show(column, shown=False)
        self.view.show_only(self._is_wanted)
        vbox(self.view, on=self)
        self._says_problem = False
        source.changed.connect(self._show_problem)

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        shown = (endpoint.session, endpoint.name) if endpoint is not None else None
        if shown != self._shown:
            self._shown = shown
            self.view.show_only(self._is_wanted)
        if endpoint is not None and not self._source.loaded:
            self._source.load()

    def _show_problem(self) -> None:
        """Say below entries of an earlier reading why there is no later one; a list without any says so itself."""
        error = self._source.error if self._source.entries else None
        if error is not None:
            self.view.show_error(error)
        elif self._says_problem:
            self.view.show_message("")
        self._says_problem = error is not None

    def _is_wanted(self, entry: JournalEntry) -> bool:
        if self._shown is None:
            return False
        session, name = self._shown
        return (entry.subject, entry.kind) == (name, SubjectKind.ENDPOINT) and is_of(entry, session)
