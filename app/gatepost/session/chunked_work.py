"""Work in small steps in the GUI thread, which stays responsive meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from gatepost.jobs.runner import run_slice


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
