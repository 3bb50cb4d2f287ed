"""The settings in force in this run, and the ways to change them and to save diagnostics."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gatepost.backend.files.folders import Folders
from gatepost.backend.files.settings import KnownSettings, Settings, SettingsStore
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner

_SETTINGS_LANE = "settings"  # the lane of the file


class Preferences(QObject):
    """Holds what is set. ``theme`` is the one in force, which the command line may have chosen for this run."""

    changed = Signal()  # settings, theme or problem are new

    def __init__(
        self, folders: Folders, runner: JobRunner, *, theme: str | None = None, languages: tuple[str, ...] = ("en",)
    ) -> None:
        super().__init__()
        self.folders = folders
        self.languages = languages
        self._runner = runner
        self._store = SettingsStore(folders.settings)
        known = self._store.load()
        self.settings = known.settings
        self.problem: Text = known.problem
        self.theme = theme or known.settings.theme

    def save(self, after: Settings) -> Job[KnownSettings]:
        """Write what has changed, in the background; it is in force once it is written. The job fails with HostError."""
        before = self.settings

        def written(_: object) -> KnownSettings:
            self._store.change(before, after)
            return self._store.load()

        return self._runner.submit(_SETTINGS_LANE, written, writes=True).then(partial(self._on_saved, before))

    def choose_theme(self, theme: str) -> None:
        """Keep a theme that is in force already."""
        self.theme = theme
        self.save(replace(self.settings, theme=theme)).then(failed=self._on_failed)

    def diagnostics(self, *, with_names: bool) -> Callable[[Path], None]:
        """Return what writes a file for a fault report, in the background. It raises HostError."""
        from gatepost.backend.diagnostics import save_diagnostics
        from gatepost.ui.settings.about_dialog import versions

        system = f"{platform.system()} {platform.release()}, {platform.machine()}"
        about = f"{versions()}\n{system}"
        return lambda path: save_diagnostics(path, self.folders, about, with_names=with_names)

    def _on_saved(self, before: Settings, known: KnownSettings) -> None:
        self.settings, self.problem = known.settings, known.problem
        if known.settings.theme != before.theme:
            self.theme = known.settings.theme
        self.changed.emit()

    def _on_failed(self, error: HostError) -> None:
        self.problem = error.summary
        self.changed.emit()
