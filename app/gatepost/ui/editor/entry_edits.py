"""Edits of a list of entries by keys and buttons: one undo step each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.changes import edit
from gatepost.endpoints.changes.edit import EntryList
from gatepost.endpoints.changes.reorder import EntryMove, moves
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.security import Ace, SddlError
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import Evaluator
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.waiting import work_out
from gatepost.ui.editor.edit_worker import Edit, EditWorker
from gatepost.ui.editor.entry_table_panel import EntryView

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
        node = rows[0].node if rows and rows[0].node is not None else 0
        self._ask(None, node, self._on_added)

    def change(self) -> None:
        """Ask what the selected entry should be."""
        row = self._one()
        if row is not None and row.node is not None and edit.is_editable(row.ace):
            self._ask(row, row.node, partial(self._on_changed, EntryList(row.node, self._kind), row.ace, row.number))

    def duplicate(self) -> None:
        """Repeat the selected entry."""
        row, endpoint = self._one(), self.endpoint
        if row is not None and row.node is not None and endpoint is not None:
            place = EntryList(row.node, self._kind)
            work = partial(edit.duplicate_entry, endpoint.configuration, place, row.number, endpoint.accounts)
            self._worker.work_out(endpoint, lambda: [Edit(work(), place.node, row.number + 1)])

    def move(self, by: int) -> None:
        """Let the selected entry stand one place on, or back."""
        row, endpoint = self._one(), self.endpoint
        if row is not None and row.node is not None and endpoint is not None:
            place, to = EntryList(row.node, self._kind), row.number + by
            work = partial(edit.move_entry, endpoint.configuration, place, row.number, to, endpoint.accounts)
            self._worker.work_out(endpoint, lambda: [Edit(work(), place.node, to)])

    def remove(self) -> None:
        """Take the selected entries away; those of several descriptors as one step each."""
        if self.endpoint is not None:
            self._worker.work_out(self.endpoint, partial(self._removals, self.endpoint, self._view.selected()))

    def _removals(self, endpoint: EndpointInView, rows: tuple[AceRow, ...]) -> list[Edit]:
        configuration, edits = endpoint.configuration, []
        for node in sorted({row.node for row in rows if row.node is not None}):
            numbers = {row.number for row in rows if row.node == node}
            step = edit.remove_entries(configuration, EntryList(node, self._kind), numbers, endpoint.accounts)
            edits.append(Edit(step, node, min(numbers)))
            (configuration,) = step.edited or (configuration,)
        return edits

    def reorder(self) -> None:
        """Show what canonical order would move, and why, in the first descriptor that is not in it."""
        endpoint = self.endpoint
        if endpoint is not None:
            self._evaluator = endpoint.session.evaluator()
            work = partial(_first_moves, endpoint.configuration, self._kind)
            work_out(self._evaluator, work, partial(self._ask_to_reorder, endpoint), self._view.window())

    def _ask_to_reorder(self, endpoint: EndpointInView, found: tuple[EntryList, tuple[EntryMove, ...]] | None) -> None:
        from gatepost.ui.editor.reorder_dialog import ReorderDialog

        if found is not None and self.endpoint is not None and self.endpoint.endpoint.sddls == endpoint.endpoint.sddls:
            place, moved = found
            dialog = ReorderDialog(endpoint.name, moved, endpoint.accounts, self._view.window())
            dialog.accepted.connect(partial(self._on_reorder_accepted, place))
            open_dialog(dialog)

    def give_own(self) -> None:
        """Give the endpoint a copy of RootSDDL as its own descriptor."""
        endpoint = self.endpoint
        if endpoint is not None:
            work = partial(edit.own_descriptor, endpoint.configuration, endpoint.snapshot.root_sddl)
            self._worker.work_out(endpoint, lambda: [Edit(work(), 0)])

    def use_root(self) -> None:
        """Take the endpoint's own descriptors away."""
        endpoint = self.endpoint
        if endpoint is not None:
            self._worker.work_out(endpoint, lambda: [Edit(edit.use_root_sddl(endpoint.configuration), 0)])

    def _one(self) -> AceRow | None:
        rows = self._view.selected()
        return rows[0] if len(rows) == 1 else None

    def _take(self, endpoint: EndpointInView, edits: list[Edit]) -> None:
        for each in edits:
            endpoint.edit(each.step)
            self.done.emit(each.node, each.number)

    def _ask(self, row: AceRow | None, node: int, answered: Callable[[EntryAnswer], None]) -> None:
        from gatepost.ui.editor.entry_dialog import EntryDialog

        if self.endpoint is None:
            return
        places = self.endpoint.configuration.descriptor_uris
        held = self._held(self.endpoint.configuration)
        dialog = EntryDialog(self.endpoint.session, self._kind, places, row, node, self._view.window(), held)
        dialog.answered.connect(answered)
        open_dialog(dialog)

    def _held(self, configuration: SessionConfiguration) -> list[tuple[Ace, ...]]:
        """Return the entries of each descriptor, none for one that cannot be read."""
        held: list[tuple[Ace, ...]] = []
        for number in range(len(configuration.security_nodes)):
            try:
                held.append(edit.entries_at(configuration, EntryList(number, self._kind)))
            except SddlError:
                held.append(())
        return held

    def _on_added(self, answer: EntryAnswer) -> None:
        endpoint = self.endpoint
        if endpoint is None or answer.node >= len(endpoint.configuration.security_nodes):
            return
        self._worker.work_out(endpoint, partial(self._addition, endpoint, answer))

    def _addition(self, endpoint: EndpointInView, answer: EntryAnswer) -> list[Edit]:
        place = EntryList(answer.node, self._kind)
        before = edit.entries_at(endpoint.configuration, place)
        step = edit.add_entry(endpoint.configuration, place, answer.ace, endpoint.accounts)
        after = edit.entries_at(step.edited[0], place)
        pairs = enumerate(zip(before, after, strict=False))
        number = next((number for number, (old, new) in pairs if old != new), len(before))
        return [Edit(step, answer.node, number)]

    def _on_changed(self, place: EntryList, old: Ace, number: int, answer: EntryAnswer) -> None:
        """The list may be another one by now: the entry is looked up again."""
        endpoint = self.endpoint
        if endpoint is None or place.node >= len(endpoint.configuration.security_nodes):
            return
        entries = edit.entries_at(endpoint.configuration, place)
        if number >= len(entries) or entries[number] != old:
            if old not in entries:
                return
            number = entries.index(old)
        work = partial(edit.change_entry, endpoint.configuration, place, number, answer.ace, endpoint.accounts)
        self._worker.work_out(endpoint, lambda: [Edit(work(), place.node, number)])

    def _on_reorder_accepted(self, place: EntryList) -> None:
        if self.endpoint is not None:
            work = partial(edit.sort_entries, self.endpoint.configuration, place)
            self._worker.work_out(self.endpoint, lambda: [Edit(work(), place.node, 0)])


def _first_moves(configuration: SessionConfiguration, kind: ListKind) -> tuple[EntryList, tuple[EntryMove, ...]] | None:
    """Return what canonical order would move in the first descriptor that is not in it, None where all are."""
    for node in range(len(configuration.security_nodes)):
        place = EntryList(node, kind)
        try:
            found = moves(configuration, place)
        except SddlError:
            continue
        if found:
            return place, found
    return None
