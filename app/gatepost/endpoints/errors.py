"""HostError: an expected failure with cause and next step; and readings that may have failed."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from typing_extensions import override

from gatepost.endpoints.text import NOTHING, Text, sentences
from gatepost.work import ExpectedError

T = TypeVar("T")


class HostError(ExpectedError):
    """Expected failure. ``summary`` says what is wrong, ``next_step`` what to do, ``details`` folds out and holds no secret.

    ``command_line`` is the next step where there is no window, if that is another one: it names options.
    """

    def __init__(
        self,
        summary: Text,
        next_step: Text = NOTHING,
        details: str = "",
        command_line: Text = NOTHING,
    ) -> None:
        super().__init__(str(summary))
        self.summary = summary
        self.next_step = next_step
        self.details = details
        self.command_line = command_line or next_step

    @override
    def __str__(self) -> str:
        return f"{self.summary} {self.next_step}".strip()

    @property
    def text(self) -> Text:
        """What is wrong and what to do, in the language of the reader."""
        return sentences(self.summary, self.next_step)

    @property
    def on_command_line(self) -> str:
        """What is wrong and what to do, for the command line."""
        return f"{self.summary} {self.command_line}".strip()


Result: TypeAlias = T | HostError
"""A part of a host that was read by itself: its value, or why it could not be read."""


def known(reading: Result[T]) -> T | None:
    """Return what was read; None where it could not be."""
    return None if isinstance(reading, HostError) else reading
