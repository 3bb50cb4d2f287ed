"""A dialog whose height follows what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog
from typing_extensions import override

_WIDTH = 560  # pixels


class SizedDialog(QDialog):
    """As wide as it was made, at least 560 pixels, and as high as its layout wants to be at that width."""

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            width = max(self.width(), _WIDTH)
            self.resize(width, layout.totalHeightForWidth(width))
