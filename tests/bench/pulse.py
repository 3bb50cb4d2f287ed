"""How long the event loop of the window stands still."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer

BEAT = 5  # milliseconds


class Pulse:
    """The longest time in which the event loop of the window did not get round to a timer."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=BEAT)  # not 0, which would keep the interpreter busy all the time
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Count from now on."""
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest stall in seconds."""
        self._timer.stop()  # it takes its share of what is measured
        return self._longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last - BEAT / 1000), now
