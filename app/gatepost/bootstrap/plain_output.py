"""Lines for a terminal and for the log: whatever a host has put into them, a line stays one plain line."""

from __future__ import annotations

import logging
import sys

from typing_extensions import override

from gatepost.endpoints.visible import one_line, visible


def say(line: str) -> None:
    """Write one line to standard error; a program without a console on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"gatepost: {one_line(line)}\n")


class PlainFormatter(logging.Formatter):
    """One line for a message, then its traceback; control and bidirectional characters are written out."""

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = one_line(record.message)
        return super().formatMessage(record)

    @override
    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))
