"""The details of a confirmation: the change as code, its SDDL, and what stays open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from gatepost.endpoints.host.exposure import ExposureRow
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.ui.confirm.details_pages import CodePage, DetailsPage, SddlPage
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.hosts.exposure_table import ExposureTable
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.collapsible import Collapsible
from gatepost.ui.widgets.plain_widgets import IconButton, plain_label

_HEIGHT = 190  # pixels
_KEY = "confirm/details"  # of the settings


class ExposurePage(QWidget):
    """What a change leaves open: in words at once, and with its state once that has been read."""

    def __init__(self) -> None:
        super().__init__()
        self.words = plain_label()
        self.table = ExposureTable()
        vbox(self.words, Grow(self.table), on=self)


class DetailsTabs(QTabWidget):
    """What a careful reader wants besides the table. Nothing is worked out before it is shown."""

    def __init__(self, files: FileSaver) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("Details"))
        self._change_set: ChangeSet | None = None
        self._stale: set[DetailsPage] = set()  # pages that show another change still
        self.code = CodePage(files)
        self.sddl = SddlPage()
        self.exposure = ExposurePage()
        self.copy_all = IconButton("content-copy", self.tr("Copy all as te&xt"))
        self.setCornerWidget(self.copy_all)
        self.addTab(self.code, self.tr("Scri&pt"))
        self.addTab(self.sddl, self.tr("SDDL before and a&fter"))
        self.addTab(self.exposure, self.tr("Still &open"))
        self.currentChanged.connect(self.fill_front)

    def show_exposure(self, rows: tuple[ExposureRow, ...]) -> None:
        """Show the state of what the change leaves open."""
        self.exposure.table.show_exposure(rows)

    def show_changes(self, change_set: ChangeSet, still_open: str) -> None:
        """Show the pages of another change, with what it leaves open where that is told."""
        self._change_set = change_set
        self._stale = {self.code, self.sddl}
        self.exposure.words.setText(still_open)
        self.setTabVisible(self.indexOf(self.exposure), bool(still_open))
        self.fill_front()

    def as_text(self) -> str:
        """Return the pages one after the other."""
        for page in (self.code, self.sddl):
            self._fill(page)
        parts = [self.code.as_text(), self.sddl.as_text()]
        if self.isTabVisible(self.indexOf(self.exposure)):
            parts += [self.exposure.words.text(), self.exposure.table.as_text()]
        return "\n\n".join(parts)

    def fill_front(self) -> None:
        """Fill the page in front, where it is in sight."""
        page = self.currentWidget()
        if isinstance(page, DetailsPage) and not self.isHidden():
            self._fill(page)

    def _fill(self, page: DetailsPage) -> None:
        if page in self._stale and self._change_set is not None:
            self._stale.remove(page)
            page.show_change(self._change_set)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def hasHeightForWidth(self) -> bool:
        return False  # whichever page is open, the table above keeps its room


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
