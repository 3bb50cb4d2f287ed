"""A budget for evaluating what a host has sent, in steps and not in seconds: a document ends alike on every computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# About a quarter of a second. Descriptors of real hosts need some hundred.
STEPS = 400_000
_BETWEEN_CHECKS = 2_000


class TooComplexError(Exception):
    """An evaluation used up its steps before it was complete. Nothing is known of the rest."""


def _never() -> None:
    return None


_CHECK: ContextVar[Callable[[], object]] = ContextVar("check", default=_never)


@contextmanager
def stopping_evaluation(check: Callable[[], object]) -> Iterator[None]:
    """While this lasts, every evaluation in this thread calls ``check`` now and then; what it raises ends the evaluation.

    One inside another asks both.
    """
    outer = _CHECK.get()

    def both() -> None:
        outer()
        check()

    token = _CHECK.set(both)
    try:
        yield
    finally:
        _CHECK.reset(token)


class StepBudget:
    """The steps that one evaluation may take. A step is about one comparison of two SIDs or values."""

    def __init__(self, steps: int = STEPS) -> None:
        self._left = steps
        self._check = _CHECK.get()
        self._next_check = steps - _BETWEEN_CHECKS
        self._check()  # many small evaluations are to be stopped as well

    def spend(self, steps: int = 1) -> None:
        """Take some steps.

        Raises:
            TooComplexError: there are not as many left.
        """
        self._left -= steps
        if self._left < 0:
            raise TooComplexError
        if self._left <= self._next_check:
            self._next_check = self._left - _BETWEEN_CHECKS
            self._check()
