"""The Help menu: the page about what is in front, the keys, and what the program is made of."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.topics import topic_of
from gatepost.ui.widgets.actions import Actions


class HelpController(QObject):
    """Opens what is asked for; the dialogs are imported then, as the first window needs none of them."""

    def __init__(self, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions.help.triggered.connect(self._help)
        actions.shortcuts.triggered.connect(self._shortcuts)
        actions.report_problem.triggered.connect(self._report_problem)
        actions.about.triggered.connect(self._about)

    def _help(self) -> None:
        from gatepost.ui.dialogs.help import help_on

        open_dialog(help_on(topic_of(self._window.focusWidget()), self._window))

    def _shortcuts(self) -> None:
        from gatepost.ui.dialogs.help import HelpDialog, shortcuts_text

        dialog = HelpDialog(self._window)
        dialog.view.show_markdown(shortcuts_text(self._window.actions()))
        open_dialog(dialog)

    def _report_problem(self) -> None:
        from gatepost.ui.dialogs.help import help_on

        open_dialog(help_on("guide.md#report-a-problem", self._window))

    def _about(self) -> None:
        from gatepost.ui.settings.about_dialog import AboutDialog  # reads the metadata of every library

        open_dialog(AboutDialog(self._window))
