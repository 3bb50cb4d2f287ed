"""A splitter with a handle that can be seen, which shares its room as asked until the user moves it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

from gatepost.ui.widgets.theme import colors

_HANDLE = 8  # pixels
_LEAST_FIRST = 150  # pixels that the first widget keeps when it lends room
_DOTS, _APART = 5, 6  # their number, and pixels from one to the next


class GripSplitter(QSplitter):
    """Shows where it can be moved; nothing in it collapses."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Grip(self.orientation(), self)


class RoomSplitter(GripSplitter):
    """Two widgets. The first one takes what the second one leaves, and all that the splitter grows by."""

    def __init__(self, share: float, most: Mapping[Qt.Orientation, int]) -> None:
        """``share`` of the room is for the second widget, to begin with, but not more than ``most`` pixels."""
        super().__init__(Qt.Orientation.Vertical)
        self._share, self._most = share, most
        self._settled = False
        self._asked = 0  # pixels that the second widget needs now
        self._own = 0  # pixels that it has without what is lent to it; 0 where nothing is
        self._moved = False  # the user has moved the handle since the window was opened or turned
        self.splitterMoved.connect(self._on_moved)

    def share(self) -> None:
        """Share the room, once there is some and as long as nobody has chosen otherwise."""
        length = self.height() if self.orientation() is Qt.Orientation.Vertical else self.width()
        both = all(isinstance(widget, QWidget) and not widget.isHidden() for widget in map(self.widget, (0, 1)))
        if not self._settled and self.isVisible() and both and length > _HANDLE:
            second = min(round(length * self._share), self._most[self.orientation()])
            self.setSizes([length - second, second])
            self._give_all_to_the_first()
            self._settled = True
        self.lend(self._asked)

    def lend(self, pixels: int) -> None:
        """Let the second widget, where it is below the first, have so much room for as long as it needs it; 0 takes it back.

        Nothing is lent once the user has moved the handle.
        """
        self._asked = pixels
        is_below, borrower = self.orientation() is Qt.Orientation.Vertical, self.widget(1)
        is_seen = self.isVisible() and borrower is not None and not borrower.isHidden()
        if self._moved or not (is_below and self._settled and is_seen):
            return
        first, second = self.sizes()
        own = self._own or second
        wanted = max(own, min(pixels, first + second - _LEAST_FIRST))
        self._own = own if wanted > own else 0
        if wanted != second:
            self.setSizes([first + second - wanted, wanted])

    def turn(self, orientation: Qt.Orientation) -> None:
        """Put the widgets below or beside each other, and share the room again."""
        self.setOrientation(orientation)
        self._settled, self._own, self._moved = False, 0, False
        self.share()

    def _on_moved(self) -> None:
        """What the user chose stays, also where something would need more."""
        self._settled, self._own, self._moved = True, 0, True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.share()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lend(self._asked)

    @override
    def saveState(self) -> QByteArray:
        """Return the sizes without what is lent."""
        if not self._own:
            return super().saveState()
        sizes = self.sizes()
        self.setSizes([sum(sizes) - self._own, self._own])
        state = super().saveState()
        self.setSizes(sizes)
        return state

    @override
    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        self._settled = super().restoreState(state)
        self._give_all_to_the_first()
        self._own, self._moved = 0, False
        self.lend(self._asked)
        return self._settled

    def _give_all_to_the_first(self) -> None:
        for number in range(self.count()):
            self.setStretchFactor(number, int(number == 0))


class _Grip(QSplitterHandle):
    """A row of dots."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().control))
        center = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        across = self.orientation() is Qt.Orientation.Vertical
        for number in range(_DOTS):
            away = (number - _DOTS // 2) * _APART
            painter.drawEllipse(center + (QPointF(away, 0) if across else QPointF(0, away)), 1.5, 1.5)
