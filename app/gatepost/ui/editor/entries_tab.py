"""The entries of one list of the selected endpoint, to be edited: its permissions, or what is audited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.ace_table import NOTHING_READ, AceColumn, AceRow, ReadEntries, read_entries
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.entry_edits import EntryEdits
from gatepost.ui.widgets.actions import action_button
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.entry_table import EntryTable
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import plain_label

_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_ICON_AND_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class EntriesTab(DetailTab):
    """The table of entries, with the keys and buttons that make steps of the pending change."""

    def __init__(self, kind: ListKind, label: str, runner: JobRunner) -> None:
        super().__init__()
        self._kind = kind
        self._endpoint: EndpointInView | None = None
        self._lists = NOTHING_READ
        self._evaluator = Evaluator(runner)
        self.table = EntryTable(label)
        self.model = self.table.entries
        self.table.columns.set_optional({AceColumn.RESOURCE: lambda: self.model.has_several_resources})
        self._edits = edits = EntryEdits(kind, self.table)
        self._buttons = hbox(spacing=2)
        self.add = self._action(edits.add, self.tr("Add..."), "plus", "Ins")
        self.edit = self._action(edits.change, self.tr("Edit..."), "pencil", "F2", "Return", "Enter")
        self.duplicate = self._action(edits.duplicate, self.tr("Duplicate"), "content-duplicate", "Ctrl+Ins")
        self.remove = self._action(edits.remove, self.tr("Remove"), "trash-can-outline", "Del")
        self.up = self._action(partial(edits.move, -1), self.tr("Up"), "arrow-up", "Alt+Up", style=_ICON)
        self.down = self._action(partial(edits.move, 1), self.tr("Down"), "arrow-down", "Alt+Down", style=_ICON)
        self.reorder = self._action(edits.reorder, self.tr("Reorder..."), "sort", "Ctrl+Shift+O")
        self._buttons.addStretch()
        self.own = self._action_at_end(edits.give_own, self.tr("Set own permissions"), "account-key-outline")
        self.root = self._action_at_end(edits.use_root, self.tr("Inherit from RootSDDL"), "shield-account-outline")
        self.bar = QWidget()
        self.bar.setLayout(self._buttons)
        self.bar.setMinimumWidth(1)  # buttons that come and go must not widen the window
        self.note = plain_label(name="muted")
        self.table.doubleClicked.connect(lambda _: self.edit.trigger())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        vbox(self.note, self.bar, Grow(self.table), on=self, spacing=4)

    def _action(
        self,
        work: Callable[[], None],
        label: str,
        icon_name: str,
        *keys: str,
        style: Qt.ToolButtonStyle = _ICON_AND_WORDS,
    ) -> QAction:
        action = QAction(icon(icon_name), label, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{label.rstrip('.')} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(work)
        self.table.addAction(action)
        button = action_button(action)
        button.setToolButtonStyle(style)
        self._buttons.addWidget(button)
        return action

    def _action_at_end(self, work: Callable[[], None], label: str, icon_name: str) -> QAction:
        action = QAction(icon(icon_name), label, self)
        action.triggered.connect(work)
        self._buttons.addWidget(action_button(action))
        return action

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        self._evaluator.cancel()
        if endpoint is None:
            self._show_lists(None, NOTHING_READ)
            return
        read = partial(read_entries, endpoint.endpoint, self._kind, endpoint.original)
        if not endpoint.is_large:
            self._show_lists(endpoint, read())
            return
        self._edits.endpoint = None  # what is shown until then is not to be edited
        self.bar.setEnabled(False)
        self._evaluator.evaluate(read, partial(self._show_lists, endpoint), self._on_crashed)

    def _on_crashed(self) -> None:
        self._show_lists(None, NOTHING_READ)
        self.note.setText(shown(CRASHED))
        self.note.show()

    def _show_lists(self, endpoint: EndpointInView | None, lists: ReadEntries) -> None:
        before, self._endpoint = self._endpoint, endpoint
        selected = self.table.selected()
        self._edits.endpoint = endpoint
        self._lists = lists
        self.bar.setEnabled(True)
        self.model.set_rows(lists.rows, endpoint.accounts if endpoint is not None else NO_ACCOUNTS)
        if endpoint is not None:
            if lists.rows and not self.table.selected():
                first = selected[0] if selected and endpoint.is_same(before) else lists.rows[0]
                self.table.select(first.descriptor_index or 0, first.number)
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
        rows, endpoint = self.table.selected(), self._endpoint
        writable = endpoint is not None and endpoint.editable
        own = bool(rows) and all(row.descriptor_index is not None for row in rows)
        one = rows[0] if own and len(rows) == 1 else None
        self.bar.setVisible(writable)
        self.add.setEnabled(writable and bool(self._lists.readable))
        self.edit.setEnabled(writable and one is not None and permission_edits.is_editable(one.ace))
        self.duplicate.setEnabled(writable and one is not None)
        self.remove.setEnabled(writable and own)
        self.up.setEnabled(writable and one is not None and one.number > 0)
        self.down.setEnabled(writable and one is not None and one.number + 1 < self._length(one))
        self.reorder.setEnabled(writable and self._kind is ListKind.DACL and not self._lists.orderly)
        self.own.setVisible(endpoint is not None and bool(endpoint.configuration.bare_resources))
        self.own.setEnabled(writable and endpoint is not None and bool(endpoint.snapshot.root_sddl.strip()))
        has_own = endpoint is not None and bool(endpoint.configuration.security_nodes)
        self.root.setVisible(has_own and self._kind is ListKind.DACL)
        self.root.setEnabled(writable)

    def _length(self, row: AceRow) -> int:
        return sum(
            self.model.row(number).descriptor_index == row.descriptor_index for number in range(self.model.rowCount())
        )
