"""Work in the GUI thread, a moment at a time, so that the window gets its turn in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

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
