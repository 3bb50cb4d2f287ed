"""Many small things done one after the other while the window stays alive."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.008  # seconds of work before the window gets its turn


class ChunkedWork(QObject):
    """Does ``steps`` a little at a time, beginning with the next round of the event loop, and goes with its parent."""

    paused = Signal(bool)  # after every slice; whether all is done

    def __init__(self, steps: Iterator[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return not self._timer.isActive()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE
        while (step := next(self._steps, None)) is not None:
            step()
            if time.monotonic() >= until or self.done:
                self.paused.emit(self.done)
                return
        self._timer.stop()
        self.paused.emit(True)
