"""The entries of one list of the selected endpoint, to be edited: its permissions, or what is audited."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.models.endpoints.read_entries import NOTHING_READ, ReadEntries, read_entries
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.editor.detail_tab_bases import DetailTab
from gatepost.ui.editor.entry_edits import EntryEdits
from gatepost.ui.editor.entry_view import EntryView
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import plain_label


class EntriesTab(DetailTab):
    """Turns keys and buttons into steps of the pending change."""

    def __init__(self, kind: ListKind, label: str) -> None:
        super().__init__()
        self._kind = kind
        self._endpoint: EndpointInView | None = None
        self._lists = NOTHING_READ
        self._evaluator: Evaluator | None = None
        self.view = EntryView(label)
        self.model = self.view.model
        self._edits = EntryEdits(kind, self.view, self)
        self.note = plain_label(name="muted")
        self.own = QAction(self.tr("Set own permissions"), self)
        self.root = QAction(self.tr("Inherit from RootSDDL"), self)
        self.own.setIcon(icon("account-key-outline"))
        self.root.setIcon(icon("shield-account-outline"))
        self.view.add_button(self.own)
        self.view.add_button(self.root)
        vbox(self.note, Grow(self.view), on=self, spacing=4)
        self._connect()

    def _connect(self) -> None:
        view, edits = self.view, self._edits
        view.add.triggered.connect(edits.add)
        view.edit.triggered.connect(edits.change)
        view.table.doubleClicked.connect(lambda _: view.edit.trigger())
        view.duplicate.triggered.connect(edits.duplicate)
        view.remove.triggered.connect(edits.remove)
        view.up.triggered.connect(partial(edits.move, -1))
        view.down.triggered.connect(partial(edits.move, 1))
        view.reorder.triggered.connect(edits.reorder)
        view.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.own.triggered.connect(edits.give_own)
        self.root.triggered.connect(edits.use_root)
        edits.done.connect(view.select)

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        if self._evaluator is not None:
            self._evaluator.cancel()
        if endpoint is None:
            self._show_lists(None, NOTHING_READ)
            return
        read = partial(read_entries, endpoint.endpoint, self._kind, endpoint.original)
        if not endpoint.is_large:
            self._show_lists(endpoint, read())
            return
        self._edits.endpoint = None  # what is shown until then is not to be edited
        self.view.bar.setEnabled(False)
        self._evaluator = endpoint.session.evaluator()
        self._evaluator.evaluate(read, partial(self._show_lists, endpoint), self._on_crashed)

    def _on_crashed(self) -> None:
        self._show_lists(None, NOTHING_READ)
        self.note.setText(shown(CRASHED))
        self.note.show()

    def _show_lists(self, endpoint: EndpointInView | None, lists: ReadEntries) -> None:
        before, self._endpoint = self._endpoint, endpoint
        selected = self.view.selected()
        self._edits.endpoint = endpoint
        self._lists = lists
        self.view.bar.setEnabled(True)
        self.model.set_rows(lists.rows, endpoint.accounts if endpoint is not None else NO_ACCOUNTS)
        if endpoint is not None:
            if lists.rows and not self.view.selected():
                first = selected[0] if selected and endpoint.is_same(before) else lists.rows[0]
                self.view.select(first.descriptor_index or 0, first.number)
            self._say(endpoint.configuration)
        self.note.setVisible(endpoint is not None and bool(self.note.text()))
        self._enable()

    def _say(self, configuration: SessionConfiguration) -> None:
        """Say what the table alone does not: whose list it is, or why it is empty."""
        note = ""
        if not configuration.security_nodes:
            note = self.tr("Permissions are inherited from RootSDDL, which isn't edited here.")
        elif len(self._lists.readable) < len(configuration.security_nodes):
            note = self.tr("A descriptor can't be read. Replace it on the SDDL tab.")
        elif not self.model.rowCount():
            dacl = self._kind is ListKind.DACL
            note = self.tr("The DACL is empty: no one has access.") if dacl else self.tr("Nothing is audited.")
        self.note.setText(note)

    def _enable(self) -> None:
        view, rows, endpoint = self.view, self.view.selected(), self._endpoint
        writable = endpoint is not None and endpoint.editable
        own = bool(rows) and all(row.descriptor_index is not None for row in rows)
        one = rows[0] if own and len(rows) == 1 else None
        view.bar.setVisible(writable)
        view.add.setEnabled(writable and bool(self._lists.readable))
        view.edit.setEnabled(writable and one is not None and permission_edits.is_editable(one.ace))
        view.duplicate.setEnabled(writable and one is not None)
        view.remove.setEnabled(writable and own)
        view.up.setEnabled(writable and one is not None and one.number > 0)
        view.down.setEnabled(writable and one is not None and one.number + 1 < self._length(one))
        view.reorder.setEnabled(writable and self._kind is ListKind.DACL and not self._lists.orderly)
        self.own.setVisible(endpoint is not None and bool(endpoint.configuration.bare_resources))
        self.own.setEnabled(writable and endpoint is not None and bool(endpoint.snapshot.root_sddl.strip()))
        has_own = endpoint is not None and bool(endpoint.configuration.security_nodes)
        self.root.setVisible(has_own and self._kind is ListKind.DACL)
        self.root.setEnabled(writable)

    def _length(self, row: AceRow) -> int:
        return sum(
            self.model.row(number).descriptor_index == row.descriptor_index for number in range(self.model.rowCount())
        )
