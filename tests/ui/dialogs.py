"""Waiting for a dialog."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from gatepost.ui.confirm.dialog import ConfirmDialog

D = TypeVar("D", bound=QDialog)


def wait_for(qtbot, kind: type[D]) -> D:
    """Wait for the one open dialog of a kind."""
    found: list[D] = []

    def look() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return len(found) == 1 and not _is_evaluating(found[0])

    qtbot.waitUntil(look, timeout=20_000)
    return found[0]


def _is_evaluating(dialog: QDialog) -> bool:
    """Whether a confirmation still works out who loses access; until then nothing can be confirmed."""
    return isinstance(dialog, ConfirmDialog) and dialog.you_label.text().startswith("Evaluating")
