"""The question before remoting is enabled, with its steps to be ticked off."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.changes.remoting import enable_remoting
from gatepost.endpoints.errors import HostError, Result
from gatepost.endpoints.host.enable_steps import (
    DEFAULT_STEPS,
    ENDPOINT_STEPS,
    Analysis,
    EnableState,
    EnableStep,
    StepRow,
    settings_to_enable,
    step_rows,
)
from gatepost.models.window_text import shown, visible
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.widgets.boxes import STRETCH, grid, hbox, vbox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, button_text, plain_label, set_tip, shortened

_LONGEST_ANALYSIS = 300  # characters
_BOX = 24  # pixels: where the words of a check box begin
_WIDEST_STATE = 260  # pixels of what a step finds; the tool tip has it whole


class StepsPanel(QWidget):
    """The steps in two columns: those on the host's settings, and those on its endpoints."""

    changed = Signal()  # other steps are ticked

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[EnableStep, QCheckBox] = {}
        self._before: dict[EnableStep, ElidedLabel] = {}
        self.analysis = plain_label(name="muted")
        self.analysis.setContentsMargins(_BOX, 0, 0, 0)
        left, right = grid(12, 6, grows=1), grid(12, 6, grows=1)
        for step in EnableStep:
            self._add(step, right if step in ENDPOINT_STEPS else left)
        # Without a stretch, each column gets what its words need.
        hbox(left, vbox(right, self.analysis, STRETCH, spacing=8), on=self, spacing=24)

    def _add(self, step: EnableStep, column: QGridLayout) -> None:
        box, before = QCheckBox(), ElidedLabel("muted")
        before.setMaximumWidth(_WIDEST_STATE)
        box.setChecked(step in DEFAULT_STEPS)
        box.toggled.connect(lambda _: self.changed.emit())
        row = column.rowCount()
        column.addWidget(box, row, 0)
        column.addWidget(before, row, 1)
        self.boxes[step], self._before[step] = box, before

    def ticked(self) -> frozenset[EnableStep]:
        """Return the steps to take."""
        return frozenset(step for step, box in self.boxes.items() if box.isChecked())

    def show_steps(self, rows: tuple[StepRow, ...]) -> None:
        """Show what each step finds; what would change nothing is told in a quieter tone.

        A step whose state could not be read is unticked, without ``changed``: what is ticked is what is done.
        """
        with QSignalBlocker(self):
            for row in rows:
                box, before = self.boxes[row.step], self._before[row.step]
                title = shown(row.title)
                box.setEnabled(not row.is_unread)
                if row.is_unread:
                    box.setChecked(False)
                box.setText(button_text(title))
                note = shown(row.note)
                before.setText(shown(row.before))
                before.setObjectName("" if row.changes else "muted")
                before.style().polish(before)
                set_tip(box, note)
                box.setAccessibleDescription(f"{shown(row.before)} {note}".strip())

    def show_analysis(self, analysis: Result[Analysis] | None) -> None:
        """Show what Windows itself would do, where the host has answered."""
        if analysis is None:
            self.analysis.setText("")
        elif isinstance(analysis, HostError):
            self.analysis.setText(self.tr("winrm quickconfig: not available from this host."))
        elif analysis.ready:
            self.analysis.setText(self.tr("winrm quickconfig: no changes needed."))
        else:
            results = " ".join(visible(shortened(analysis.results, _LONGEST_ANALYSIS)).split())
            self.analysis.setText(self.tr("winrm quickconfig: {said}").format(said=results))


class EnableDialog(ConfirmDialog):
    """A confirmation whose change set follows the steps that are ticked."""

    _found: tuple[StepRow, ...] = ()
    _waits = True

    @override
    def _parts(self) -> list[QWidget]:
        self.steps = StepsPanel()
        self._show_steps(step_rows(None, self._request.snapshot))
        self.steps.changed.connect(self._plan)
        return [self.steps, *super()._parts()]

    @override
    def ask_host(self, session: HostSession) -> None:
        if not self._fetch(session, lambda host, context: host.reader.enable_state(context), self._show_state):
            self._waits = False
            self._show_steps(step_rows(None, self._request.snapshot, pending=False))
            self._plan()

    def _show_state(self, state: Result[EnableState]) -> None:
        """Show what was found on the host; from now on its settings are part of the change, and it can be confirmed."""
        exposure, analysis = (state, state) if isinstance(state, HostError) else (state.exposure, state.analysis)
        self._waits = False
        self._show_steps(step_rows(exposure, self._request.snapshot))
        self.steps.show_analysis(analysis)
        self._plan()

    def _show_steps(self, rows: tuple[StepRow, ...]) -> None:
        self._found = rows
        self.steps.show_steps(rows)

    def _plan(self) -> None:
        ticked = self.steps.ticked()
        settings = settings_to_enable(self._found, ticked)
        self.replan(replace(self._request, plan=partial(enable_remoting, steps=ticked), settings=settings))

    @override
    def _show_head(self) -> None:
        super()._show_head()
        if self._waits:
            self.effect_label.setText(self.tr("Reading host settings. You can confirm when that's done."))

    @override
    def _allow_confirming(self) -> None:
        """What is ticked is what is done: nothing is confirmed before it is known which settings could be read."""
        super()._allow_confirming()
        if self._waits:
            self.confirm_button.setEnabled(False)
