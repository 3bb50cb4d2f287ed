"""``override`` for type checkers (typing has it from Python 3.12),
so that this package runs on the standard library alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

_T = TypeVar("_T")

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: _T) -> _T:
        """Mark a method as an override; does nothing when the program runs."""
        return method


__all__ = ["override"]
