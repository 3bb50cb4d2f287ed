"""What the View menu chooses: where the details are, how high rows are; and how the window looked the last time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from gatepost.ui.endpoints.page import DetailsPosition, EndpointsPage
from gatepost.ui.hosts.pages import HostPages
from gatepost.ui.main_window.saved_layout import SavedLayout
from gatepost.ui.main_window.services import WindowServices
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.metrics import DENSITY, Density

_DENSITIES = {"compact": Density.COMPACT, "comfortable": Density.COMFORTABLE}


class ViewController(QObject):
    """Puts in force what is chosen, and keeps it for the next start."""

    def __init__(
        self,
        services: WindowServices,
        actions: Actions,
        endpoints: EndpointsPage,
        pages: HostPages,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._endpoints = endpoints
        self._saved = SavedLayout(services.layout, window, pages, endpoints.panel.columns)
        for details_position, action in actions.details.items():
            action.triggered.connect(partial(self._put_details, details_position))
        for name, action in actions.densities.items():
            action.triggered.connect(partial(self._set_density, name))

    def restore(self) -> None:
        """Bring back how the window looked the last time."""
        self._saved.restore()
        self._put_details(self._saved.saved_choice("details", self._actions.details, "below"))
        self._set_density(self._saved.saved_choice("density", self._actions.densities, "compact"))

    def save(self) -> None:
        """Keep how the window looks."""
        self._saved.save_choice("details", self._endpoints.details_position.value)
        self._saved.save_choice("density", next(name for name, each in _DENSITIES.items() if each is DENSITY.chosen))
        self._saved.save()

    def _put_details(self, details_position: str) -> None:
        self._actions.details[details_position].setChecked(True)
        self._endpoints.put_details(DetailsPosition(details_position))

    def _set_density(self, name: str) -> None:
        self._actions.densities[name].setChecked(True)
        DENSITY.choose(_DENSITIES[name])
