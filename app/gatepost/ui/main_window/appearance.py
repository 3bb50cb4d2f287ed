"""The theme as the menu shows it, and the settings dialog: what is set, in force in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from gatepost.models.window_text import shown
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.settings.preferences import Preferences
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.actions import Actions


class AppearanceController(QObject):
    """Puts what is set in force."""

    def __init__(self, actions: Actions, preferences: Preferences, files: FileSaver, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._preferences = preferences
        self._files = files
        self._window = window
        actions.settings.triggered.connect(self._open_settings)
        for key, action in actions.themes.items():
            action.triggered.connect(partial(self._on_theme_chosen, key))
        actions.themes[preferences.theme].setChecked(True)
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def problem(self) -> str:
        """What of the settings could not be used or kept; "" where all is well."""
        return shown(self._preferences.problem)

    def _open_settings(self) -> None:
        from gatepost.ui.settings.dialog import SettingsDialog

        open_dialog(SettingsDialog(self._preferences, self._files, self._window))

    def _on_theme_chosen(self, key: str) -> None:
        self._apply(key)
        self._preferences.choose_theme(key)

    def _on_preferences_changed(self) -> None:
        if not self._actions.themes[self._preferences.theme].isChecked():
            self._apply(self._preferences.theme)

    def _apply(self, key: str) -> None:
        self._actions.themes[key].setChecked(True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, dark=theme.DARK_BY_NAME[key])
