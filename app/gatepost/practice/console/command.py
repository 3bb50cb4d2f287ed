"""Console command type, and parsing of its arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Answer = dict[str, object]
Command = tuple[str, str, Callable[[Sequence[str]], Answer]]
"""Usage, description, function."""


class CommandError(Exception):
    """A command cannot be carried out; the message says why. Nothing has changed."""


def number(word: str) -> int:
    """Read a whole number of at most six digits.

    Raises:
        CommandError: it is none.
    """
    if not word.isascii() or not word.isdigit() or len(word) > 6:
        raise CommandError(f"not a number: {word}")
    return int(word)


def boolean(word: str) -> bool:
    """Read true or false.

    Raises:
        CommandError: it is neither.
    """
    if word.lower() not in ("true", "false"):
        raise CommandError("true or false is expected")
    return word.lower() == "true"
