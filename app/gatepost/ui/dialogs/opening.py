"""Opening a dialog: over the window, without blocking it, deleted when it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.ui.dialogs.fitted import FittedDialog, fit_to_screen
from gatepost.ui.dialogs.topics import topic_of


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog without waiting for it; F1 opens its page of the docs over it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, FittedDialog) and dialog.has_help:
        QShortcut(QKeySequence.StandardKey.HelpContents, dialog, lambda: open_help(topic_of(dialog), dialog))
    fit_to_screen(dialog)
    dialog.open()


def open_help(topic: str, parent: QWidget) -> None:
    """Open the help on a topic over the window that asks for it."""
    from gatepost.ui.dialogs.help import HelpDialog  # the first window needs none

    help_dialog = HelpDialog(parent)
    help_dialog.view.show_topic(topic)
    open_dialog(help_dialog)
