"""Reports on hosts, saved to a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.widgets.actions import Actions


class ReportController(QObject):
    """Saves the review of the host that is shown, or of all."""

    def __init__(self, saver: FileSaver, hosts: OpenHosts, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._saver = saver
        actions.report.triggered.connect(lambda: self.save([hosts.current] if hosts.current else []))
        actions.report_all.triggered.connect(lambda: self.save(hosts.sessions))

    def save(self, sessions: Sequence[HostSession]) -> None:
        """Ask where to save the review of these hosts; those that could not be read are named in it."""
        from gatepost.backend.reports.file import FORMS  # the first window needs nothing of them
        from gatepost.ui.files.report_readings import report_readings, write_readings

        readings = report_readings(sessions)
        name = readings[0].name if len(readings) == 1 else shown(WINDOW.tr("%n host", "%n hosts", len(readings)))
        kinds = {self._report_words(suffix): suffix.lstrip(".") for suffix in FORMS}
        write = partial(write_readings, readings=readings)
        self._saver.ask(FileToSave(self.tr("Save report"), f"{_safe(name)}-report.html", kinds, write), self._window)

    def _report_words(self, suffix: str) -> str:
        labels = {".html": self.tr("Web page for reading and printing"), ".csv": self.tr("CSV for spreadsheets")}
        return labels.get(suffix, self.tr("JSON for programs"))


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:60].strip("._") or "host"
