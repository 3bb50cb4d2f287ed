"""Figures of a benchmark as a table: what was measured, its target, and Qt's own model doing the same."""

from __future__ import annotations

from dataclasses import dataclass

STALL = 50.0
"""Milliseconds that nobody sees."""
FRAME = 16.0
"""Milliseconds beyond Qt's own model doing the same."""


@dataclass(frozen=True)
class _Figure:
    what: str
    milliseconds: float
    target: float | None
    peer: float | None


class Figures:
    """Figures in milliseconds, in the order in which they are added."""

    def __init__(self) -> None:
        self._figures: list[_Figure] = []

    def add(self, what: str, milliseconds: float, target: float | None = None, peer: float | None = None) -> None:
        """Add one; with a ``peer`` the target is one frame more than that."""
        self._figures.append(_Figure(what, milliseconds, peer + FRAME if peer is not None else target, peer))

    def show(self) -> None:
        """Print them; what misses its target is marked."""
        print(f"\n{'':52}{'ms':>8}{'target':>8}{'Qt':>8}{'ratio':>7}")
        for each in self._figures:
            target = f"{each.target:8.1f}" if each.target is not None else " " * 8
            peer = f"{each.peer:8.1f}{each.milliseconds / each.peer:7.1f}" if each.peer else ""
            missed = "  missed" if each.target is not None and each.milliseconds > each.target else ""
            print(f"{each.what:52}{each.milliseconds:8.1f}{target}{peer}{missed}")
