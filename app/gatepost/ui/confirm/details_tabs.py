"""The details of a confirmation: the change as code, its SDDL, and what stays open."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from gatepost.endpoints.host.exposure import ExposureRow
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.ui.confirm.details_pages import CodePage, DetailsPage, SddlPage
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.hosts.exposure_table import ExposureTable
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.plain_widgets import IconButton, plain_label

_HEIGHT = 190  # pixels


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
