"""Delegate of cells with a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gatepost.ui.widgets.cell_delegate import CellDelegate
from gatepost.ui.widgets.theme import colors

_TICK = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
_LEAST_HEIGHT = 24  # pixels of a row to tick, whether or not the view was styled before it was measured
_ROUND = 3  # pixels: the corners of a check box, as the style sheet has them


class TickDelegate(CellDelegate):
    """Cells with a box to tick: Fusion draws a ticked one without an outline that is seen on a dark or selected ground."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            option.features |= _TICK
            option.checkState = Qt.CheckState(state)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _LEAST_HEIGHT))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state, view = index.data(Qt.ItemDataRole.CheckStateRole), option.widget
        if state is None or Qt.CheckState(state) is Qt.CheckState.Unchecked or not isinstance(view, QWidget):
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, view)
        painter.save()
        painter.setPen(QColor(colors().muted))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.restore()
