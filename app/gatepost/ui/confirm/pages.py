"""The pages under the confirmation's table: the change as code, SDDL, who loses access, what stays open."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from gatepost.endpoints.host.leftovers import LeftoverRow
from gatepost.ui.confirm.access_page import AccessPage
from gatepost.ui.confirm.code_page import CodePage
from gatepost.ui.confirm.page import ConfirmPage, PlannedChange
from gatepost.ui.confirm.sddl_page import SddlPage
from gatepost.ui.dialogs.saver import FileSaver
from gatepost.ui.hosts.leftover_table import LeftoverTable
from gatepost.ui.widgets.plain_widgets import IconButton

_HEIGHT = 170  # pixels


class ConfirmPages(QTabWidget):
    """What a careful reader wants besides the table."""

    def __init__(self, files: FileSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("More about the change"))
        self._change: PlannedChange | None = None
        self._stale: set[ConfirmPage] = set()  # pages that show another change still
        self.code = CodePage(files)
        self.sddl = SddlPage()
        self.losses = AccessPage(self.tr("Access lost"), self.tr("No one loses access."), lambda risks: risks.losses)
        self.gains = AccessPage(self.tr("Access gained"), self.tr("No one gains access."), lambda risks: risks.gains)
        self.leftovers = LeftoverTable()
        self._pages: tuple[ConfirmPage, ...] = (self.code, self.sddl, self.losses, self.gains)
        self.copy_all = IconButton("content-copy", self.tr("Copy all as &text"))
        self.setCornerWidget(self.copy_all)
        self.addTab(self.code, self.tr("As scri&pt"))
        self.addTab(self.sddl, self.tr("SDDL &before and after"))
        self.addTab(self.losses, self.tr("Access &lost"))
        self.addTab(self.gains, self.tr("Access &gained"))
        self.addTab(self.leftovers, self.tr("Still &open"))
        self._show_leftover_tab(visible=False)
        self.currentChanged.connect(self._fill_front)

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in its order."""
        return [self, self.copy_all, *(stop for page in self._pages for stop in page.stops()), self.leftovers]

    def show_leftovers(self, rows: tuple[LeftoverRow, ...]) -> None:
        """Show what the change leaves open; the page is there only where that is told."""
        self.leftovers.show_leftovers(rows)
        self._show_leftover_tab(visible=True)

    def show_changes(self, change: PlannedChange) -> None:
        """Show the pages of another change."""
        self._change = change
        self._stale = set(self._pages)
        lost, gained = (len({each.sid for each in changes}) for changes in (change.risks.losses, change.risks.gains))
        self.setTabText(self.indexOf(self.losses), self.tr("Access &lost ({count})").format(count=lost))
        self.setTabText(self.indexOf(self.gains), self.tr("Access &gained ({count})").format(count=gained))
        self._fill_front()

    def as_text(self) -> str:
        """Return the pages one after the other."""
        for page in self._pages:
            self._fill(page)
        left = [self.leftovers.as_text()] if self.isTabVisible(self.indexOf(self.leftovers)) else []
        return "\n\n".join([*(page.as_text() for page in self._pages), *left])

    def _show_leftover_tab(self, *, visible: bool) -> None:
        self.setTabVisible(self.indexOf(self.leftovers), visible)

    def _fill_front(self) -> None:
        page = self.currentWidget()
        if isinstance(page, ConfirmPage):
            self._fill(page)

    def _fill(self, page: ConfirmPage) -> None:
        if page in self._stale and self._change is not None:
            self._stale.remove(page)
            page.show_change(self._change)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def hasHeightForWidth(self) -> bool:
        return False  # whichever page is open, the table above keeps its room
