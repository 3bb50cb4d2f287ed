"""Edits of a list of entries by keys and buttons: one undo step each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.changes.reorder import EntryMove, moves
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.security import Ace, SddlError
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.waiting import work_out
from gatepost.ui.editor.edit_worker import EditWorker, EntryEdit
from gatepost.ui.widgets.entry_table import EntryTable


class EntryEdits:
    """Edits the entries of ``endpoint`` that are selected in a table, and selects the one to look at after it."""

    def __init__(self, kind: ListKind, table: EntryTable) -> None:
        self._kind = kind
        self._table = table
        self.endpoint: EndpointInView | None = None
        """The one that is edited."""
        self._worker = EditWorker(self._take)

    def add(self) -> None:
        """Ask for a new entry, for the descriptor of the selected one."""
        rows = self._table.selected()
        descriptor_index = rows[0].descriptor_index if rows and rows[0].descriptor_index is not None else 0
        self._ask(None, descriptor_index, self._on_added)

    def change(self) -> None:
        """Ask what the selected entry should be."""
        selected = self._one()
        if selected is not None and permission_edits.is_editable(selected[2].ace):
            _, entry_list, row = selected
            answered = partial(self._on_changed, entry_list, row.ace, row.number)
            self._ask(row, entry_list.descriptor_index, answered)

    def duplicate(self) -> None:
        """Repeat the selected entry."""
        selected = self._one()
        if selected is not None:
            endpoint, entry_list, row = selected
            edit = partial(
                permission_edits.duplicate_entry, endpoint.configuration, entry_list, row.number, endpoint.accounts
            )
            self._work_out(endpoint, edit, entry_list.descriptor_index, row.number + 1)

    def move(self, by: int) -> None:
        """Let the selected entry stand one place on, or back."""
        selected = self._one()
        if selected is not None:
            endpoint, entry_list, row = selected
            to = row.number + by
            edit = partial(
                permission_edits.move_entry, endpoint.configuration, entry_list, row.number, to, endpoint.accounts
            )
            self._work_out(endpoint, edit, entry_list.descriptor_index, to)

    def remove(self) -> None:
        """Take the selected entries away; those of several descriptors as one step each."""
        if self.endpoint is not None:
            self._worker.work_out(self.endpoint, partial(self._removals, self.endpoint, self._table.selected()))

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
            work = partial(_first_moves, endpoint.configuration, self._kind)
            work_out(endpoint.session.evaluator(), work, partial(self._ask_to_reorder, endpoint), self._table.window())

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
            dialog = ReorderDialog(endpoint.name, moved, endpoint.accounts, self._table.window())
            dialog.accepted.connect(partial(self._on_reorder_accepted, entry_list))
            open_dialog(dialog)

    def give_own(self) -> None:
        """Give the endpoint a copy of RootSDDL as its own descriptor."""
        endpoint = self.endpoint
        if endpoint is not None:
            root_sddl = endpoint.snapshot.root_sddl
            self._work_out(endpoint, partial(permission_edits.own_descriptor, endpoint.configuration, root_sddl))

    def use_root(self) -> None:
        """Take the endpoint's own descriptors away."""
        endpoint = self.endpoint
        if endpoint is not None:
            self._work_out(endpoint, partial(permission_edits.use_root_sddl, endpoint.configuration))

    def _one(self) -> tuple[EndpointInView, EntryList, AceRow] | None:
        """The selected entry and its list, where it is a single one, and in a descriptor of the endpoint's own."""
        endpoint, rows = self.endpoint, self._table.selected()
        if endpoint is None or len(rows) != 1 or rows[0].descriptor_index is None:
            return None
        return endpoint, EntryList(rows[0].descriptor_index, self._kind), rows[0]

    def _work_out(
        self, endpoint: EndpointInView, edit: Callable[[], EditStep], descriptor_index: int = 0, number: int = 0
    ) -> None:
        self._worker.work_out(endpoint, lambda: [EntryEdit(edit(), descriptor_index, number)])

    def _take(self, endpoint: EndpointInView, edits: list[EntryEdit]) -> None:
        for each in edits:
            endpoint.edit(each.step)
            self._table.select(each.descriptor_index, each.number)

    def _ask(self, row: AceRow | None, descriptor_index: int, answered: Callable[[Ace, int], None]) -> None:
        from gatepost.ui.editor.entry_dialog import EntryDialog

        if self.endpoint is None:
            return
        uris = self.endpoint.configuration.descriptor_uris
        existing = self._existing(self.endpoint.configuration)
        dialog = EntryDialog(
            self.endpoint.session, self._kind, uris, row, descriptor_index, self._table.window(), existing
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

    def _on_added(self, ace: Ace, descriptor_index: int) -> None:
        endpoint = self.endpoint
        if endpoint is not None and descriptor_index < len(endpoint.configuration.security_nodes):
            entry_list = EntryList(descriptor_index, self._kind)
            self._worker.work_out(endpoint, partial(_addition, endpoint, entry_list, ace))

    def _on_changed(self, entry_list: EntryList, old: Ace, number: int, ace: Ace, _: int) -> None:
        """The list may be another one by now: the entry is looked up again."""
        endpoint = self.endpoint
        if endpoint is None or entry_list.descriptor_index >= len(endpoint.configuration.security_nodes):
            return
        entries = permission_edits.entries_at(endpoint.configuration, entry_list)
        if number >= len(entries) or entries[number] != old:
            if old not in entries:
                return
            number = entries.index(old)
        edit = partial(
            permission_edits.change_entry, endpoint.configuration, entry_list, number, ace, endpoint.accounts
        )
        self._work_out(endpoint, edit, entry_list.descriptor_index, number)

    def _on_reorder_accepted(self, entry_list: EntryList) -> None:
        endpoint = self.endpoint
        if endpoint is not None:
            edit = partial(permission_edits.sort_entries, endpoint.configuration, entry_list)
            self._work_out(endpoint, edit, entry_list.descriptor_index)


def _addition(endpoint: EndpointInView, entry_list: EntryList, ace: Ace) -> list[EntryEdit]:
    before = permission_edits.entries_at(endpoint.configuration, entry_list)
    step = permission_edits.add_entry(endpoint.configuration, entry_list, ace, endpoint.accounts)
    after = permission_edits.entries_at(step.edited[0], entry_list)
    pairs = enumerate(zip(before, after, strict=False))
    number = next((number for number, (old, new) in pairs if old != new), len(before))
    return [EntryEdit(step, entry_list.descriptor_index, number)]


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
