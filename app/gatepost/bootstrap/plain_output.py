"""Output for a terminal and for the log: each line stays one plain line, whatever a host has put into it."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from io import TextIOWrapper

from typing_extensions import override

from gatepost.endpoints.visible import one_line, visible


def say(line: str) -> None:
    """Write one line to standard error; a program without a console on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"gatepost: {one_line(line)}\n")


class PrivateLogFile(logging.handlers.RotatingFileHandler):
    """A log that is for its owner alone, where the system has such permissions; those it is rotated to as well."""

    @override
    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding=self.encoding,
            errors=self.errors,
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )


class PlainFormatter(logging.Formatter):
    """One line for a message, then its traceback; control and bidirectional characters are written out."""

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = one_line(record.message)
        return super().formatMessage(record)

    @override
    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))
