"""Passwords from standard input: one on each line, in UTF-8 or in the encoding of a Windows console."""

from __future__ import annotations

import codecs
import ctypes
import sys
from typing import BinaryIO

MAX_PASSWORD = 1024  # characters
_MAX_OCTETS = 4 * MAX_PASSWORD + 5  # the longest character in UTF-8, a byte order mark, the end of the line
_TOO_LONG = f"the password on standard input is longer than {MAX_PASSWORD} characters"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class PasswordInputError(Exception):
    """Why there is no password, in one line that holds nothing of what was read."""


class PasswordInput:
    """Reads one password after the other. A byte order mark, as Windows PowerShell writes it, is dropped."""

    def __init__(self, stream: BinaryIO | None) -> None:
        """``stream`` is standard input; None where the program has none."""
        self._stream = stream
        self._begun = False

    def read(self) -> str:
        """Return the next line without its end.

        Raises:
            PasswordInputError: there is none, it is empty or too long, or it is in another encoding.
        """
        line = self._stream.readline(_MAX_OCTETS + 1) if self._stream is not None else b""
        if not self._begun:
            self._begun = True
            if line.startswith(_UTF16):
                raise PasswordInputError("standard input is UTF-16. Send the password in UTF-8")
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > _MAX_OCTETS:
            raise PasswordInputError(_TOO_LONG)
        if b"\0" in line:  # every second octet of UTF-16, which need not begin with a mark
            raise PasswordInputError("standard input is UTF-16 or binary. Send the password in UTF-8")
        password = _decoded(line.rstrip(b"\r\n"))
        if not password:
            raise PasswordInputError("there is no password on standard input")
        if len(password) > MAX_PASSWORD:
            raise PasswordInputError(_TOO_LONG)
        return password


def _decoded(line: bytes) -> str:
    """A password read wrongly is a wrong one, and a few of those lock the account: nothing else is tried."""
    for encoding in ("utf-8", *_console_encodings()):
        try:
            return line.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise PasswordInputError("standard input isn't UTF-8. Send the password in UTF-8")


def _console_encodings() -> tuple[str, ...]:
    """The encoding in which the programs of this console write to a pipe, "cp850" for example; none elsewhere."""
    if sys.platform == "win32":
        page = ctypes.windll.kernel32.GetConsoleCP()  # 0 without a console: it could be any
        return (f"cp{page}",) if page else ()
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        return ()
