"""Session of a file: shown like any other host, and never written to."""

from __future__ import annotations

from pathlib import Path

from typing_extensions import override

from gatepost.backend.files.snapshot_file import SavedSnapshot, Source
from gatepost.backend.files.snapshots import read_snapshot
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.runner import JobRunner
from gatepost.models.window_text import moment_words, shown
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostSource
from gatepost.work import WorkContext


class SnapshotSource(HostSource):
    """``saved`` is what the file held when it was opened; reading again reads the file again."""

    host = None

    def __init__(self, path: Path, saved: SavedSnapshot) -> None:
        self._path = path
        self._saved = saved

    @override
    def open(self, context: WorkContext) -> None:
        self._saved = read_snapshot(self._path)

    @override
    def read_snapshot(self, context: WorkContext) -> HostSnapshot:
        return self._saved.snapshot

    @override
    def close(self) -> None:
        pass

    @override
    def banner(self) -> str:
        """Say what this is, since when, and where from."""
        host, moment = self._saved.snapshot.host, moment_words(self._saved.snapshot.read_at)
        if self._saved.source is Source.REGISTRY_EXPORT:
            template = WINDOW.tr("Registry export {path}, saved {moment}. Read-only, not connected.")
        else:
            template = WINDOW.tr("Snapshot of {host}, taken {moment} by {account} ({path}). Read-only, not connected.")
        return shown(template.filled(host=host.name, account=host.account, moment=moment, path=self._path))


def offline_session(path: Path, saved: SavedSnapshot, runner: JobRunner) -> HostSession:
    """Return a session over a file."""
    host, moment = saved.snapshot.host.name, moment_words(saved.snapshot.read_at)
    name = f"{host}, {moment}" if moment else host
    source = SnapshotSource(path, saved)
    return HostSession(f"file:{path.resolve()}", name, HostKind.FILE, source, runner, read_only=True)
