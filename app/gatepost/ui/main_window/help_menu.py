"""The Help menu: the page about what is in front, the keys, and what the program is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from gatepost.ui.dialogs.opening import open_dialog, open_help
from gatepost.ui.dialogs.topics import topic_of
from gatepost.ui.widgets.actions import Actions


def connect_help_actions(actions: Actions, window: QMainWindow) -> None:
    """Have the actions open what they name; the dialogs are imported then, as the first window needs none of them."""

    def show_shortcuts() -> None:
        from gatepost.ui.dialogs.help import HelpDialog, shortcuts_text

        dialog = HelpDialog(window)
        dialog.view.show_markdown(shortcuts_text(window.actions()))
        open_dialog(dialog)

    def show_about() -> None:
        from gatepost.ui.settings.about_dialog import AboutDialog  # reads the metadata of every library

        open_dialog(AboutDialog(window))

    actions.help.triggered.connect(lambda: open_help(topic_of(window.focusWidget()), window))
    actions.shortcuts.triggered.connect(show_shortcuts)
    actions.report_problem.triggered.connect(lambda: open_help("guide.md#report-a-problem", window))
    actions.about.triggered.connect(show_about)
