"""A cache of what is read from texts, which long texts cannot fill."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


def cached_if_short(longest: int, maxsize: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a reader of text; what has more than ``longest`` characters is read each time."""

    def decorated(read: Callable[[str], T]) -> Callable[[str], T]:
        cached = lru_cache(maxsize)(read)
        return lambda text: cached(text) if len(text) <= longest else read(text)

    return decorated
