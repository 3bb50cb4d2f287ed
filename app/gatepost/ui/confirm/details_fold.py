"""The details of a confirmation, folded until they are asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Signal

from gatepost.endpoints.host.exposure import ExposureRow
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.ui.confirm.details_tabs import DetailsTabs
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.widgets.collapsible import Collapsible

_KEY = "confirm/details"  # of the settings


class DetailsFold(Collapsible):
    """The details, made when they are first unfolded or copied."""

    copy_all = Signal()  # the whole page is to be copied

    def __init__(self, title: str, files: FileSaver) -> None:
        super().__init__(title)
        self._files = files
        self._pages: DetailsTabs | None = None
        self._change_set: ChangeSet | None = None
        self._still_open = ""
        self._exposure: tuple[ExposureRow, ...] = ()
        self.unfolded.connect(self._on_unfolded)

    @property
    def pages(self) -> DetailsTabs:
        """The tabs, made by now."""
        if self._pages is None:
            self._pages = DetailsTabs(self._files)
            self._pages.copy_all.clicked.connect(self.copy_all)
            self._pages.show_exposure(self._exposure)
            self.put_inside(self._pages)
            self._show_changes()
        return self._pages

    def show_changes(self, change_set: ChangeSet, still_open: str) -> None:
        """Show another change, with what it leaves open where that is told."""
        self._change_set, self._still_open = change_set, still_open
        self._show_changes()

    def show_exposure(self, rows: tuple[ExposureRow, ...]) -> None:
        """Show the state of what the change leaves open."""
        self._exposure = rows
        if self._pages is not None:
            self._pages.show_exposure(rows)

    def keep_choice(self, layout: Path) -> None:
        """Be unfolded as it was left the last time, in an earlier run as well, and keep that in the file of the layout.

        What cannot be written is forgotten, and nothing else.
        """
        self._saved = QSettings(str(layout), QSettings.Format.IniFormat)
        if str(self._saved.value(_KEY, "false")) == "true":
            self.unfold()
        self.unfolded.connect(self._keep)

    def _keep(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self._saved.setValue(_KEY, "true" if unfolded else "false")
        self._saved.sync()

    def _show_changes(self) -> None:
        if self._pages is not None and self._change_set is not None:
            self._pages.show_changes(self._change_set, self._still_open)

    def _on_unfolded(self) -> None:
        self.pages.fill_front()
