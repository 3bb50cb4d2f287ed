"""Owner and group of the selected endpoint's descriptors."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.models.window_text import one_line
from gatepost.security import NO_ACCOUNTS, SddlError, SecurityDescriptor, Sid
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.editor.detail_tab_bases import DescriptorTab
from gatepost.ui.editor.edit_worker import EditWorker, EntryEdit
from gatepost.ui.widgets.boxes import STRETCH, grid, vbox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, plain_label, push_button, set_text_or_hide


class OwnerOrGroup(Enum):
    """Whom a descriptor names besides its entries."""

    OWNER = auto()
    GROUP = auto()


class OwnerTab(DescriptorTab):
    """Two names with a button each."""

    def __init__(self) -> None:
        super().__init__()
        self._worker = EditWorker(lambda endpoint, edits: endpoint.edit(edits[0].step))
        self.owner = ElidedLabel()
        self.group = ElidedLabel()
        self.change_owner = push_button(self.tr("Change o&wner..."), partial(self._ask, OwnerOrGroup.OWNER))
        self.change_group = push_button(self.tr("Change &group..."), partial(self._ask, OwnerOrGroup.GROUP))
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

    def _ask(self, holder: OwnerOrGroup) -> None:
        from gatepost.ui.editor.principal_dialog import PrincipalDialog

        descriptor = self._descriptor()
        if descriptor is None or self._endpoint is None:
            return
        if holder is OwnerOrGroup.OWNER:
            title, question, sid = self.tr("Owner"), self.tr("Select an owner"), descriptor.owner
        else:
            title, question, sid = self.tr("Primary group"), self.tr("Select a primary group"), descriptor.group
        dialog = PrincipalDialog(self._endpoint.session, title, question, sid, self.window())
        dialog.answered.connect(partial(self._on_answered, holder, self._descriptor_index()))
        open_dialog(dialog)

    def _on_answered(self, holder: OwnerOrGroup, descriptor_index: int, sid: Sid) -> None:
        endpoint = self._endpoint
        if endpoint is None or descriptor_index >= len(endpoint.configuration.security_nodes):
            return
        change = permission_edits.set_owner if holder is OwnerOrGroup.OWNER else permission_edits.set_group
        work = partial(change, endpoint.configuration, descriptor_index, sid, endpoint.accounts)
        self._worker.work_out(endpoint, lambda: [EntryEdit(work(), descriptor_index)])
