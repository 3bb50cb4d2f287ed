"""The actions that change access modes, connected with what plans and confirms such changes."""

from __future__ import annotations

from functools import partial

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.confirm.purpose import ModeRequest, Purpose
from gatepost.ui.endpoints.table_panel import EndpointPanel
from gatepost.ui.widgets.actions import Actions


def connect_change_actions(actions: Actions, changes: ChangeController, panel: EndpointPanel) -> None:
    """Have the actions work on the host, or on the selected endpoints."""
    actions.disable.triggered.connect(lambda: changes.disable(Purpose.APPLY))
    actions.enable.triggered.connect(lambda: changes.enable(Purpose.APPLY))
    actions.preview_disable.triggered.connect(lambda: changes.disable(Purpose.PREVIEW))
    actions.preview_enable.triggered.connect(lambda: changes.enable(Purpose.PREVIEW))

    def set_mode(mode: AccessMode, purpose: Purpose) -> None:
        changes.set_mode(ModeRequest(panel.selected_names(), mode, purpose))

    for purpose, modes in ((Purpose.APPLY, actions.modes), (Purpose.PREVIEW, actions.preview_modes)):
        for mode, action in modes.items():
            action.triggered.connect(partial(set_mode, mode, purpose))
