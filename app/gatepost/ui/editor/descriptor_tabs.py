"""The tabs about one descriptor of the selected endpoint: its owner and group, and its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.pending_changes import UnreadableText
from gatepost.models.window_text import one_line, visible
from gatepost.security import NO_ACCOUNTS, Accounts, SddlError, SecurityDescriptor, Sid
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.edit_worker import EditWorker, EntryEdit
from gatepost.ui.editor.principal_field import PrincipalDialog
from gatepost.ui.editor.sddl_view import SddlView
from gatepost.ui.widgets.boxes import STRETCH, Grow, grid, hbox, vbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, plain_label, push_button, set_text_or_hide


class DescriptorTab(DetailTab):
    """A choice between the endpoint's descriptors, where it has several, and a note under it."""

    def __init__(self) -> None:
        super().__init__()
        self._endpoint: EndpointInView | None = None
        self._visits = 0  # how many times other descriptors have been shown
        self.descriptor_box = ChoiceBox(self.tr("Descriptor"))
        self.descriptor_box.activated.connect(lambda _: self._show_descriptor())
        self.note = plain_label(name="muted")

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        before, self._endpoint = self._endpoint, endpoint
        uris = endpoint.configuration.descriptor_uris if endpoint is not None else ()
        if endpoint is None or not endpoint.is_same(before) or self.descriptor_box.count() != len(uris):
            self.descriptor_box.clear()
            self.descriptor_box.addItems([one_line(uri) for uri in uris])
            self.descriptor_box.setVisible(len(uris) > 1)
            self._visits += 1
        self._show_descriptor()

    def _show_descriptor(self) -> None:
        """Show the descriptor that is chosen."""
        raise NotImplementedError

    def _descriptor_index(self) -> int:
        """The number of the descriptor that is chosen."""
        return max(self.descriptor_box.currentIndex(), 0)


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


class SddlTab(DescriptorTab):
    """Text that can be read becomes the pending change with every key; the rest stays here, with its error,
    until it can.
    """

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.view = SddlView(self.tr("SDDL"), runner)
        self.view.edited.connect(self._on_edited)
        self.copy = push_button(self.tr("&Copy SDDL"), lambda: QGuiApplication.clipboard().setText(self._stored()))
        self.revert = push_button(self.tr("&Revert to last valid SDDL"), self._forget_unfinished)
        buttons = hbox(self.copy, self.revert, STRETCH)
        vbox(self.descriptor_box, self.note, Grow(self.view), buttons, on=self, spacing=6)

    @override
    def _show_descriptor(self) -> None:
        endpoint, stored = self._endpoint, self._stored()
        own = endpoint is not None and bool(endpoint.configuration.security_nodes)
        # Text with invisible characters is shown with them made visible, so it cannot be typed on.
        writable = endpoint is not None and own and endpoint.editable and visible(stored) == stored
        self.view.set_read_only(read_only=not writable)
        typed = (
            endpoint.session.pending_changes.unreadable_text.get(self._key())
            if endpoint is not None and writable
            else None
        )
        accounts = endpoint.accounts if endpoint is not None else NO_ACCOUNTS
        self.revert.setVisible(typed is not None)
        self.view.show_sddl(visible(stored) if typed is None else typed.text, accounts, unfinished=typed is not None)
        self.copy.setEnabled(bool(stored))
        self.note.setText(self.tr("Inherited from RootSDDL:"))
        self.note.setVisible(endpoint is not None and not own)

    def _key(self) -> tuple[str, int]:
        return self._endpoint.name if self._endpoint is not None else "", self._descriptor_index()

    def _stored(self) -> str:
        """The descriptor as the pending change holds it: what is shown has its invisible characters made visible."""
        if self._endpoint is None:
            return ""
        nodes = self._endpoint.configuration.security_nodes
        return nodes[self._descriptor_index()].sddl if nodes else self._endpoint.snapshot.root_sddl

    def _on_edited(self, text: str) -> None:
        if self._endpoint is None:
            return
        name, descriptor_index = key = self._key()
        pending_changes = self._endpoint.session.pending_changes
        if not self.view.is_readable:
            pending_changes.note_unreadable(key, UnreadableText(text, self.view.why_unreadable()))
        else:
            step = permission_edits.set_sddl(self._endpoint.configuration, descriptor_index, text)
            with pending_changes.forgetting_unreadable(key):
                # What is typed within one visit is one step.
                for refused in self._endpoint.edit(step, f"{name}\n{descriptor_index}\n{self._visits}"):
                    pending_changes.note_unreadable(key, UnreadableText(text, refused.reason))
        self.revert.setVisible(key in pending_changes.unreadable_text)

    def _forget_unfinished(self) -> None:
        if self._endpoint is not None:
            self._endpoint.session.pending_changes.forget_unreadable(self._key())
        self._show_descriptor()
