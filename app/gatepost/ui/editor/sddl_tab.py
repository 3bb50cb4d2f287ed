"""SDDL of a descriptor of the selected endpoint, to be edited as text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.pending_changes import UnreadableText
from gatepost.models.window_text import visible
from gatepost.security import NO_ACCOUNTS
from gatepost.ui.editor.descriptor_tab import DescriptorTab
from gatepost.ui.editor.sddl_view import SddlView
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.plain_widgets import push_button


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
