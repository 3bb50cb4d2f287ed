"""A password on standard input: octets of an encoding that nobody names."""

from __future__ import annotations

import locale
import sys
from typing import BinaryIO

MAX_PASSWORD = 1024
_MOST_OCTETS = 4 * MAX_PASSWORD + 8


class PasswordInputError(Exception):
    """There is no password that can be used; the text says why, without any part of it."""


def read_password(stream: BinaryIO | None) -> str:
    """Read one line: UTF-8, with or without a byte order mark, else the encoding of the console that wrote it.

    A password read wrongly is refused by the host, and a few of those lock the account; so nothing is guessed.

    Raises:
        PasswordInputError: there is none, it is too long, or it is in another encoding.
    """
    line = stream.readline(_MOST_OCTETS) if stream is not None else b""
    password = _decoded(line).rstrip("\r\n")
    if not password or len(password) > MAX_PASSWORD:
        raise PasswordInputError("there is no password on standard input")
    return password


def _decoded(line: bytes) -> str:
    for encoding in ("utf-8-sig", console_encoding()):
        try:
            decoded = line.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in decoded:  # UTF-16 reads as almost anything
            return decoded
    raise PasswordInputError("the password on standard input is not in UTF-8")


def console_encoding() -> str:
    """The encoding in which the programs of this console write, "cp850" for example."""
    if sys.platform == "win32":
        import ctypes

        page = ctypes.windll.kernel32.GetConsoleCP()  # 0 without a console
        return f"cp{page}" if page else locale.getencoding()
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        return locale.getencoding()
