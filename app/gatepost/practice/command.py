"""Console command type, and parsing of its arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Answer = dict[str, object]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: how its arguments are written, what it does, and the function that does it with them.

    Arguments in brackets may be left out; "..." at the end stands for any number.
    """

    usage: str
    description: str
    run: Callable[[Sequence[str]], Answer | None]

    def accepts(self, count: int) -> bool:
        """Whether so many arguments fit the usage."""
        arguments = self.usage.split()
        required = [argument for argument in arguments if not argument.startswith("[")]
        return count >= len(required) and (count <= len(arguments) or self.usage.endswith("..."))


class CommandError(Exception):
    """A command cannot be carried out; the message says why. Nothing has changed."""


def number(word: str, most: int = 999_999) -> int:
    """Read a whole number.

    Raises:
        CommandError: it is none, or larger than ``most``.
    """
    if not word.isascii() or not word.isdigit() or len(word) > 10 or int(word) > most:
        raise CommandError(f"not a number up to {most}: {word}")
    return int(word)


def boolean(word: str) -> bool:
    """Read true or false.

    Raises:
        CommandError: it is neither.
    """
    if word.lower() not in ("true", "false"):
        raise CommandError("true or false is expected")
    return word.lower() == "true"
