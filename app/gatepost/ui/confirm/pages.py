"""The pages under the confirmation's table: the change as code, SDDL, who loses access, what stays open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.access.access_changes import Loss
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host.leftovers import LeftoverRow
from gatepost.ui.confirm.code_page import CodePage
from gatepost.ui.confirm.rows import Piece, loss_rows, sddl_pieces
from gatepost.ui.hosts.leftover_table import LeftoverTable
from gatepost.ui.widgets.file_saver import FileSaver
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import IconButton, code_view, copy_button, plain_label
from gatepost.ui.widgets.theme import colors

_HEIGHT = 170  # pixels
_LEFTOVERS = 3  # the page's number


class ConfirmPages(QTabWidget):
    """What a careful reader wants besides the table."""

    def __init__(self, files: FileSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("More about the change"))
        self._pieces: list[Piece] = []
        self._shown: tuple[ChangeSet, HostSnapshot, tuple[Loss, ...]] | None = None
        self._stale: set[int] = set()
        self.code = CodePage(files)
        self.sddl = code_view(self.tr("SDDL before and after"))
        self.nobody = plain_label(self.tr("No one loses a way in."))
        self.losses = LinesTable([self.tr("Who"), self.tr("Way in"), self.tr("Endpoints")], [260, 150, 200], 2)
        self.losses.setAccessibleName(self.tr("Who loses access"))
        self.copy_sddl = copy_button(self.tr("Cop&y"), self.sddl)
        self.copy_all = IconButton("content-copy", self.tr("Copy all as &text"))
        self.setCornerWidget(self.copy_all)
        self.addTab(self.code, self.tr("As scri&pt"))
        self.addTab(_with_copy(self.sddl, self.copy_sddl), self.tr("SDD&L before and after"))
        self.addTab(self._loss_page(), self.tr("&Who loses access"))
        self.leftovers = LeftoverTable()
        self.addTab(self.leftovers, self.tr("What stays &open"))
        self.setTabVisible(_LEFTOVERS, False)
        self.currentChanged.connect(self._fill)

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in its order."""
        views = [*self.code.stops(), self.sddl, self.copy_sddl, self.losses, self.leftovers]
        return [self, self.copy_all, *views]

    def show_leftovers(self, rows: tuple[LeftoverRow, ...]) -> None:
        """Show what the order leaves open; the page is there only where that is told."""
        self.leftovers.show_leftovers(rows)
        self.setTabVisible(_LEFTOVERS, True)

    def _loss_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.nobody)
        layout.addWidget(self.losses, 1)
        return page

    def show_changes(self, change_set: ChangeSet, snapshot: HostSnapshot, lost: tuple[Loss, ...]) -> None:
        """Show the pages of another change set; ``lost`` are the ways in that it closes."""
        self._shown = (change_set, snapshot, lost)
        self._stale = set(range(_LEFTOVERS))
        self.setTabText(2, self.tr("&Who loses access ({count})").format(count=len({loss.sid for loss in lost})))
        self._fill(self.currentIndex())

    def _fill(self, page: int) -> None:
        """Fill a page when it comes to sight: with many endpoints that takes its time."""
        if self._shown is None or page not in self._stale:
            return
        self._stale.remove(page)
        change_set, snapshot, lost = self._shown
        if page == 0:
            self.code.show_change(change_set)
        elif page == 1:
            self._pieces = sddl_pieces(change_set)
            self._write_sddl()
        else:
            self.nobody.setVisible(not lost)
            self.losses.set_rows(loss_rows(lost, change_set, snapshot))
            self.losses.setVisible(bool(lost))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def hasHeightForWidth(self) -> bool:
        return False  # whichever page is open, the table above keeps its room

    def as_text(self) -> str:
        """Return the pages one after the other."""
        for page in range(self.count()):
            self._fill(page)
        lost = self.losses.as_text() or self.nobody.text()
        left = [self.leftovers.as_text()] if self.isTabVisible(_LEFTOVERS) else []
        return "\n\n".join([self.code.view.toPlainText(), self.sddl.toPlainText(), lost, *left])

    def _write_sddl(self) -> None:
        self.sddl.clear()
        cursor = self.sddl.textCursor()
        cursor.beginEditBlock()
        for piece in self._pieces or [Piece(self.tr("No descriptor changes."), "muted")]:
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(colors(), piece.tone)))
            look.setFontWeight(QFont.Weight.Bold if piece.bold else QFont.Weight.Normal)
            cursor.insertText(piece.text, look)
        cursor.endEditBlock()
        self.sddl.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_stale") and 1 not in self._stale:
            self._write_sddl()


def _with_copy(view: QWidget, button: QWidget) -> QWidget:
    page = QWidget()
    layout = QHBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    side = QVBoxLayout()
    side.addWidget(button)
    side.addStretch()
    layout.addWidget(view, 1)
    layout.addLayout(side)
    return page
