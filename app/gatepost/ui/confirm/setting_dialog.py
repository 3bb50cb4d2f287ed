"""The question before a host's settings are changed: what is there, what will be, and what follows from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gatepost.endpoints.host.setting_change_set import SettingChangeSet, SettingWrite, subject_text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.ui.confirm.change_text import heading
from gatepost.ui.confirm.purpose import Purpose
from gatepost.ui.confirm.question_rows import HostNameCheck, ReasonRow
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import head, stack
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label

_WIDTH = 760  # pixels


class SettingDialog(SizedDialog):
    """Shows a change of settings and asks for it by its name. Use ``open()``. A preview has no button for it."""

    confirmed = Signal(object)  # str: the reason or ticket, may be empty

    def __init__(
        self, order: SettingChangeSet, purpose: Purpose = Purpose.APPLY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        preview = purpose is Purpose.PREVIEW
        host, verb = one_line(order.host.name), shown(order.verb)
        title = heading(order.verb, order.host.name, preview=preview)
        self.setWindowTitle(title)
        title_label = ElidedLabel("dialogTitle")
        title_label.setText(title)
        self.consequence = plain_label(shown(order.consequence), "warning" if order.cuts else "")
        self.table = LinesTable([self.tr("Setting"), self.tr("Now"), self.tr("After this")], [320, 198, 198], 0)
        self.table.setAccessibleName(self.tr("Settings and changes"))
        self.table.set_rows([setting_cells(write) for write in order.writes])
        self.host_name = HostNameCheck()
        why = self.tr("You'll be disconnected and might not be able to undo this remotely. Type {host} to confirm.")
        self.host_name.ask(why.format(host=host) if order.cuts and not preview else "", order.host.name)
        self._bottom = ReasonRow()
        self._bottom.set_asking(asks=not preview)
        self.reason_edit, self.cancel_button, self.confirm_button = (
            self._bottom.edit, self._bottom.cancel, self._bottom.confirm
        )  # fmt: skip
        self._bottom.show_verb(verb, shown(on_host(order.verb, order.host.name)))
        self._bottom.set_danger(order.cuts)
        sign = SignLabel("lan-disconnect", Tone.DENY) if order.cuts else SignLabel("tune", Tone.ACCENT)
        self._lay_out(head(sign, title_label, spacing=6))
        self._allow_confirming()
        self.resize(_WIDTH, 0)
        (self.cancel_button if self.host_name.passed() else self.host_name.edit).setFocus()

    def _lay_out(self, top: QHBoxLayout) -> None:
        bottom = QVBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.host_name)
        bottom.addWidget(self._bottom)
        stack(self, top, self.consequence, self.table, bottom)
        self.host_name.changed.connect(self._allow_confirming)
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)

    def _allow_confirming(self) -> None:
        self.confirm_button.setEnabled(self.host_name.passed())

    def _on_confirm_clicked(self) -> None:
        reason = self._bottom.reason()
        self.accept()
        self.confirmed.emit(reason)


def setting_cells(write: SettingWrite) -> tuple[Cell, ...]:
    """Return what is written to, its state now, and its state afterwards."""
    return (
        (Line(shown(subject_text(write.kind, write.subject)), bold=True),),
        (Line(shown(write.before.words), Tone.MUTED),),
        (Line(shown(write.after.words)),),
    )
