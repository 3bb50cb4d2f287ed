"""Pending changes of the endpoints of one host, with undo and redo.

To undo everything gives what the host holds, byte for byte, and a reading that changes something else does not touch them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.changes.pending_change import (
    EditStep,
    PendingChange,
    PendingChangeMisfitError,
    pending_change_set,
)
from gatepost.endpoints.configuration.endpoint_state import same_descriptors
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import NOTHING, WINDOW, Text
from gatepost.endpoints.writes.change_set import ChangeSet, Skipped
from gatepost.models.endpoints.undo_stack import UndoStack
from gatepost.models.window_text import shown
from gatepost.security import NO_DOMAINS

CHECKING = WINDOW.tr("Gatepost is still checking the text on the SDDL tab. Keep that tab open until it's done.")
NOT_CHECKED = WINDOW.tr("The text on the SDDL tab couldn't be checked. Edit or revert it first.")
NOT_VALID = WINDOW.tr("The text on the SDDL tab isn't valid. Correct or revert it first.")


@dataclass(frozen=True, slots=True)
class UnreadableText:
    """Typed SDDL text that can't be read, or isn't known to be right: no pending change, but not to be lost."""

    text: str
    why: Text


class PendingChanges(QObject):
    """The pending changes of one host, by endpoint, with undo and redo."""

    changed = Signal()  # a pending change, a conflict, what the host holds, or what can be undone

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Endpoints that it does not name are wanted as the host holds them.
        self.undo_stack: UndoStack[Mapping[str, PendingChange]] = UndoStack({})
        self._snapshot: HostSnapshot | None = None
        self._domains = NO_DOMAINS
        self._pending_changes: dict[str, PendingChange] = {}
        # Endpoints that the host has changed under their pending change, as it holds them; None where one is gone.
        self.conflicts: dict[str, SessionConfiguration | None] = {}
        self.unreadable_text: dict[tuple[str, int], UnreadableText] = {}  # by endpoint and descriptor
        self._to_rebase: Mapping[str, SessionConfiguration] = {}  # what our own change makes of endpoints, by name

    @property
    def has_pending(self) -> bool:
        """Whether something would be lost: a pending change, or text that cannot be read yet."""
        return bool(self.pending_or_typing)

    @property
    def pending_names(self) -> tuple[str, ...]:
        """The endpoints with a pending change."""
        return tuple(self._pending_changes)

    @property
    def pending_or_typing(self) -> tuple[str, ...]:
        """The endpoints with a pending change or with unfinished text."""
        return tuple(dict.fromkeys((*self._pending_changes, *(name for name, _ in self.unreadable_text))))

    @property
    def pending_changes(self) -> tuple[PendingChange, ...]:
        """The pending changes, in the order in which they were begun."""
        return tuple(self._pending_changes.values())

    def pending_change(self, name: str) -> PendingChange | None:
        """Return the pending change of an endpoint, or None."""
        return self._pending_changes.get(name)

    def configuration(self, name: str) -> SessionConfiguration | None:
        """Return the endpoint as it is wanted: its pending change, or what the host holds."""
        change = self._pending_changes.get(name)
        return change.edited if change is not None else self._on_host(name)

    def originals(self) -> dict[str, SessionConfiguration]:
        """Return every endpoint of the host as its edits start from it, by name."""
        on_host = self._snapshot.configurations if self._snapshot is not None else ()
        edited = {name: each.original for name, each in self._pending_changes.items()}
        return {**{c.name: c for c in reversed(on_host)}, **edited}

    def configurations(self) -> tuple[SessionConfiguration, ...]:
        """Return every endpoint with its pending changes."""
        on_host = self._snapshot.configurations if self._snapshot is not None else ()
        return tuple(self._pending_changes[c.name].edited if c.name in self._pending_changes else c for c in on_host)

    def planner(self, names: Collection[str] | None) -> Callable[[], ChangeSet]:
        """Return what works out, in any thread, the change set of the pending changes of those endpoints, or of all.

        It is about the pending changes as they are now. What cannot be sent is left out, with the reason.
        """
        assert self._snapshot is not None
        chosen = [name for name in self.pending_or_typing if names is None or name in names]
        held_back = {name: why for name in chosen if (why := self.reason_held_back(name))}
        skipped = tuple(Skipped(name, why) for name, why in held_back.items())
        ready = [self._pending_changes[name] for name in chosen if name not in held_back]
        return partial(pending_change_set, self._snapshot, ready, skipped)

    def reason_held_back(self, name: str) -> Text:
        """Return why a pending change cannot be sent as it is: what would be sent is not what the user sees."""
        if name in self.conflicts and self.conflicts[name] is None:
            return WINDOW.tr("The endpoint was removed from the host. Your changes are kept until you discard them.")
        if name in self.conflicts:
            return WINDOW.tr(
                "This endpoint was changed on the host after you started editing. Merge, keep or discard your changes first."
            )
        return next((typed.why for key, typed in self.unreadable_text.items() if key[0] == name), NOTHING)

    def edit(self, step: EditStep, merge_key: str = "") -> tuple[Skipped, ...]:
        """Take what one named step changes; return what it does not fit. Steps in a row with the same ``merge_key``
        become one.
        """
        before, step = self.undo_stack.value, step.on(self.originals())
        others = {
            each.name: each for each in step.changes if each.name not in before or each.sddls != before[each.name].sddls
        }
        if others:
            self.undo_stack.push(shown(step.label), {**before, **others}, merge_key)
            self._apply_history()
        return step.refused

    def note_unreadable(self, key: tuple[str, int], typed: UnreadableText) -> None:
        """Keep text that cannot be read, or of which that is not known, of a descriptor by endpoint and number."""
        before = self.unreadable_text.get(key)
        self.unreadable_text[key] = typed
        if before is None or before.why != typed.why:
            self.changed.emit()

    @contextmanager
    def forgetting_unreadable(self, key: tuple[str, int]) -> Iterator[None]:
        """Let go of text that could not be read, before what replaces it is taken; tell of it afterwards.

        Where that raises something, the text is there as before.
        """
        typed = self.unreadable_text.pop(key, None)
        try:
            yield
        except BaseException:
            if typed is not None:
                self.unreadable_text[key] = typed
            raise
        if typed is not None:
            self.changed.emit()

    def forget_unreadable(self, key: tuple[str, int]) -> None:
        """Let go of text that could not be read; the pending change is what it was before."""
        with self.forgetting_unreadable(key):
            pass

    def discard(self, label: str, names: Collection[str]) -> None:
        """Forget pending changes, as a step that can be undone, and the unfinished text of those endpoints."""
        self.unreadable_text = {k: v for k, v in self.unreadable_text.items() if k[0] not in names}
        if any(name in self._pending_changes for name in names):
            self.undo_stack.push(label, {k: v for k, v in self.undo_stack.value.items() if k not in names})
        self._apply_history()

    def undo(self) -> None:
        """Take the last step back."""
        self.undo_stack.undo()
        self._apply_history()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.undo_stack.redo()
        self._apply_history()

    def keep(self, name: str) -> None:
        """Put the pending change on top of what the host holds now: the conflict is settled.

        Raises:
            PendingChangeMisfitError: the endpoint is gone, or has other places for descriptors. The change stays.
        """
        on_host = self.conflicts[name]
        if on_host is None:
            raise PendingChangeMisfitError(f"{name} is gone")
        self._store(self._pending_changes[name].on(on_host))
        self.conflicts.pop(name, None)
        self.changed.emit()

    def merge(self, name: str) -> None:
        """Put the edits on top of what the host holds now, three-way: the conflict is settled, nothing of the host is undone.

        Raises:
            PendingChangeMisfitError: the endpoint is gone, or the two cannot be put together. The change stays.
        """
        on_host, change = self.conflicts[name], self._pending_changes[name]
        if on_host is None:
            raise PendingChangeMisfitError(f"{name} is gone")
        self._store(change.rebased(on_host, self._domains))
        self.conflicts.pop(name, None)
        self._restart_undo()
        self.changed.emit()

    def rebase_with_next_reading(self, written: Iterable[SessionConfiguration]) -> None:
        """Have the next reading put the edits on top of these endpoints, as a change of ours is about to write them.

        What the host has besides that is another change, and a conflict.
        """
        self._to_rebase = {configuration.name: configuration for configuration in written}

    def set_snapshot(self, snapshot: HostSnapshot | None) -> None:
        """Take another reading.

        Pending changes stay; where the host's descriptors are no longer those edited, it is a conflict. A pending
        change that the host has by now is none any more, and ends what can be undone here: History reverts it.
        """
        if snapshot is self._snapshot or snapshot is None:
            return
        self._snapshot, self._domains, before = snapshot, snapshot.accounts.domains, self.pending_names
        merged = [name for name in before if self._rebase(name)]
        self._to_rebase = {}
        if merged or self.pending_names != before:
            self._restart_undo()
        if before:
            self.changed.emit()

    def _restart_undo(self) -> None:  # what could be undone was about another state of the host
        self.undo_stack.start_from(dict(self._pending_changes))

    def _on_host(self, name: str) -> SessionConfiguration | None:
        return self._snapshot.configuration(name) if self._snapshot is not None else None

    def _rebase(self, name: str) -> bool:
        """Take the host's endpoint as the base of a pending change; return whether the two had to be merged."""
        change, on_host = self._pending_changes[name], self._on_host(name)
        self.conflicts.pop(name, None)
        if on_host is change.original:
            return False
        if on_host is not None and same_descriptors(on_host, change.original):
            self._store(change.on(on_host))
        elif on_host is not None and same_descriptors(on_host, change.edited):
            self._forget(name)
        elif on_host is not None and name in self._to_rebase:
            return self._put_on_own_change(change, self._to_rebase[name], on_host)
        else:
            self.conflicts[name] = on_host
        return False

    def _put_on_own_change(
        self, change: PendingChange, written: SessionConfiguration, on_host: SessionConfiguration
    ) -> bool:
        """Put the pending change on top of our own change where the host has that alone; else it is a conflict."""
        try:
            is_alone = same_descriptors(on_host, written)
            if not is_alone and PendingChange(change.original, written).rebased(on_host, self._domains).is_edit:
                raise PendingChangeMisfitError(f"{change.name} was changed in another way")
            self._store(change.rebased(on_host if is_alone else written, self._domains))
        except PendingChangeMisfitError:
            self.conflicts[change.name] = on_host
            return False
        if not is_alone and change.name in self._pending_changes:
            self.conflicts[change.name] = on_host
        return True

    def _apply_history(self) -> None:
        """Bring the pending changes to what the history says."""
        edits = self.undo_stack.value
        for name in [name for name in self._pending_changes if name not in edits]:
            self._forget(name)
        for name, wanted in edits.items():
            change = self._pending_changes.get(name)
            try:
                if change is None:
                    self._restore(wanted)
                elif change.sddls != wanted.sddls:
                    self._store(wanted.on(change.original))
            except PendingChangeMisfitError:
                self._forget(name)  # it has no place for as many descriptors
        self.changed.emit()

    def _restore(self, change: PendingChange) -> None:
        """Make a pending change again that was undone or discarded; the host may have changed its endpoint."""
        if self._on_host(change.name) is None:
            return  # there is nothing to put it on any more
        self._store(change)
        if change.name in self._pending_changes:
            self._rebase(change.name)

    def _store(self, change: PendingChange) -> None:
        if change.is_edit:
            self._pending_changes[change.name] = change
        else:
            self._forget(change.name)

    def _forget(self, name: str) -> None:
        self._pending_changes.pop(name, None)
        self.conflicts.pop(name, None)
