"""Decorators of this package, which runs on the standard library alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: T) -> T:
        """Mark a method as an override, for type checkers (typing has it from Python 3.12)."""
        return method


def cached_if_short(longest: int, maxsize: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Cache a reader of text; what has more than ``longest`` characters is read each time, so that it fills no cache."""

    def decorated(read: Callable[[str], T]) -> Callable[[str], T]:
        cached = lru_cache(maxsize)(read)
        return lambda text: cached(text) if len(text) <= longest else read(text)

    return decorated


__all__ = ["cached_if_short", "override"]
