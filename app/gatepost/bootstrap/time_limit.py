"""A limit for a run that must end by itself, whatever hangs in it."""

from __future__ import annotations

import faulthandler
import os
import threading
from collections.abc import Callable

_MORE = 15.0  # seconds in which the report is written, and the program ends


class TimeLimit:
    """Ends the process with status 1 once its time is over; ``late`` is told the step that was under way."""

    def __init__(self, seconds: float, late: Callable[[str], None]) -> None:
        """Begin. ``late`` runs in a thread of its own."""
        self._late = late
        self._step = "starting"
        self._timer = threading.Timer(seconds, self._over)
        self._timer.daemon = True
        self._timer.start()
        # Without Python: also where a library hangs that lets no other thread run, and while Python ends.
        self._nowhere = os.open(os.devnull, os.O_WRONLY)
        faulthandler.dump_traceback_later(seconds + _MORE, exit=True, file=self._nowhere)

    def step(self, name: str) -> None:
        """Say what is under way from now on."""
        self._step = name

    def reported(self) -> None:
        """The report is written; what is left to hang is the end of the program, which is cut off in silence."""
        self._timer.cancel()

    def _over(self) -> None:
        self._late(self._step)
        os._exit(1)
