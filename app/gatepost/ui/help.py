"""The Help menu: the page about what is in front, the keys, and what the program is made of."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.endpoints.detail_tabs import DetailTabs
from gatepost.ui.widgets.actions import Actions


class HelpController(QObject):
    """Opens what is asked for; the dialogs are imported then, as the first window needs none of them."""

    def __init__(self, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions.help.triggered.connect(self._help)
        actions.shortcuts.triggered.connect(self._shortcuts)
        actions.about.triggered.connect(self._about)

    def _help(self) -> None:
        """The permission editor has a page of its own; the guide is about all the rest."""
        from gatepost.ui.dialogs.help import HelpDialog, page_text

        focus = self._window.focusWidget()
        edits = (
            any(details.isAncestorOf(focus) for details in self._window.findChildren(DetailTabs)) if focus else False
        )
        open_dialog(HelpDialog(page_text("permission-editor" if edits else "guide"), self._window))

    def _shortcuts(self) -> None:
        from gatepost.ui.dialogs.help import HelpDialog, shortcuts_text

        open_dialog(HelpDialog(shortcuts_text(self._window.actions()), self._window))

    def _about(self) -> None:
        from gatepost.ui.settings.about_dialog import AboutDialog  # reads the metadata of every library

        open_dialog(AboutDialog(self._window))
