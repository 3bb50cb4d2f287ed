"""Waiting for a dialog."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

D = TypeVar("D", bound=QDialog)


def wait_for(qtbot, kind: type[D]) -> D:
    """Wait for the one open dialog of a kind."""
    found: list[D] = []

    def look() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return len(found) == 1 and getattr(found[0], "is_evaluated", True)

    qtbot.waitUntil(look, timeout=20_000)
    return found[0]


def step_texts(steps: QWidget) -> dict[str, str]:
    """What a connection test says of each step, by the name of the step."""
    names = [label.accessibleName() for label in steps.findChildren(QLabel) if not label.isHidden()]
    return dict(name.split(": ", 1) for name in names if name)
