"""Output and time limit of ``gatepost --selftest``. Nothing here needs Qt, which may be what hangs."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Mapping, Sequence

from gatepost import __version__

SECONDS = 120.0  # many times what it takes
_MORE = 15.0  # seconds in which the report is written, and the program ends


def print_report(facts: Mapping[str, object], problems: Sequence[str]) -> int:
    """Print what was found as one JSON object, and return the exit status."""
    report = {"version": __version__, "python": sys.version.split()[0], **facts, "ok": not problems}
    if problems:
        report["problem"] = "; ".join(problems)
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return 1 if problems else 0


class TimeLimit:
    """Ends a self-test with status 1 once its time is over, and names the step that hangs."""

    def __init__(self) -> None:
        self._step = "loading Qt"
        self._timer = threading.Timer(SECONDS, self._over)
        self._timer.daemon = True
        self._timer.start()
        # Without Python: also where a library hangs that lets no other thread run, and while Python ends.
        self._nowhere = os.open(os.devnull, os.O_WRONLY)
        faulthandler.dump_traceback_later(SECONDS + _MORE, exit=True, file=self._nowhere)

    def step(self, name: str) -> None:
        """Say what is under way from now on."""
        self._step = name

    def reported(self) -> None:
        """The report is written; what is left to hang is the end of the program, which is cut off in silence."""
        self._timer.cancel()

    def _over(self) -> None:
        print_report({}, [f"not finished within {SECONDS:g} seconds; it was still {self._step}"])
        os._exit(1)
