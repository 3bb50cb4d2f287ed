"""The drafts of one host: pending changes of its endpoints, with undo and redo.

What is kept is the descriptors that are wanted, as text; the endpoint they belong to comes from the last reading. So to undo
everything gives what the host holds, byte for byte, and a reading that changes something else does not touch a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.changes.draft import Draft, DraftMisfitError, Sddls, draft_change_set, with_sddls
from gatepost.endpoints.changes.rebase import rebased
from gatepost.endpoints.configuration.endpoint_state import same_descriptors
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import NOTHING, Text
from gatepost.endpoints.writes.change_set import ChangeSet, Skipped
from gatepost.models.endpoints.undo_history import History
from gatepost.models.endpoints.wanted_descriptors import WantedDescriptors
from gatepost.models.window_text import WINDOW

_WantedByName = Mapping[str, WantedDescriptors]  # by endpoint; those not in it are wanted as the host holds them


class Drafts(QObject):
    """The pending changes of one host, by endpoint, with undo and redo."""

    changed = Signal()  # a draft, a conflict, what the host holds, or what can be undone

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History[_WantedByName] = History({})
        self._snapshot: HostSnapshot | None = None
        self._drafts: dict[str, Draft] = {}
        self._conflicts: dict[str, SessionConfiguration | None] = {}
        # Typed text that cannot be read yet, by endpoint and number of the descriptor: no draft, but not to be lost.
        self.unreadable_text: dict[tuple[str, int], str] = {}
        self._unchecked: frozenset[tuple[str, int]] = frozenset()  # long text of which it is not known yet
        self._to_rebase: Mapping[str, SessionConfiguration] = {}  # what our own change makes of endpoints, by name

    # What is there

    @property
    def has_pending(self) -> bool:
        """Whether something would be lost: a draft, or text that cannot be read yet."""
        return bool(self.drafted_or_typing)

    @property
    def drafted(self) -> tuple[str, ...]:
        """The endpoints with a draft."""
        return tuple(self._drafts)

    @property
    def drafted_or_typing(self) -> tuple[str, ...]:
        """The endpoints with a draft or with unfinished text."""
        return tuple(dict.fromkeys((*self._drafts, *(name for name, _ in self.unreadable_text))))

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts, in the order in which they were begun."""
        return tuple(self._drafts.values())

    @property
    def conflicts(self) -> Mapping[str, SessionConfiguration | None]:
        """Endpoints that the host has changed under their draft, as it holds them now; None where it is gone."""
        return MappingProxyType(self._conflicts)

    def draft(self, name: str) -> Draft | None:
        """Return the draft of an endpoint, or None."""
        return self._drafts.get(name)

    def configuration(self, name: str) -> SessionConfiguration | None:
        """Return the endpoint as it is wanted: its draft, or what the host holds."""
        draft = self._drafts.get(name)
        return draft.edited if draft is not None else self._held(name)

    def originals(self) -> dict[str, SessionConfiguration]:
        """Return every endpoint of the host as its edits start from it, by name."""
        held = self._snapshot.configurations if self._snapshot is not None else ()
        return {**{c.name: c for c in reversed(held)}, **{d.name: d.original for d in self._drafts.values()}}

    def configurations(self) -> tuple[SessionConfiguration, ...]:
        """Return every endpoint with its pending changes."""
        held = self._snapshot.configurations if self._snapshot is not None else ()
        return tuple(self._drafts[c.name].edited if c.name in self._drafts else c for c in held)

    def planner(self, names: Collection[str] | None) -> Callable[[], ChangeSet]:
        """Return what works out, in whatever thread, the change set of the drafts of those endpoints, or of all.

        It is about the drafts as they are now. What cannot be sent is left out, with the reason.
        """
        assert self._snapshot is not None
        wanted = [name for name in self.drafted_or_typing if names is None or name in names]
        left = {name: why for name in wanted if (why := self.reason_held_back(name))}
        skipped = tuple(Skipped(name, why) for name, why in left.items())
        return partial(draft_change_set, self._snapshot, [self._drafts[n] for n in wanted if n not in left], skipped)

    def reason_held_back(self, name: str) -> Text:
        """Return why a draft cannot be sent as it is: what would be sent is not what the user sees."""
        if name in self._conflicts and self._conflicts[name] is None:
            return WINDOW.tr("The endpoint was removed from the host. Your changes are kept until you discard them.")
        if name in self._conflicts:
            return WINDOW.tr(
                "This endpoint was changed on the host after you started editing. Merge, keep or discard your changes first."
            )
        if any(key[0] == name and key in self._unchecked for key in self.unreadable_text):
            return WINDOW.tr("Gatepost is still checking the text on the SDDL tab. Keep that tab open until it's done.")
        if any(typing == name for typing, _ in self.unreadable_text):
            return WINDOW.tr("The text on the SDDL tab isn't valid. Correct or revert it first.")
        return NOTHING

    # Edits

    def edit(self, label: str, edited: Iterable[SessionConfiguration], merge_key: str = "") -> None:
        """Take endpoints as they are after one named step. Steps in a row with the same ``merge_key`` become one."""
        edits = {**self.history.value, **{c.name: WantedDescriptors.of(c, self._base(c)) for c in edited}}
        if edits != self.history.value:
            self.history.push(label, edits, merge_key)
            self._apply_history()

    def note_unreadable(self, key: tuple[str, int], text: str, *, is_checked: bool) -> None:
        """Keep text that cannot be read, or of which that is not known yet, of a descriptor by endpoint and number."""
        known = key in self.unreadable_text and is_checked is (key not in self._unchecked)
        self.unreadable_text[key] = text
        self._unchecked = self._unchecked - {key} if is_checked else self._unchecked | {key}
        if not known:
            self.changed.emit()

    @contextmanager
    def forgetting_unreadable(self, key: tuple[str, int]) -> Iterator[None]:
        """Let go of text that could not be read, before what replaces it is taken; tell of it afterwards."""
        had = self.unreadable_text.pop(key, None) is not None
        yield
        if had:
            self.changed.emit()

    def forget_unreadable(self, key: tuple[str, int]) -> None:
        """Let go of text that could not be read; the draft is what it was before."""
        if self.unreadable_text.pop(key, None) is not None:
            self.changed.emit()

    def discard(self, label: str, names: Collection[str]) -> None:
        """Forget drafts, as a step that can be undone, and the unfinished text of those endpoints."""
        self.unreadable_text = {key: text for key, text in self.unreadable_text.items() if key[0] not in names}
        if any(name in self._drafts for name in names):
            self.history.push(label, {k: v for k, v in self.history.value.items() if k not in names})
        self._apply_history()

    def undo(self) -> None:
        """Take the last step back."""
        self.history.undo()
        self._apply_history()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.history.redo()
        self._apply_history()

    def keep(self, name: str) -> None:
        """Put the draft on top of what the host holds now: the conflict is settled.

        Raises:
            DraftMisfitError: the host's endpoint is gone, or has other places for descriptors. The draft stays.
        """
        held = self._conflicts[name]
        if held is None:
            raise DraftMisfitError(f"{name} is gone")
        self._store(name, held, self._drafts[name].edited.sddls)
        self._conflicts.pop(name, None)
        self.changed.emit()

    def merge(self, name: str) -> None:
        """Put the edits on top of what the host holds now, three-way: the conflict is settled, nothing of the host is undone.

        Raises:
            DraftMisfitError: the host's endpoint is gone, or the two cannot be put together. The draft stays.
        """
        held, draft = self._conflicts[name], self._drafts[name]
        if held is None:
            raise DraftMisfitError(f"{name} is gone")
        self._store(name, held, rebased(draft.original, draft.edited, held))
        self._conflicts.pop(name, None)
        self._start_undo_anew()
        self.changed.emit()

    def rebase_with_next_reading(self, written: Iterable[SessionConfiguration]) -> None:
        """Have the next reading put the edits on top of these endpoints, as a change of ours is about to write them.

        What the host has besides that is another change, and a conflict.
        """
        self._to_rebase = {configuration.name: configuration for configuration in written}

    # What the host says

    def set_snapshot(self, snapshot: HostSnapshot | None) -> None:
        """Take another reading.

        Drafts stay; where the host's descriptors are no longer those edited, it is a conflict. A draft that the host holds
        by now is none any more, and ends what can be undone here: from there on undo is the journal's.
        """
        if snapshot is self._snapshot or snapshot is None:
            return
        self._snapshot, before = snapshot, self.drafted
        merged = [name for name in before if self._rebase(name)]
        self._to_rebase = {}
        if merged or self.drafted != before:
            self._start_undo_anew()
        if before:
            self.changed.emit()

    def _start_undo_anew(self) -> None:
        """What could be undone was about another state of the host."""
        self.history.start_from({d.name: WantedDescriptors.of(d.edited, d.original) for d in self._drafts.values()})

    def _held(self, name: str) -> SessionConfiguration | None:
        return self._snapshot.configuration(name) if self._snapshot is not None else None

    def _base(self, edited: SessionConfiguration) -> SessionConfiguration:
        draft = self._drafts.get(edited.name)
        return draft.original if draft is not None else self._held(edited.name) or edited

    def _rebase(self, name: str) -> bool:
        """Take the host's endpoint as the base of a draft; return whether the two had to be merged for that."""
        draft, held = self._drafts[name], self._held(name)
        self._conflicts.pop(name, None)
        if held is draft.original:
            return False
        if held is not None and same_descriptors(held, draft.original):
            self._store(name, held, draft.edited.sddls)
        elif held is not None and same_descriptors(held, draft.edited):
            self._forget(name)
        elif held is not None and name in self._to_rebase:
            return self._put_on_own_change(draft, self._to_rebase[name], held)
        else:
            self._conflicts[name] = held
        return False

    def _put_on_own_change(self, draft: Draft, written: SessionConfiguration, held: SessionConfiguration) -> bool:
        """Where the host holds our change alone the draft goes on top of it; where it holds more, that is a conflict."""
        try:
            is_alone = same_descriptors(held, written)
            if not is_alone and rebased(draft.original, written, held) != held.sddls:
                raise DraftMisfitError(f"{draft.name} was changed in another way")
            base = held if is_alone else written
            self._store(draft.name, base, rebased(draft.original, draft.edited, base))
        except DraftMisfitError:
            self._conflicts[draft.name] = held
            return False
        if not is_alone and draft.name in self._drafts:
            self._conflicts[draft.name] = held
        return True

    def _apply_history(self) -> None:
        """Bring the drafts to what the history says."""
        edits = self.history.value
        for name in [name for name in self._drafts if name not in edits]:
            self._forget(name)
        for name, wanted in edits.items():
            draft = self._drafts.get(name)
            try:
                if draft is None:
                    self._restore(name, wanted)
                elif draft.edited.sddls != wanted.sddls:
                    self._store(name, draft.original, wanted.sddls)
            except DraftMisfitError:
                self._forget(name)  # it has no place for as many descriptors
        self.changed.emit()

    def _restore(self, name: str, wanted: WantedDescriptors) -> None:
        """Make a draft again that was undone or discarded; the host may have changed the endpoint in the meantime."""
        if self._held(name) is None:
            return  # there is nothing to put it on any more
        self._store(name, wanted.base, wanted.sddls)
        if name in self._drafts:
            self._rebase(name)

    def _store(self, name: str, original: SessionConfiguration, wanted: Sddls) -> None:
        draft = Draft(original, with_sddls(original, wanted))
        if draft.is_edit:
            self._drafts[name] = draft
        else:
            self._forget(name)

    def _forget(self, name: str) -> None:
        self._drafts.pop(name, None)
        self._conflicts.pop(name, None)
