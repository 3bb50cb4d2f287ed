"""The sign beside the title of a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from gatepost.models.roles import Tone
from gatepost.ui.widgets.plain_widgets import SignLabel


def shows_sign(dialog: QDialog, name: str, tone: Tone) -> bool:
    """Whether the first sign of a dialog looks like that one."""
    return dialog.findChild(SignLabel).pixmap().toImage() == SignLabel(name, tone).pixmap().toImage()
