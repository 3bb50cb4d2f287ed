"""The pages under the confirmation's table: the change as code, SDDL, access lost and gained, what stays open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.access.guard import Guard
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host.leftovers import LeftoverRow
from gatepost.ui.confirm.access_page import AccessPage
from gatepost.ui.confirm.code_page import CodePage
from gatepost.ui.confirm.rows import Piece, sddl_pieces
from gatepost.ui.hosts.leftover_table import LeftoverTable
from gatepost.ui.widgets.plain_widgets import IconButton, code_view, copy_button
from gatepost.ui.widgets.theme import colors

_HEIGHT = 170  # pixels
_CODE, _SDDL, _LOST, _GAINED, _LEFTOVERS = range(5)  # the pages' numbers


class ConfirmPages(QTabWidget):
    """What a careful reader wants besides the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("More about the change"))
        self._pieces: list[Piece] = []
        self._shown: tuple[ChangeSet, HostSnapshot, Guard] | None = None
        self._stale: set[int] = set()
        self.code = CodePage()
        self.sddl = code_view(self.tr("SDDL before and after"))
        self.losses = AccessPage(self.tr("Access lost"), self.tr("No one loses access."))
        self.gains = AccessPage(self.tr("Access gained"), self.tr("No one gains access."))
        self.copy_sddl = copy_button(self.tr("Cop&y"), self.sddl)
        self.copy_all = IconButton("content-copy", self.tr("Copy all as &text"))
        self.setCornerWidget(self.copy_all)
        self.addTab(self.code, self.tr("As scri&pt"))
        self.addTab(_with_copy(self.sddl, self.copy_sddl), self.tr("SDDL &before and after"))
        self.addTab(self.losses, self.tr("Access &lost"))
        self.addTab(self.gains, self.tr("Access &gained"))
        self.leftovers = LeftoverTable()
        self.addTab(self.leftovers, self.tr("Still &open"))
        self.setTabVisible(_LEFTOVERS, False)
        self.currentChanged.connect(self._fill)

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in its order."""
        views = [*self.code.stops(), self.sddl, self.copy_sddl, self.losses.table, self.gains.table, self.leftovers]
        return [self, self.copy_all, *views]

    def show_leftovers(self, rows: tuple[LeftoverRow, ...]) -> None:
        """Show what the order leaves open; the page is there only where that is told."""
        self.leftovers.show_leftovers(rows)
        self.setTabVisible(_LEFTOVERS, True)

    def show_changes(self, change_set: ChangeSet, snapshot: HostSnapshot, guard: Guard) -> None:
        """Show the pages of another change set; ``guard`` tells who loses and who gains access by it."""
        self._shown = (change_set, snapshot, guard)
        self._stale = set(range(_LEFTOVERS))
        lost, gained = (len({change.sid for change in changes}) for changes in (guard.losses, guard.gains))
        self.setTabText(_LOST, self.tr("Access &lost ({count})").format(count=lost))
        self.setTabText(_GAINED, self.tr("Access &gained ({count})").format(count=gained))
        self._fill(self.currentIndex())

    def _fill(self, page: int) -> None:
        """Fill a page when it comes to sight: with many endpoints that takes its time."""
        if self._shown is None or page not in self._stale:
            return
        self._stale.remove(page)
        change_set, snapshot, guard = self._shown
        changing = len(change_set.effective)
        if page == _CODE:
            self.code.show_change(change_set)
        elif page == _SDDL:
            self._pieces = sddl_pieces(change_set)
            self._write_sddl()
        elif page == _LOST:
            self.losses.show_changes(guard.losses, changing, snapshot.accounts)
        else:
            self.gains.show_changes(guard.gains, changing, snapshot.accounts)

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
        access = [self.losses.as_text(), self.gains.as_text()]
        left = [self.leftovers.as_text()] if self.isTabVisible(_LEFTOVERS) else []
        return "\n\n".join([self.code.view.toPlainText(), self.sddl.toPlainText(), *access, *left])

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
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_stale") and _SDDL not in self._stale:
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
