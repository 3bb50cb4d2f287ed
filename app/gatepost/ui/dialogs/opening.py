"""Opening a dialog over the window, without blocking it, and the help over either."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.ui.dialogs.fitted import FittedDialog, fit_to_screen


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog without waiting for it; F1 opens its page of the docs over it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, FittedDialog) and dialog.has_help:
        QShortcut(QKeySequence.StandardKey.HelpContents, dialog, lambda: open_help(dialog, dialog))
    fit_to_screen(dialog)
    dialog.open()


def open_help(window: QWidget, front: QWidget | None, topic: str = "") -> None:
    """Open the help over ``window``: on a topic of the docs, else on what is in front."""
    from gatepost.ui.dialogs.help import HelpDialog, topic_of  # the first window needs none

    dialog = HelpDialog(window)
    dialog.view.show_topic(topic or topic_of(front))
    open_dialog(dialog)
