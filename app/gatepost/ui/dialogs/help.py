"""Help dialog: the pages of the docs, and the keys of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QAction,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.ui.dialogs.docs_browser import DocsBrowser
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.widgets.plain_widgets import plain_label, push_button

_SIZE = (860, 640)  # pixels


_IN_ENGLISH = WINDOW.tr("This page is in English.")


class HelpDialog(FittedDialog):
    """Shows one page at a time, with a way back and the guide. Use ``open()``."""

    has_help = False  # it is one itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.view = DocsBrowser()
        self.view.setAccessibleName(self.tr("Help"))
        self.language_note = plain_label(shown(_IN_ENGLISH), "muted")
        self.language_note.hide()
        self.back_button = push_button(self.tr("&Back"), self.view.backward)
        self.forward_button = push_button(self.tr("&Forward"), self.view.forward)
        self.guide_button = push_button(self.tr("&Guide"), lambda: self.view.show_topic("guide.md"))
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        self.back_button.setEnabled(False)
        self.forward_button.setEnabled(False)
        self.view.backwardAvailable.connect(self.back_button.setEnabled)
        self.view.forwardAvailable.connect(self.forward_button.setEnabled)
        self.view.sourceChanged.connect(self._show_language)
        buttons = [self.back_button, self.forward_button, self.guide_button]
        dialog_layout(self, self.language_note, self.view, dialog_buttons(buttons, [self.close_button]))
        self.resize(*_SIZE)
        self.view.setFocus()

    def _show_language(self, source: QUrl) -> None:
        """Pages of the docs exist in English only, which a window in another language says."""
        is_translated = shown(_IN_ENGLISH) != str(_IN_ENGLISH)
        self.language_note.setVisible(is_translated and not source.isEmpty())


def shortcuts_text(actions: Iterable[QAction]) -> str:
    """Return a page of every action that has a key."""
    title, *heads = map(shown, (WINDOW.tr("Keyboard shortcuts"), WINDOW.tr("Keys"), WINDOW.tr("Action")))
    rows = [
        f"| {_keys(action)} | {action.text().replace('&', '').rstrip('.')} |"
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    return "\n".join([f"# {title}", "", f"| {heads[0]} | {heads[1]} |", "|---|---|", *rows])


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
