"""Reverting, on several hosts, the last change that the journal has of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.backend.journal.queries import can_be_reverted, is_of_host, writes_of_action
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.endpoints.text import NOTHING, WINDOW, Text, sentences
from gatepost.endpoints.writes.action_text import recalled_action
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind
from gatepost.models.window_text import moment_words
from gatepost.ui.bulk.action import BulkAction, Proposal, first_names, left_out
from gatepost.work import WorkContext

_NAMED = 3  # endpoints of a reason


@dataclass(frozen=True, slots=True)
class BulkRevert(BulkAction):
    """Restores what each host had before its last change, where that needs no choice.

    ``entries`` are the journal's, the newest first. ``wanted`` holds, by the key of a host, the numbers of the writes
    that are meant: where the host was changed again since, it is left alone. None means the last change, whatever it was.
    """

    entries: tuple[JournalEntry, ...]
    wanted: Mapping[str, tuple[int, ...]] | None = None

    @property
    @override
    def takes_access(self) -> bool:
        return False

    @property
    @override
    def name(self) -> Text:
        return WINDOW.tr("Revert the last change")

    @property
    @override
    def effect(self) -> Text:
        return WINDOW.tr("Each host gets back what it had before its last change. WinRM isn't restarted.")

    @property
    @override
    def by_itself(self) -> Text:
        return WINDOW.tr("Revert it on this host by itself, from History.")

    @override
    def title(self, count: int) -> Text:
        return WINDOW.tr("Revert the last change on %n host?", "Revert the last change on %n hosts?", count)

    @override
    def verb(self, count: int) -> Text:
        return WINDOW.tr("Revert on %n host", "Revert on %n hosts", count)

    @override
    def plan(self, host: Host, snapshot: HostSnapshot, context: WorkContext) -> Proposal | Text:
        writes = last_action(self.entries, snapshot.host)
        return self._why_not(writes, snapshot.host.key) or self._planned(writes, snapshot)

    def _why_not(self, writes: tuple[JournalEntry, ...], key: str) -> Text:
        """Return why the writes of the last action can't be reverted together with those of other hosts, if so."""
        if not writes:
            return WINDOW.tr("History has no change of this host.")
        action = recalled_action(writes[-1].verb)
        if any(write.needs_attention for write in writes):
            unsettled = WINDOW.tr("It isn't known what the last change left here: {action}.", action=action)
            return sentences(unsettled, WINDOW.tr("Open History and select Check again."))
        if self.wanted is not None and not {write.id for write in writes} & set(self.wanted.get(key, ())):
            return sentences(WINDOW.tr("Changed again since: {action}.", action=action), self.by_itself)
        if not any(map(can_be_reverted, writes)):
            return WINDOW.tr("The last change left nothing here to revert: {action}.", action=action)
        if not any(map(_is_endpoint, writes)):
            return sentences(
                WINDOW.tr("Settings of the host were changed last: {action}.", action=action), self.by_itself
            )
        return NOTHING

    def _planned(self, writes: tuple[JournalEntry, ...], snapshot: HostSnapshot) -> Proposal | Text:
        plan = plan_revert(filter(_is_endpoint, writes), snapshot)
        changed = [each.name for each in plan.comparisons if each.changed_since]
        if changed:
            names = first_names(changed, _NAMED)
            return sentences(WINDOW.tr("Changed again since: {names}.", names=names), self.by_itself)
        change_set = revert_change_set(plan)
        excluded = [*left_out(change_set.skipped)]
        if not all(map(_is_endpoint, writes)):
            excluded.append(WINDOW.tr("Settings of the host aren't reverted here. Revert them from History."))
        when = moment_words(writes[0].moment)
        if writes[0].reverts:
            about = WINDOW.tr("{action}, reverted {when}", action=plan.verb, when=when)
        else:
            about = WINDOW.tr("{action}, applied {when}", action=plan.verb, when=when)
        return Proposal(snapshot, change_set, (about,), tuple(excluded))


def last_action(entries: tuple[JournalEntry, ...], host: HostIdentity) -> tuple[JournalEntry, ...]:
    """Return the writes of the newest action on a host, the oldest first, whatever came of them.

    A host check leaves nothing behind, and doesn't count. ``entries`` are the newest first.
    """
    own = SubjectKind.TEST_ENDPOINT
    newest = next(
        (entry for entry in entries if entry.kind is not own and is_of_host(entry, host.key, host.name, host.kind)),
        None,
    )
    return writes_of_action(newest, entries) if newest is not None else ()


def _is_endpoint(write: JournalEntry) -> bool:
    return write.kind is SubjectKind.ENDPOINT and can_be_reverted(write)
