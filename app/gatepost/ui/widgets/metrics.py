"""Row heights in pixels, in one place; tables are compact or comfortable, all at once."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

TEXT_ROW_HEIGHT = 26  # a compact row of one line of text
SWITCH_ROW_HEIGHT = 28  # a compact row with room for the access switch
HOST_ROW_HEIGHT = 32  # a row of the list of hosts
HEADING_HEIGHT = 24  # what stands over a group of that list


class Density(Enum):
    """What is added to the height of a compact row, in pixels."""

    COMPACT = 0
    COMFORTABLE = 8


class ChosenDensity(QObject):
    """The density of every table, now and to come."""

    changed = Signal()
    chosen = Density.COMPACT

    def choose(self, density: Density) -> None:
        """Use a density from now on."""
        self.chosen = density
        self.changed.emit()


DENSITY = ChosenDensity()


class RowDensity(QObject):
    """Keeps the rows of a view as high as the density asks for. ``compact`` is the height of a compact row in pixels."""

    def __init__(self, view: QTableView, compact: int) -> None:
        super().__init__(view)
        self._view, self._compact = view, compact
        self._follow()
        DENSITY.changed.connect(self._follow)

    def _follow(self) -> None:
        self._view.verticalHeader().setDefaultSectionSize(self._compact + DENSITY.chosen.value)
