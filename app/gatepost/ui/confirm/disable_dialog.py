"""The question before remoting is disabled, with what stays open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.errors import Result
from gatepost.endpoints.host.exposure import RemainingExposure, exposure_rows, snapshot_rows
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog


class DisableDialog(ConfirmDialog):
    """A confirmation that can be widened to disabled endpoints."""

    @override
    def _parts(self) -> list[QWidget]:
        self.include_disabled = QCheckBox()
        self.include_disabled.hide()
        self.include_disabled.toggled.connect(self._plan)
        return [*super()._parts(), self.include_disabled]

    @override
    def ask_host(self, session: HostSession) -> None:
        if self._fetch(session, lambda host, context: host.reader.exposure(context), self._show_exposure):
            self._show_exposure(None)
        else:
            self.details.show_exposure(snapshot_rows(self._request.snapshot))

    def _show_exposure(self, exposure: Result[RemainingExposure] | None) -> None:
        self.details.show_exposure(exposure_rows(exposure, self._request.snapshot))

    def _plan(self) -> None:
        plan = partial(disable_remoting, include_disabled=self.include_disabled.isChecked())
        self.replan(replace(self._request, plan=plan))

    @override
    def _show_evaluation(self) -> None:
        super()._show_evaluation()
        if self._evaluation is None:
            return  # what is offered stays: it may have been ticked
        count = len(self._evaluation.opens_when_enabled)
        label = WINDOW.tr(
            "Also &block the disabled endpoint (it becomes remotely accessible if enabled)",
            "Also &block the %n disabled endpoints (they become remotely accessible if enabled)",
            count,
        )
        self.include_disabled.setText(shown(label))
        self.include_disabled.setVisible(count > 0)
