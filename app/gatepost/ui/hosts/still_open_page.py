"""Page "Still open": what stays open after remoting is disabled, and what can be done about each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from gatepost.endpoints.host.exposure import (
    ExposureRow,
    ExposureSubject,
    RemainingExposure,
    exposure_rows,
    snapshot_rows,
)
from gatepost.endpoints.host.setting_change_set import SettingChangeSet
from gatepost.endpoints.host.setting_fixes import fixes, full_shutdown, why_not_all
from gatepost.endpoints.text import NOTHING
from gatepost.models.window_text import one_line, shown
from gatepost.ui.hosts.exposure_table import ExposureTable
from gatepost.ui.hosts.page import AskingPage
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.collapsible import CollapseButton
from gatepost.ui.widgets.plain_widgets import (
    button_text,
    plain_label,
    push_button,
    set_text_or_hide,
    set_tip,
    shortened,
)

_GAP, _MOST_COLUMNS = 6, 4  # pixels between buttons, and of them beside each other
_UNDER_HEADING = 6  # pixels
_LONGEST_VERB = 60  # characters: a button has to fit beside another


class StillOpenPage(AskingPage[RemainingExposure]):
    """A table of what stays, the changes for the selected row under it, and folded away those for a full shutdown."""

    change_requested = Signal(object, object)  # HostSession, SettingChangeSet

    def __init__(self) -> None:
        super().__init__(lambda host, context: host.reader.exposure(context))
        self._rows: tuple[ExposureRow, ...] = ()
        self.headline = plain_label(name="headline")
        self.said = plain_label(name="muted")
        self.table = ExposureTable()
        self.table.current_row_changed.connect(self._show_fixes)
        self.here = _ChangeList()
        self.shutdown = _ChangeList()
        self.shutdown.heading.hide()  # the button above it says what it is
        # Folded away, the steps leave their room to the table: the same ones stand beside each row of it.
        self.fold = CollapseButton(self.tr("&Turn off WinRM completely"))
        self.fold.toggled.connect(self.shutdown.setVisible)
        heading_height = (
            self.here.heading.sizeHint().height() + _UNDER_HEADING
        )  # it is in line with the buttons beside it
        complete = vbox(self.fold, self.shutdown, STRETCH, margins=(0, heading_height, 0, 0))
        complete.setAlignment(self.fold, Qt.AlignmentFlag.AlignLeft)
        below = hbox(Grow(self.here, 7), Grow(complete, 3), spacing=24)
        vbox(self.headline, self.said, Grow(self.table), below, on=self, spacing=8, margins=(0, 6, 0, 0))
        self.setFocusProxy(self.table)
        for changes in (self.here, self.shutdown):
            changes.requested.connect(self._on_requested)
        self._show()

    @override
    def _show(self) -> None:
        snapshot, exposure = self._snapshot, self._answer
        if snapshot is None:
            self._rows = ()
            self.headline.setText(self.tr("Still open"))
            self.said.setText(self._why_nothing())
        else:
            template = self.tr("Still open on {host}")
            self.headline.setText(template.format(host=one_line(snapshot.host.name)))
            self._rows = exposure_rows(exposure, snapshot) if exposure is not None else snapshot_rows(snapshot)
            self.said.setText(self._about_answer())
        self._show_rows()
        self._show_fixes()
        self._show_shutdown()

    def _show_rows(self) -> None:
        """The selected row decides what is offered, so that one always is."""
        row = max(0, self.table.current_row())
        with QSignalBlocker(self.table):  # the rows pass by; only the last one counts
            self.table.show_exposure(self._rows)
            self.table.selectRow(min(row, len(self._rows) - 1))

    def _why_nothing(self) -> str:
        error = self._session.error if self._session is not None else None
        if error is not None:
            return shown(error.text)
        return self.tr("Open a host to see what Disable-PSRemoting doesn't change.")

    def _about_answer(self) -> str:
        if self._error is not None and not self._is_reading:
            return shown(self._error.text)
        if self._answer is None or self._is_reading:
            return self.tr("Reading the service, listeners, firewall and LocalAccountTokenFilterPolicy...")
        return self.tr("Current state of the host. You confirm every change before it's made.")

    def _show_fixes(self) -> None:
        row = self.table.current_row()
        if self._snapshot is None or self._answer is None or not 0 <= row < len(self._rows):
            self.here.heading.clear()
            self.here.show_changes(())
            return
        self.here.heading.setText(self._heading(self._rows[row]))
        changes = fixes(self._answer, self._rows[row].subject)
        self.here.show_changes(changes, "" if changes else self.tr("No changes available."))

    def _heading(self, row: ExposureRow) -> str:
        """Listeners and rules are changed together, whichever of them is selected."""
        together = {
            ExposureSubject.LISTENERS: self.tr("Listeners"),
            ExposureSubject.FIREWALL: self.tr("Firewall rules"),
        }
        return together.get(row.subject) or shown(row.title)

    def _show_shutdown(self) -> None:
        exposure = self._answer if self._snapshot is not None else None
        self.fold.setVisible(exposure is not None)
        self.shutdown.setVisible(exposure is not None and self.fold.isChecked())
        if exposure is None:
            self.shutdown.show_changes(())
            return
        changes = full_shutdown(exposure)
        note = shown(why_not_all(changes) or NOTHING)
        if not changes and not note:
            note = self.tr(
                "Nothing left to close from here. Items that couldn't be read or are set by policy aren't included."
            )
        self.shutdown.show_changes(changes, note, numbered=True)

    def _on_requested(self, change: SettingChangeSet) -> None:
        if self._session is not None:
            self.change_requested.emit(self._session, change)


class _ChangeList(QWidget):
    """Buttons, one for each change, in as many columns as there is room for, and a note under them.

    Numbered ones are steps, and stand below each other.
    """

    requested = Signal(object)  # SettingChangeSet

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._changes: tuple[SettingChangeSet, ...] | None = None
        self._widest = 0
        self.heading = plain_label(name="headline")
        self._numbered = False
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(_MOST_COLUMNS, 1)
        self.note = plain_label(name="muted")
        vbox(self.heading, self._grid, self.note, STRETCH, on=self, spacing=_UNDER_HEADING)

    def show_changes(self, changes: tuple[SettingChangeSet, ...], note: str = "", *, numbered: bool = False) -> None:
        """Show these changes in place of the others; the same ones keep their buttons, and the keyboard its place."""
        set_text_or_hide(self.note, note)
        if changes == self._changes:
            return
        self._changes, self._numbered = changes, numbered
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, change in enumerate(changes, 1):
            verb = shortened(shown(change.verb), _LONGEST_VERB)
            if change.cuts:
                verb = self.tr("{change} (disconnects)").format(change=verb)
            label = f"{number}.  {verb}..." if numbered else f"{verb}..."
            button = push_button(button_text(label), partial(self.requested.emit, change))
            set_tip(button, shown(change.consequence))
            self.buttons.append(button)
        self._widest = max((button.sizeHint().width() for button in self.buttons), default=0)
        for button in self.buttons:
            button.setMinimumWidth(self._widest)
        self.setMinimumWidth(self._widest)  # of one column, so that a window which was wide can be narrow again
        self._arrange()

    def _arrange(self) -> None:
        fitting = (self.width() + _GAP) // (self._widest + _GAP)
        columns = 1 if self._numbered else min(max(1, fitting), _MOST_COLUMNS)
        for number, button in enumerate(self.buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, number // columns, number % columns, Qt.AlignmentFlag.AlignLeft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
