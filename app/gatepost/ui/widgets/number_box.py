"""A field for a number, with arrows in the colors of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QStyle, QStyleOptionSpinBox
from typing_extensions import override

from gatepost.models.roles import Tone
from gatepost.ui.widgets.icons import icon

_ARROW = 14  # pixels
_LEFT = 7  # pixels before the number, as in other fields: a style sheet's padding does not reach it
_NOT_POSSIBLE = 0.35  # opacity of an arrow at the end of the range
# The turn of the arrow, in degrees, and when it can be clicked.
_ARROWS = {
    QStyle.SubControl.SC_SpinBoxUp: (180, QAbstractSpinBox.StepEnabledFlag.StepUpEnabled),
    QStyle.SubControl.SC_SpinBoxDown: (0, QAbstractSpinBox.StepEnabledFlag.StepDownEnabled),
}


class NumberBox(QSpinBox):
    """A spin box for the numbers of a range; a style sheet leaves its arrows out."""

    def __init__(self, name: str, allowed: range) -> None:
        """``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(allowed.start, allowed.stop - 1)
        self.lineEdit().setTextMargins(_LEFT, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        possible = self.stepEnabled() if self.isEnabled() else QAbstractSpinBox.StepEnabledFlag.StepNone
        painter = QPainter(self)
        for part, (turn, flag) in _ARROWS.items():
            painter.resetTransform()
            painter.translate(self._middle(option, part))
            painter.rotate(turn)
            painter.setOpacity(1.0 if flag in possible else _NOT_POSSIBLE)
            icon("chevron-down", Tone.MUTED).paint(painter, QRect(-_ARROW // 2, -_ARROW // 2, _ARROW, _ARROW))
        painter.end()

    def _middle(self, option: QStyleOptionSpinBox, part: QStyle.SubControl) -> QPointF:
        button = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
        return QRectF(button).center()
