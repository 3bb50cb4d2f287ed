"""How a dialog is shown: over the window, without stopping it, and gone when it is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from gatepost.ui.dialogs.fitted import FittedDialog, fit_to_screen
from gatepost.ui.dialogs.topics import topic_of


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog that nobody waits for; F1 opens its page of the docs over it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, FittedDialog) and dialog.has_help:
        QShortcut(QKeySequence.StandardKey.HelpContents, dialog, partial(_open_help, dialog))
    fit_to_screen(dialog)
    dialog.open()


def _open_help(dialog: FittedDialog) -> None:
    from gatepost.ui.dialogs.help import help_on

    open_dialog(help_on(topic_of(dialog), dialog))
