"""Work in small steps in the GUI thread, which stays responsive meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

GUI_SLICE = 0.008
"""Seconds that work in the GUI thread may take before the window gets its turn."""


def run_slice(calls: Iterable[Callable[[], object]]) -> bool:
    """Make calls for a moment; return whether none is left. ``calls`` goes on where it stopped if it is an iterator."""
    until = time.monotonic() + GUI_SLICE
    for call in calls:
        call()
        if time.monotonic() >= until:
            return False
    return True


class ChunkedWork(QObject):
    """Does ``steps`` a little at a time, beginning with the next round of the event loop, and goes with its parent."""

    def __init__(self, steps: Iterator[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if run_slice(self._steps):
            self.deleteLater()
            self._timer.stop()
