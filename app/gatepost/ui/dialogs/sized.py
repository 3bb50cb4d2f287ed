"""A dialog whose height follows what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from typing_extensions import override

from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.screen import keep_on_screen, room_for

_WIDTH = 560  # pixels


class SizedDialog(FittedDialog):
    """As wide as it was made, at least 560 pixels, as high as its layout wants to be at that width, within the screen."""

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
            keep_on_screen(self)
        return handled

    @override
    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            room = room_for(self)
            width = min(max(self.width(), _WIDTH), room.width())
            self.resize(width, min(layout.totalHeightForWidth(width), room.height()))
