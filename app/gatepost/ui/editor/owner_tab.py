"""Owner and primary group of a descriptor of the selected endpoint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.window_text import one_line
from gatepost.security import NO_ACCOUNTS, Accounts, SddlError, SecurityDescriptor, Sid
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.editor.descriptor_tab import DescriptorTab
from gatepost.ui.editor.edit_worker import EditWorker, EntryEdit
from gatepost.ui.editor.principal_field import PrincipalDialog
from gatepost.ui.widgets.boxes import STRETCH, grid, vbox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, plain_label, push_button, set_text_or_hide

_Change = Callable[[SessionConfiguration, int, Sid, Accounts], EditStep]


class OwnerTab(DescriptorTab):
    """Two names with a button each."""

    def __init__(self) -> None:
        super().__init__()
        self._worker = EditWorker(lambda endpoint, edits: endpoint.edit(edits[0].step))
        self.owner = ElidedLabel()
        self.group = ElidedLabel()
        self.change_owner = push_button(self.tr("Change o&wner..."), self._ask_for_owner)
        self.change_group = push_button(self.tr("Change &group..."), self._ask_for_group)
        about = plain_label(
            self.tr(
                "The owner can always read and change the permissions, unless an entry for OWNER RIGHTS says "
                "otherwise. WinRM requires an owner and a group."
            ),
            "muted",
        )
        table = grid(14, 8, grows=3)  # a button stands beside what it changes
        rows = (
            (self.tr("Owner"), self.owner, self.change_owner),
            (self.tr("Primary group"), self.group, self.change_group),
        )
        for row, (label, value, button) in enumerate(rows):
            table.addWidget(QLabel(label), row, 0)
            table.addWidget(value, row, 1)
            table.addWidget(button, row, 2)
        vbox(self.descriptor_box, self.note, table, about, STRETCH, on=self, spacing=6, margins=(0, 4, 0, 0))

    @override
    def _show_descriptor(self) -> None:
        endpoint, descriptor = self._endpoint, self._descriptor()
        accounts = endpoint.accounts if endpoint is not None else NO_ACCOUNTS
        self.owner.setText(one_line(accounts.name_of(descriptor.owner)) if descriptor is not None else "")
        self.group.setText(one_line(accounts.name_of(descriptor.group)) if descriptor is not None else "")
        for button in (self.change_owner, self.change_group):
            button.setEnabled(endpoint is not None and endpoint.editable and descriptor is not None)
        note = ""
        if endpoint is not None and descriptor is None:
            note = self.tr("Permissions are inherited from RootSDDL, which isn't edited here.")
            if endpoint.configuration.security_nodes:
                note = self.tr("This descriptor can't be read. Replace it on the SDDL tab.")
        set_text_or_hide(self.note, note)

    def _descriptor(self) -> SecurityDescriptor | None:
        if self._endpoint is None or not self._endpoint.configuration.security_nodes:
            return None
        try:
            return permission_edits.descriptor_at(self._endpoint.configuration, self._descriptor_index())
        except SddlError:
            return None

    def _ask_for_owner(self) -> None:
        if (descriptor := self._descriptor()) is not None:
            title, question = self.tr("Owner"), self.tr("Select an owner")
            self._ask(title, question, descriptor.owner, permission_edits.set_owner)

    def _ask_for_group(self) -> None:
        if (descriptor := self._descriptor()) is not None:
            title, question = self.tr("Primary group"), self.tr("Select a primary group")
            self._ask(title, question, descriptor.group, permission_edits.set_group)

    def _ask(self, title: str, question: str, sid: Sid | None, change: _Change) -> None:
        if self._endpoint is not None:
            dialog = PrincipalDialog(self._endpoint.session, title, question, sid, self.window())
            dialog.answered.connect(partial(self._on_answered, change, self._descriptor_index()))
            open_dialog(dialog)

    def _on_answered(self, change: _Change, descriptor_index: int, sid: Sid) -> None:
        endpoint = self._endpoint
        if endpoint is None or descriptor_index >= len(endpoint.configuration.security_nodes):
            return
        work = partial(change, endpoint.configuration, descriptor_index, sid, endpoint.accounts)
        self._worker.work_out(endpoint, lambda: [EntryEdit(work(), descriptor_index)])
