"""A host out of a file: shown like any other, and never written to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from typing_extensions import override

from gatepost.backend.files.snapshot_file import SavedSnapshot, Source
from gatepost.backend.files.snapshots import read_snapshot
from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.jobs.runner import JobRunner
from gatepost.models.plain import one_line
from gatepost.session.host_session import HostSession
from gatepost.work import WorkContext


def local_moment(moment: str) -> str:
    """Return an ISO 8601 moment as the user writes date and time here; "" for none."""
    when = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    return QLocale().toString(when.toLocalTime(), QLocale.FormatType.ShortFormat) if when.isValid() else ""


class OfflineSession(HostSession):
    """``saved`` is what the file held when it was opened; reading again reads the file again."""

    offline = True

    def __init__(self, path: Path, saved: SavedSnapshot, runner: JobRunner) -> None:
        host = saved.snapshot.host.name
        moment = local_moment(saved.snapshot.read_at)
        super().__init__(
            f"file:{path.resolve()}", f"{host}, {moment}" if moment else host, _no_host, runner, read_only=True
        )
        self._path = path
        self._saved = saved

    def banner(self) -> str:
        """Say what this is, since when, and where from."""
        host, moment = self._saved.snapshot.host, local_moment(self._saved.snapshot.read_at)
        if self._saved.source is Source.REGISTRY_EXPORT:
            said = self.tr("Offline: a registry export, {path}, of {moment}. Nothing can be changed here.")
        else:
            said = self.tr("Offline: {host} as {account} saw it on {moment}, from {path}. Nothing can be changed here.")
        return one_line(said.format(host=host.name, account=host.account, moment=moment, path=self._path))

    @override
    def _open(self, context: WorkContext) -> None:
        self._saved = read_snapshot(self._path)

    @override
    def _list(self, context: WorkContext) -> HostSnapshot:
        return self._saved.snapshot


def _no_host(_: WorkContext) -> Host:
    raise NotImplementedError("a file is read without a host")
