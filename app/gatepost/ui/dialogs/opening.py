"""How a dialog is shown: over the window, without stopping it, and gone when it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from gatepost.ui.dialogs.screen import fit_to_screen


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog that nobody waits for."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fit_to_screen(dialog)
    dialog.open()
