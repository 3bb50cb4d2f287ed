"""How the window looks: what the View menu and the settings choose, and what is brought back at the next start.

All of it but the theme is kept in an INI file of the data folder.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView

from gatepost.backend.files.atomic_write import make_private
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.fitted import fit_to_screen
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.endpoints.page import DetailsPosition, EndpointsPage
from gatepost.ui.main_window.host_pages import HostPages
from gatepost.ui.main_window.services import WindowServices
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.row_heights import DENSITY, Density

log = logging.getLogger(__name__)

_DENSITIES = {"compact": Density.COMPACT, "comfortable": Density.COMFORTABLE}


class ViewController(QObject):
    """Puts in force what is chosen, and what was saved of it. What cannot be read or does not fit is left as it is."""

    def __init__(
        self,
        services: WindowServices,
        files: FileSaver,
        actions: Actions,
        endpoints: EndpointsPage,
        pages: HostPages,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._path, self._preferences, self._files = services.layout, services.preferences, files
        self._settings = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._actions, self._endpoints = actions, endpoints
        self._window, self._pages, self._columns = window, pages, endpoints.panel.columns
        self._table: QTableView = self._columns.view
        for details_position, action in actions.details.items():
            action.triggered.connect(partial(self._put_details, details_position))
        for name, action in actions.densities.items():
            action.triggered.connect(partial(self._set_density, name))
        for key, action in actions.themes.items():
            action.triggered.connect(partial(self._on_theme_chosen, key))
        actions.themes[self._preferences.theme].setChecked(True)
        actions.settings.triggered.connect(self._open_settings)
        self._preferences.changed.connect(self._on_preferences_changed)

    def restore(self) -> None:
        """Bring back what was saved; the window stays within the screen."""
        for key, target in self._blobs().items():
            state = self._settings.value(key)
            if isinstance(state, QByteArray):
                target(state)
        self._columns.restore(str(self._settings.value("columns", "")))
        page, sort = _number(self._settings.value("page")), _number(self._settings.value("sort"))
        if page is not None and self._pages.isTabVisible(page):
            self._pages.setCurrentIndex(page)
        if sort is not None and abs(sort) <= self._table.model().columnCount():
            order = Qt.SortOrder.DescendingOrder if sort < 0 else Qt.SortOrder.AscendingOrder
            self._table.sortByColumn(abs(sort) - 1, order)
        fit_to_screen(self._window)
        self._put_details(self._saved_choice("details", self._actions.details, "below"))
        self._set_density(self._saved_choice("density", self._actions.densities, "compact"))

    def save(self) -> None:
        """Save the layout. A file that cannot be written costs the layout, and nothing else."""
        header = self._table.horizontalHeader()
        column = header.sortIndicatorSection() + 1
        descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self._settings.setValue("details", self._endpoints.details_position.value)
        self._settings.setValue("density", next(name for name, each in _DENSITIES.items() if each is DENSITY.chosen))
        self._settings.setValue("window", self._window.saveGeometry())
        for splitter in self._splitters():
            self._settings.setValue(f"split/{splitter.objectName()}", splitter.saveState())
        self._settings.setValue("columns", self._columns.state())
        self._settings.setValue("page", self._pages.currentIndex())
        self._settings.setValue("sort", -column if descending else column)
        with contextlib.suppress(OSError):  # said by the settings, below
            make_private(self._path)
        self._settings.sync()
        if self._settings.status() is not QSettings.Status.NoError:
            log.warning("the layout of the window could not be saved: %s", self._settings.status())

    def _put_details(self, details_position: str) -> None:
        self._actions.details[details_position].setChecked(True)
        self._endpoints.put_details(DetailsPosition(details_position))

    def _set_density(self, name: str) -> None:
        self._actions.densities[name].setChecked(True)
        DENSITY.choose(_DENSITIES[name])

    def _open_settings(self) -> None:
        from gatepost.ui.settings.dialog import SettingsDialog

        open_dialog(SettingsDialog(self._preferences, self._files, self._window))

    def _on_theme_chosen(self, key: str) -> None:
        self._apply_theme(key)
        self._preferences.choose_theme(key)

    def _on_preferences_changed(self) -> None:
        if not self._actions.themes[self._preferences.theme].isChecked():
            self._apply_theme(self._preferences.theme)

    def _apply_theme(self, key: str) -> None:
        self._actions.themes[key].setChecked(True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, dark=theme.DARK_BY_NAME[key])

    def _saved_choice(self, key: str, known: Iterable[str], usual: str) -> str:
        """Return what was chosen of what is known, else the usual."""
        value = self._settings.value(key)
        return value if isinstance(value, str) and value in known else usual

    def _splitters(self) -> list[QSplitter]:
        return [splitter for splitter in self._window.findChildren(QSplitter) if splitter.objectName()]

    def _blobs(self) -> dict[str, Callable[[QByteArray], bool]]:
        splits = {f"split/{splitter.objectName()}": splitter.restoreState for splitter in self._splitters()}
        return {"window": self._window.restoreGeometry, **splits}


def _number(value: object) -> int | None:
    """Return a number as an INI file holds it, None for anything else."""
    try:
        return int(str(value))
    except ValueError:
        return None
