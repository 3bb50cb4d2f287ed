"""What is to be granted, denied or revoked on several hosts; who is meant is for each host to say."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.ui.bulk.grant import BulkGrant
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.editor.rights_action_fields import RightsActionFields
from gatepost.ui.widgets.boxes import add_form_row, form_rows
from gatepost.ui.widgets.fields import ChoiceBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for, plain_label, push_button

_DEFAULT = "microsoft.powershell"


class BulkGrantDialog(SizedDialog):
    """Asks what to do, for the question about the hosts. Use ``open()``."""

    answered = Signal(object)  # BulkGrant

    def __init__(self, sessions: Iterable[HostSession], parent: QWidget | None = None) -> None:
        """``sessions`` are the selected hosts; their endpoints are offered by name."""
        super().__init__(parent)
        snapshots = [session.snapshot for session in sessions]
        count = len(snapshots)
        title = shown(WINDOW.tr("Grant, deny or revoke on %n host", "Grant, deny or revoke on %n hosts", count))
        self.setWindowTitle(title)
        example = self.tr("CONTOSO\\Helpdesk, helpdesk@contoso.com, Administrators, S-1-5-...")
        self.principal = PlainEdit(self.tr("Principal"), example, 400)
        about = plain_label(self.tr("The account is looked up on each host. The next page shows each SID."), "muted")
        self.fields = RightsActionFields(self)
        names = {each.name for snapshot in snapshots if snapshot is not None for each in snapshot.configurations}
        in_order = sorted(names, key=lambda name: (name.lower() != _DEFAULT, name.lower()))
        choices = [*((one_line(name), name) for name in in_order), (self.tr("All endpoints"), "")]
        self.endpoint = ChoiceBox(self.tr("Endpoints"), choices)
        self.missing = plain_label(name="muted")
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.continue_button = push_button(self.tr("Co&ntinue..."), self.accept, tone="primary", is_default=True)
        self._lay_out(about)
        self.principal.textChanged.connect(self._show)
        self.fields.changed.connect(self._show)
        self._show()
        self.principal.setFocus()
        self.resize(700, 0)

    def action(self) -> BulkGrant:
        """Return what is asked for."""
        typed = one_line(self.principal.text().strip())
        return BulkGrant(typed, self.fields.rights_action, self.fields.rights.rights, self.endpoint.currentData())

    @override
    def accept(self) -> None:
        if self.continue_button.isEnabled():
            action = self.action()
            super().accept()
            self.answered.emit(action)

    def _lay_out(self, about: QLabel) -> None:
        form = form_rows((label_for(self.principal, self.tr("&Principal")), self.principal))
        form.addRow(QLabel(), about)
        self.fields.add_to(form)
        add_form_row(form, label_for(self.endpoint, self.tr("Endpoin&ts")), self.endpoint)
        dialog_layout(self, form, self.missing, dialog_buttons([], [self.cancel_button, self.continue_button]))

    def _show(self) -> None:
        typed = bool(self.principal.text().strip())
        self.continue_button.setEnabled(typed and self.fields.is_valid)
        what_is_missing = self.tr("Select at least one right.") if typed else self.tr("Enter a user or group.")
        self.missing.setText("" if self.continue_button.isEnabled() else what_is_missing)
