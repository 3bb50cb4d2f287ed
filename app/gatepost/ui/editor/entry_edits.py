"""Edits of a list of entries by keys and buttons: one undo step each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.changes.reorder import EntryMove, moves
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.security import Ace, SddlError
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import Evaluator
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.waiting import work_out
from gatepost.ui.editor.edit_worker import EditWorker, EntryEdit
from gatepost.ui.editor.entry_view import EntryView

if TYPE_CHECKING:  # its module is needed for editing only
    from gatepost.ui.editor.entry_dialog import EntryAnswer


class EntryEdits(QObject):
    """Edits ``endpoint``; ``done`` tells descriptor and number of the entry to look at."""

    done = Signal(int, int)

    def __init__(self, kind: ListKind, view: EntryView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._view = view
        self.endpoint: EndpointInView | None = None
        """The one that is edited."""
        self._worker = EditWorker(self._take)
        self._evaluator: Evaluator | None = None  # of what would be reordered

    def add(self) -> None:
        """Ask for a new entry, for the descriptor of the selected one."""
        rows = self._view.selected()
        descriptor_index = rows[0].descriptor_index if rows and rows[0].descriptor_index is not None else 0
        self._ask(None, descriptor_index, self._on_added)

    def change(self) -> None:
        """Ask what the selected entry should be."""
        row = self._one()
        if row is not None and row.descriptor_index is not None and permission_edits.is_editable(row.ace):
            self._ask(
                row,
                row.descriptor_index,
                partial(self._on_changed, EntryList(row.descriptor_index, self._kind), row.ace, row.number),
            )

    def duplicate(self) -> None:
        """Repeat the selected entry."""
        row, endpoint = self._one(), self.endpoint
        if row is not None and row.descriptor_index is not None and endpoint is not None:
            entry_list = EntryList(row.descriptor_index, self._kind)
            work = partial(
                permission_edits.duplicate_entry, endpoint.configuration, entry_list, row.number, endpoint.accounts
            )
            self._worker.work_out(endpoint, lambda: [EntryEdit(work(), entry_list.descriptor_index, row.number + 1)])

    def move(self, by: int) -> None:
        """Let the selected entry stand one place on, or back."""
        row, endpoint = self._one(), self.endpoint
        if row is not None and row.descriptor_index is not None and endpoint is not None:
            entry_list, to = EntryList(row.descriptor_index, self._kind), row.number + by
            work = partial(
                permission_edits.move_entry, endpoint.configuration, entry_list, row.number, to, endpoint.accounts
            )
            self._worker.work_out(endpoint, lambda: [EntryEdit(work(), entry_list.descriptor_index, to)])

    def remove(self) -> None:
        """Take the selected entries away; those of several descriptors as one step each."""
        if self.endpoint is not None:
            self._worker.work_out(self.endpoint, partial(self._removals, self.endpoint, self._view.selected()))

    def _removals(self, endpoint: EndpointInView, rows: tuple[AceRow, ...]) -> list[EntryEdit]:
        configuration, edits = endpoint.configuration, []
        for descriptor_index in sorted({row.descriptor_index for row in rows if row.descriptor_index is not None}):
            numbers = {row.number for row in rows if row.descriptor_index == descriptor_index}
            step = permission_edits.remove_entries(
                configuration, EntryList(descriptor_index, self._kind), numbers, endpoint.accounts
            )
            edits.append(EntryEdit(step, descriptor_index, min(numbers)))
            (configuration,) = step.edited or (configuration,)
        return edits

    def reorder(self) -> None:
        """Show what canonical order would move, and why, in the first descriptor that is not in it."""
        endpoint = self.endpoint
        if endpoint is not None:
            self._evaluator = endpoint.session.evaluator()
            work = partial(_first_moves, endpoint.configuration, self._kind)
            work_out(self._evaluator, work, partial(self._ask_to_reorder, endpoint), self._view.window())

    def _ask_to_reorder(
        self, endpoint: EndpointInView, first_moves: tuple[EntryList, tuple[EntryMove, ...]] | None
    ) -> None:
        from gatepost.ui.editor.reorder_dialog import ReorderDialog

        if (
            first_moves is not None
            and self.endpoint is not None
            and self.endpoint.endpoint.sddls == endpoint.endpoint.sddls
        ):
            entry_list, moved = first_moves
            dialog = ReorderDialog(endpoint.name, moved, endpoint.accounts, self._view.window())
            dialog.accepted.connect(partial(self._on_reorder_accepted, entry_list))
            open_dialog(dialog)

    def give_own(self) -> None:
        """Give the endpoint a copy of RootSDDL as its own descriptor."""
        endpoint = self.endpoint
        if endpoint is not None:
            work = partial(permission_edits.own_descriptor, endpoint.configuration, endpoint.snapshot.root_sddl)
            self._worker.work_out(endpoint, lambda: [EntryEdit(work(), 0)])

    def use_root(self) -> None:
        """Take the endpoint's own descriptors away."""
        endpoint = self.endpoint
        if endpoint is not None:
            self._worker.work_out(
                endpoint, lambda: [EntryEdit(permission_edits.use_root_sddl(endpoint.configuration), 0)]
            )

    def _one(self) -> AceRow | None:
        rows = self._view.selected()
        return rows[0] if len(rows) == 1 else None

    def _take(self, endpoint: EndpointInView, edits: list[EntryEdit]) -> None:
        for each in edits:
            endpoint.edit(each.step)
            self.done.emit(each.descriptor_index, each.number)

    def _ask(self, row: AceRow | None, descriptor_index: int, answered: Callable[[EntryAnswer], None]) -> None:
        from gatepost.ui.editor.entry_dialog import EntryDialog

        if self.endpoint is None:
            return
        uris = self.endpoint.configuration.descriptor_uris
        existing = self._existing(self.endpoint.configuration)
        dialog = EntryDialog(
            self.endpoint.session, self._kind, uris, row, descriptor_index, self._view.window(), existing
        )
        dialog.answered.connect(answered)
        open_dialog(dialog)

    def _existing(self, configuration: SessionConfiguration) -> list[tuple[Ace, ...]]:
        """Return the entries of each descriptor, none for one that cannot be read."""
        existing: list[tuple[Ace, ...]] = []
        for number in range(len(configuration.security_nodes)):
            try:
                existing.append(permission_edits.entries_at(configuration, EntryList(number, self._kind)))
            except SddlError:
                existing.append(())
        return existing

    def _on_added(self, answer: EntryAnswer) -> None:
        endpoint = self.endpoint
        if endpoint is None or answer.descriptor_index >= len(endpoint.configuration.security_nodes):
            return
        self._worker.work_out(endpoint, partial(self._addition, endpoint, answer))

    def _addition(self, endpoint: EndpointInView, answer: EntryAnswer) -> list[EntryEdit]:
        entry_list = EntryList(answer.descriptor_index, self._kind)
        before = permission_edits.entries_at(endpoint.configuration, entry_list)
        step = permission_edits.add_entry(endpoint.configuration, entry_list, answer.ace, endpoint.accounts)
        after = permission_edits.entries_at(step.edited[0], entry_list)
        pairs = enumerate(zip(before, after, strict=False))
        number = next((number for number, (old, new) in pairs if old != new), len(before))
        return [EntryEdit(step, answer.descriptor_index, number)]

    def _on_changed(self, entry_list: EntryList, old: Ace, number: int, answer: EntryAnswer) -> None:
        """The list may be another one by now: the entry is looked up again."""
        endpoint = self.endpoint
        if endpoint is None or entry_list.descriptor_index >= len(endpoint.configuration.security_nodes):
            return
        entries = permission_edits.entries_at(endpoint.configuration, entry_list)
        if number >= len(entries) or entries[number] != old:
            if old not in entries:
                return
            number = entries.index(old)
        work = partial(
            permission_edits.change_entry, endpoint.configuration, entry_list, number, answer.ace, endpoint.accounts
        )
        self._worker.work_out(endpoint, lambda: [EntryEdit(work(), entry_list.descriptor_index, number)])

    def _on_reorder_accepted(self, entry_list: EntryList) -> None:
        if self.endpoint is not None:
            work = partial(permission_edits.sort_entries, self.endpoint.configuration, entry_list)
            self._worker.work_out(self.endpoint, lambda: [EntryEdit(work(), entry_list.descriptor_index, 0)])


def _first_moves(configuration: SessionConfiguration, kind: ListKind) -> tuple[EntryList, tuple[EntryMove, ...]] | None:
    """Return what canonical order would move in the first descriptor that is not in it, None where all are."""
    for descriptor_index in range(len(configuration.security_nodes)):
        entry_list = EntryList(descriptor_index, kind)
        try:
            entry_moves = moves(configuration, entry_list)
        except SddlError:
            continue
        if entry_moves:
            return entry_list, entry_moves
    return None
