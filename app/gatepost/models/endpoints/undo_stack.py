"""Undo and redo over values: each named step is the whole state after it.

Not a QUndoStack: its commands are objects of C++ and Python at once, and PySide6 6.11 was seen to crash when the garbage
collector met a stack of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Step(Generic[T]):
    label: str
    value: T
    merge_key: str = ""


class UndoStack(Generic[T]):
    """A list of steps without limit, and the position in it."""

    def __init__(self, first: T) -> None:
        self._steps = [_Step("", first)]
        self._index = 0

    @property
    def value(self) -> T:
        """The state that holds now."""
        return self._steps[self._index].value

    @property
    def undo_label(self) -> str:
        """The name of the step that undo takes back; empty where there is none."""
        return self._steps[self._index].label

    @property
    def redo_label(self) -> str:
        """The name of the step that redo does again; empty where there is none."""
        return self._steps[self._index + 1].label if self._index + 1 < len(self._steps) else ""

    def push(self, label: str, value: T, merge_key: str = "") -> None:
        """Add a step, which ends what could be redone. One with the key of the step before it takes its place."""
        last = self._steps[self._index]
        merges = bool(merge_key) and last.merge_key == merge_key
        del self._steps[self._index + (0 if merges else 1) :]
        self._steps.append(_Step(label, value, merge_key))
        self._index = len(self._steps) - 1

    def undo(self) -> None:
        """Go one step back, if there is one."""
        self._index = max(0, self._index - 1)

    def redo(self) -> None:
        """Go one step on, if there is one."""
        self._index = min(len(self._steps) - 1, self._index + 1)

    def start_from(self, value: T) -> None:
        """Forget every step."""
        self._steps = [_Step("", value)]
        self._index = 0
