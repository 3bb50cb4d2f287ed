"""Standard streams and exit statuses of the command line.

A windowed program on Windows has no streams, nor one that a shell has started with ``>&-``.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

from typing_extensions import override

from gatepost.endpoints.visible import one_line

USAGE_ERROR = 2
INTERRUPTED = 130  # what a shell makes of Ctrl+C
_MOST = 8 * 1024  # characters that a message box still shows


def say(line: str) -> None:
    """Write one plain line to standard error, whatever a host has put into it."""
    if sys.stderr is not None:
        sys.stderr.write(f"gatepost: {one_line(line)}\n")


class _Kept(io.StringIO):
    """Keeps the beginning of what is written."""

    @override
    def write(self, written: str, /) -> int:
        super().write(written[: max(0, _MOST - self.tell())])
        return len(written)


def with_streams(work: Callable[[], int]) -> int:
    """Run a program with something to write to, and return its status.

    On Windows, what it wrote is shown in a message box where it ended because of its arguments: ``--help``,
    ``--version`` and usage errors. Everything else goes on without anybody at hand, and tells by its status.
    """
    if sys.stdout is not None and sys.stderr is not None:
        return work()
    kept = _Kept()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = sys.stdout or kept, sys.stderr or kept
    try:
        status = work()
    except SystemExit:
        _show(kept.getvalue())
        raise
    else:
        if status == USAGE_ERROR:
            _show(kept.getvalue())
        return status
    finally:
        sys.stdout, sys.stderr = before


def _show(message: str) -> None:
    if sys.platform == "win32" and message.strip():
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, "Gatepost", 0)
