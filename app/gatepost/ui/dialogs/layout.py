"""Layout of a dialog: what there is to read scrolls where the screen is small, the row of buttons stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

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

from gatepost.ui.widgets.boxes import STRETCH, Grow, Part, hbox, vbox

_LEAST = 96  # pixels of the part that scrolls


class ScrollBody(QScrollArea):
    """Its contents are as wide as it is; they are squeezed to their least height before they scroll."""

    def __init__(self, parts: QVBoxLayout, parent: QWidget | None = None) -> None:
        """``parts`` are put in last: with each widget that they move into they would be polished again."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("body")
        self.viewport().setAutoFillBackground(False)
        self._parts = parts
        self._contents = QWidget()
        self._contents.setObjectName("body")
        self.setWidget(self._contents)
        self._contents.setLayout(parts)
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

    def show_whole(self, part: QWidget) -> None:
        """Scroll to a part whose contents have changed just now."""
        self._parts.activate()
        self._fit()
        self._parts.activate()
        self.ensureWidgetVisible(part, 0, 0)

    def _fit(self) -> None:
        viewport = self.maximumViewportSize()
        least = self._least_height(viewport.width())
        if least > viewport.height():
            bar = self.verticalScrollBar().sizeHint().width()
            viewport = QSize(viewport.width() - bar, viewport.height())
            least = self._least_height(viewport.width())
        self._contents.resize(viewport.width(), max(viewport.height(), least))

    def _least_height(self, width: int) -> int:
        parts = self._parts
        return (
            parts.totalMinimumHeightForWidth(width) if parts.hasHeightForWidth() else parts.totalMinimumSize().height()
        )


def dialog_layout(dialog: QWidget, *parts: QLayout | QWidget) -> QVBoxLayout:
    """Lay out the parts of a dialog one below the other, and return the layout of all but the last.

    The last, its buttons, stays in sight; what can scroll by itself gets the room that is left.
    """
    *upper, last = parts
    body = vbox(*map(_growing, upper), spacing=12)
    vbox(Grow(ScrollBody(body, dialog)), _growing(last), on=dialog, spacing=12, margins=(22, 18, 22, 18))
    return body


def _growing(part: QLayout | QWidget) -> Part:
    return Grow(part) if isinstance(part, QAbstractScrollArea) else part


def dialog_header(sign: QLabel, *labels: QLabel, spacing: int = 2) -> QHBoxLayout:
    """Lay out the top of a dialog: a sign, and lines of text beside it."""
    layout = hbox(sign, Grow(vbox(*labels, STRETCH, spacing=spacing)), spacing=14)
    layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return layout


def dialog_buttons(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Lay out the bottom of a dialog: buttons at its two sides."""
    return hbox(*left, STRETCH, *right, spacing=10)
