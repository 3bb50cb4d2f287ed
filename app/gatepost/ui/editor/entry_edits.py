"""What the keys and buttons over a list of entries do: one step of the draft each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.changes import edit
from gatepost.endpoints.changes.draft import DraftStep
from gatepost.endpoints.changes.edit import Place
from gatepost.endpoints.changes.reorder import moves
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.models.sentences import shown
from gatepost.security import NO_ACCOUNTS, Accounts, Ace, SddlError
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.entry_view import EntryView
from gatepost.ui.widgets.dialogs import open_dialog

if TYPE_CHECKING:  # its module is needed when somebody edits
    from gatepost.ui.editor.entry_dialog import EntryAnswer


class EntryEdits(QObject):
    """Edits the endpoint that is shown; ``done`` tells descriptor and number of the entry to look at."""

    done = Signal(int, int)

    def __init__(self, kind: ListKind, view: EntryView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._view = view
        self._session: HostSession | None = None
        self._configuration: SessionConfiguration | None = None

    def show(self, session: HostSession | None, configuration: SessionConfiguration | None) -> None:
        """Edit another endpoint, or another state of it."""
        self._session, self._configuration = session, configuration

    def add(self) -> None:
        """Ask for a new entry, for the descriptor of the selected one."""
        rows = self._view.selected()
        node = rows[0].node if rows and rows[0].node is not None else 0
        self._ask(None, node, self._on_added)

    def change(self) -> None:
        """Ask what the selected entry should be."""
        row = self._one()
        if row is not None and row.node is not None and edit.is_editable(row.ace):
            self._ask(row, row.node, partial(self._on_changed, Place(row.node, self._kind), row.ace, row.number))

    def duplicate(self) -> None:
        """Repeat the selected entry."""
        row, configuration = self._one(), self._configuration
        if row is not None and row.node is not None and configuration is not None:
            step = edit.duplicate_entry(configuration, Place(row.node, self._kind), row.number, self._accounts())
            self._take(step, row.node, row.number + 1)

    def move(self, by: int) -> None:
        """Let the selected entry stand one place on, or back."""
        row, configuration = self._one(), self._configuration
        if row is not None and row.node is not None and configuration is not None:
            place, to = Place(row.node, self._kind), row.number + by
            self._take(edit.move_entry(configuration, place, row.number, to, self._accounts()), row.node, to)

    def remove(self) -> None:
        """Take the selected entries away; those of several descriptors as one step each."""
        rows = self._view.selected()
        for node in sorted({row.node for row in rows if row.node is not None}):
            assert self._configuration is not None
            numbers = {row.number for row in rows if row.node == node}
            place = Place(node, self._kind)
            self._take(edit.remove_entries(self._configuration, place, numbers, self._accounts()), node, min(numbers))

    def reorder(self) -> None:
        """Show what canonical order would move, and why, in the first descriptor that is not in it."""
        from gatepost.ui.editor.reorder_dialog import ReorderDialog

        configuration, session = self._configuration, self._session
        if configuration is None or session is None:
            return
        for node in range(len(configuration.security_nodes)):
            place = Place(node, self._kind)
            try:
                found = moves(configuration, place)
            except SddlError:
                continue
            if found:
                dialog = ReorderDialog(configuration.name, found, self._accounts(), self._view.window())
                dialog.accepted.connect(partial(self._on_reorder_accepted, place))
                open_dialog(dialog)
                return

    def give_own(self) -> None:
        """Give the endpoint a copy of RootSDDL as its own descriptor."""
        if self._configuration is not None and self._session is not None and self._session.snapshot is not None:
            self._take(edit.own_descriptor(self._configuration, self._session.snapshot.root_sddl), 0, 0)

    def use_root(self) -> None:
        """Take the endpoint's own descriptors away."""
        if self._configuration is not None:
            self._take(edit.use_root_sddl(self._configuration), 0, 0)

    def _one(self) -> AceRow | None:
        rows = self._view.selected()
        return rows[0] if len(rows) == 1 else None

    def _accounts(self) -> Accounts:
        return self._session.accounts if self._session is not None else NO_ACCOUNTS

    def _take(self, step: DraftStep, node: int, number: int) -> None:
        assert self._session is not None
        self._session.drafts.edit(shown(step.label), step.edited)
        self.done.emit(node, number)

    def _ask(self, row: AceRow | None, node: int, answered: Callable[[EntryAnswer], None]) -> None:
        from gatepost.ui.editor.entry_dialog import EntryDialog

        if self._configuration is None or self._session is None:
            return
        places = self._configuration.descriptor_uris
        dialog = EntryDialog(self._session, self._kind, places, row, node, self._view.window())
        dialog.answered.connect(answered)
        open_dialog(dialog)

    def _on_added(self, answer: EntryAnswer) -> None:
        if self._configuration is None or answer.node >= len(self._configuration.security_nodes):
            return
        place = Place(answer.node, self._kind)
        before = edit.entries_at(self._configuration, place)
        step = edit.add_entry(self._configuration, place, answer.ace, self._accounts())
        after = edit.entries_at(step.edited[0], place)
        pairs = enumerate(zip(before, after, strict=False))
        self._take(step, answer.node, next((number for number, (old, new) in pairs if old != new), len(before)))

    def _on_changed(self, place: Place, old: Ace, number: int, answer: EntryAnswer) -> None:
        """The list may be another one by now: the entry is looked for anew."""
        if self._configuration is None or place.node >= len(self._configuration.security_nodes):
            return
        entries = edit.entries_at(self._configuration, place)
        if number >= len(entries) or entries[number] != old:
            if old not in entries:
                return
            number = entries.index(old)
        step = edit.change_entry(self._configuration, place, number, answer.ace, self._accounts())
        self._take(step, place.node, number)

    def _on_reorder_accepted(self, place: Place) -> None:
        if self._configuration is not None:
            self._take(edit.set_order(self._configuration, place), place.node, 0)
