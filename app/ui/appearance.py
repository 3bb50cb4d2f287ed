"""The theme: chosen from the menu or in the settings, and in force at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme
from app.ui.actions import Actions
from app.ui.preferences import Preferences


class Appearance(QObject):
    """Keeps the menu, the settings and the program's colours in step; without settings a theme holds for this run."""

    def __init__(self, actions: Actions, preferences: Preferences | None, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._preferences = preferences
        self._window = window
        for key, action in actions.themes.items():
            action.triggered.connect(partial(self._on_chosen, key))
        actions.themes[preferences.theme if preferences else "system"].setChecked(True)
        actions.settings.setVisible(preferences is not None)
        actions.settings.triggered.connect(self._ask)
        if preferences is not None:
            preferences.changed.connect(self._on_preferences_changed)

    def _ask(self) -> None:
        from app.ui.settings_dialog import SettingsDialog

        if self._preferences is not None:
            dialog = SettingsDialog(self._preferences, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _on_chosen(self, key: str) -> None:
        self._apply(key)
        if self._preferences is not None:
            self._preferences.choose_theme(key)

    def _on_preferences_changed(self) -> None:
        if self._preferences is not None and not self._actions.themes[self._preferences.theme].isChecked():
            self._apply(self._preferences.theme)

    def _apply(self, key: str) -> None:
        self._actions.themes[key].setChecked(True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.DARK_BY_NAME[key])
