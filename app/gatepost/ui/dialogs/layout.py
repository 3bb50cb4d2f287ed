"""Layout of a dialog: what there is to read scrolls where the screen is small, the row of buttons stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

_LEAST = 96  # pixels of the part that scrolls


class ScrollBody(QScrollArea):
    """Its contents are as wide as it is; they are squeezed to their least height before they scroll."""

    def __init__(self, parts: QVBoxLayout) -> None:
        """``parts`` is filled after this where that matters: what is put into another widget is polished anew."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("body")
        self.viewport().setAutoFillBackground(False)
        self._parts = parts
        self._contents = QWidget()
        self._contents.setObjectName("body")
        self._contents.setLayout(parts)
        self.setWidget(self._contents)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._parts.totalHeightForWidth(width) if self._parts.hasHeightForWidth() else self.sizeHint().height()

    @override
    def sizeHint(self) -> QSize:
        return self._parts.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._parts.totalMinimumSize()
        return QSize(least.width(), min(least.height(), _LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Scroll to where typing goes, which a small screen may have left below the edge."""
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the dialog may grow with its contents
            self._fit()
        return handled

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        least = self._least_height(room.width())
        if least > room.height():
            bar = self.verticalScrollBar().sizeHint().width()
            room = QSize(room.width() - bar, room.height())
            least = self._least_height(room.width())
        self._contents.resize(room.width(), max(room.height(), least))

    def _least_height(self, width: int) -> int:
        parts = self._parts
        return (
            parts.totalMinimumHeightForWidth(width) if parts.hasHeightForWidth() else parts.totalMinimumSize().height()
        )


def stack(dialog: QWidget, *parts: QLayout | QWidget) -> QVBoxLayout:
    """Lay out the parts of a dialog one below the other, and return the layout of all but the last.

    The last, its buttons, stays in sight; what can scroll by itself gets the room that is left.
    """
    *upper, last = parts
    body = QVBoxLayout()
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(12)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 18, 22, 18)
    layout.setSpacing(12)
    layout.addWidget(ScrollBody(body), 1)
    for part in upper:
        _add(body, part)
    _add(layout, last)
    return body


def _add(layout: QVBoxLayout, part: QLayout | QWidget) -> None:
    if isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part, int(isinstance(part, QAbstractScrollArea)))


def head(sign: QLabel, *labels: QLabel, spacing: int = 2) -> QHBoxLayout:
    """Lay out the top of a dialog: a sign, and lines of text beside it."""
    words = QVBoxLayout()
    words.setSpacing(spacing)
    for label in labels:
        words.addWidget(label)
    words.addStretch()
    layout = QHBoxLayout()
    layout.setSpacing(14)
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    return layout


def foot(left: list[QWidget], right: list[QWidget]) -> QHBoxLayout:
    """Lay out the bottom of a dialog: buttons at its two sides."""
    layout = QHBoxLayout()
    layout.setSpacing(10)
    for widget in left:
        layout.addWidget(widget)
    layout.addStretch()
    for widget in right:
        layout.addWidget(widget)
    return layout
