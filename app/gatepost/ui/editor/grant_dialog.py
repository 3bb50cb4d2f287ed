"""Dialog to grant, deny or revoke rights of one principal on many endpoints, or remove its entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.endpoints.changes.rights_action import apply_rights_action
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import Skipped
from gatepost.models.window_text import first_lines, one_line, shown, visible
from gatepost.session.evaluator import CRASHED
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.dialogs.waiting import work_out
from gatepost.ui.editor.principal_field import PrincipalField
from gatepost.ui.editor.rights_action_fields import RightsActionFields
from gatepost.ui.widgets.boxes import form_rows, grid
from gatepost.ui.widgets.plain_widgets import label_for, plain_label, push_button
from gatepost.ui.widgets.tick_delegate import TickDelegate

_PAUSE = 150  # milliseconds: with hundreds of endpoints the count takes its time
_NAMED = 3
_LIST_HEIGHT = 156  # pixels: six rows


class GrantDialog(SizedDialog):
    """Makes one step of the pending change. Use ``open()``; ``names`` are the endpoints ticked at first."""

    answered = Signal(object)  # EditStep

    def __init__(self, session: HostSession, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Grant, deny or revoke"))
        self.principal = PrincipalField(session, self.tr("Principal"))
        self.fields = RightsActionFields(self)
        self.actions_by_button, self.rights = self.fields.actions_by_button, self.fields.rights
        self.endpoints = QListWidget()
        self.endpoints.setItemDelegate(TickDelegate(self.endpoints))
        self.endpoints.setUniformItemSizes(True)  # one is measured, not 500
        self.endpoints.setAccessibleName(self.tr("Endpoints"))
        self.endpoints.setFixedHeight(_LIST_HEIGHT)
        self.tick_all = push_button(self.tr("&All"), lambda: self._tick(Qt.CheckState.Checked))
        self.tick_none = push_button(self.tr("&None"), lambda: self._tick(Qt.CheckState.Unchecked))
        self.summary = plain_label(name="muted")
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.ok_button = push_button(self.tr("Add to pend&ing changes"), self.accept, tone="primary", is_default=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        self._evaluator = session.evaluator()
        self.finished.connect(self._evaluator.cancel)
        self._fill(names)
        self._lay_out()
        self._connect()
        self._show()
        self.principal.setFocus()
        self.resize(700, 560)

    def _fill(self, names: tuple[str, ...]) -> None:
        for configuration in self._session.pending_changes.configurations():
            item = QListWidgetItem(one_line(configuration.name))
            item.setData(Qt.ItemDataRole.UserRole, configuration.name)
            ticked = configuration.name in names
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.endpoints.addItem(item)
            if ticked and self.endpoints.currentRow() < 0:
                self.endpoints.setCurrentItem(item)
        self.endpoints.scrollToItem(self.endpoints.currentItem())

    def _lay_out(self) -> None:
        targets = grid(10, 6)
        targets.setRowStretch(2, 1)
        targets.addWidget(self.endpoints, 0, 0, 3, 1)
        targets.addWidget(self.tick_all, 0, 1)
        targets.addWidget(self.tick_none, 1, 1)
        form = form_rows((label_for(self.principal, self.tr("&Principal")), self.principal))
        self.fields.add_to(form)
        form.addRow(label_for(self.endpoints, self.tr("Endpoin&ts")), targets)
        dialog_layout(self, form, self.summary, dialog_buttons([], [self.cancel_button, self.ok_button]))

    def _connect(self) -> None:
        self.principal.resolved.connect(self._show)
        self.fields.changed.connect(self._show)
        self.endpoints.itemChanged.connect(self._show)

    def _tick(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.endpoints):  # once for all of them
            for row in range(self.endpoints.count()):
                self.endpoints.item(row).setCheckState(state)
        self.endpoints.viewport().update()
        self._show()

    def ticked(self) -> tuple[str, ...]:
        """Return the names of the endpoints that are meant."""
        items = [self.endpoints.item(row) for row in range(self.endpoints.count())]
        checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in checked)

    def _show(self) -> None:
        ready = self.principal.sid is not None and bool(self.ticked())
        self.ok_button.setEnabled(ready and self.fields.is_valid)
        self.summary.setText("" if self.ok_button.isEnabled() else self._what_is_missing())
        self._pause.start()

    def _what_is_missing(self) -> str:
        if self.principal.sid is None:
            return self.tr("Enter a user or group.")
        return self.tr("Select at least one right.") if self.ticked() else self.tr("Select at least one endpoint.")

    def _work(self, snapshot: HostSnapshot) -> Callable[[], EditStep] | None:
        """Return what works the edit out, and the pending changes that it makes, in time in proportion to the endpoints.

        It has the host and its pending changes as they are at this moment; None as long as something is missing.
        """
        sid, rights_action, rights = self.principal.sid, self.fields.rights_action, self.rights.rights
        if sid is None or not self.ok_button.isEnabled():
            return None
        pending_changes = self._session.pending_changes
        configurations = filter(None, map(pending_changes.configuration, self.ticked()))
        meant, originals = tuple(map(snapshot.endpoint_with, configurations)), pending_changes.originals()
        return lambda: apply_rights_action(rights_action, meant, sid, rights, snapshot.accounts).on(originals)

    def _count(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is not None and (work := self._work(snapshot)) is not None:
            self._evaluator.evaluate(work, self._say_count, partial(self.summary.setText, shown(CRASHED)))

    def _say_count(self, step: EditStep) -> None:
        changed, asked = len(step.changes), len(self.ticked())
        summary = shown(
            WINDOW.tr("Changes {changed} of %n endpoint.", "Changes {changed} of %n endpoints.", asked, changed=changed)
        )
        self.summary.setText(visible("\n".join([summary, *refused_lines(step.refused)])))

    @override
    def accept(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is not None and (work := self._work(snapshot)) is not None:
            self._pause.stop()
            work_out(self._evaluator, work, partial(self._on_worked_out, snapshot), self)

    def _on_worked_out(self, snapshot: HostSnapshot, step: EditStep) -> None:
        """Give the step out; where the host was read again meanwhile, it is worked out for that."""
        if snapshot is not self._session.snapshot:
            self.accept()
            return
        super().accept()
        self.answered.emit(step)


def refused_lines(refused: tuple[Skipped, ...]) -> list[str]:
    """Return the first endpoints that an edit was refused for, with why, and how many more there are."""
    lines = (f"{one_line(skipped.name)}: {shown(skipped.reason)}" for skipped in refused)
    return first_lines(lines, _NAMED, len(refused))
