"""The actions that read or write files, on whatever hosts are open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gatepost.session.host_session import HostSession
from gatepost.ui.compare.controller import Documents
from gatepost.ui.widgets.actions import Actions


class FileActions(QObject):
    """``shown`` gives the open hosts, and the one in front. Without ``documents`` the actions are not there."""

    def __init__(
        self,
        actions: Actions,
        documents: Documents | None,
        shown: Callable[[], tuple[list[HostSession], HostSession | None]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._shown = shown
        for action in actions.with_files:
            action.setVisible(documents is not None)
        if documents is None:
            return
        actions.open_snapshot.triggered.connect(documents.open_snapshot)
        actions.save_snapshot.triggered.connect(lambda: self._for_current(documents.save_snapshot))
        actions.report.triggered.connect(lambda: self._for_current(lambda session: documents.save_report([session])))
        actions.report_all.triggered.connect(lambda: documents.save_report(self._shown()[0]))
        actions.compare.triggered.connect(lambda: documents.compare(*self._shown()))

    def enable(self) -> None:
        """Let those be chosen for which there is something to save or to compare."""
        sessions, current = self._shown()
        known = [session for session in sessions if session.snapshot is not None]
        self._actions.save_snapshot.setEnabled(current in known)
        self._actions.compare.setEnabled(bool(known))
        self._actions.report.setEnabled(current is not None and not current.untouched)
        self._actions.report_all.setEnabled(bool(known))

    def _for_current(self, do: Callable[[HostSession], None]) -> None:
        _, current = self._shown()
        if current is not None:
            do(current)
