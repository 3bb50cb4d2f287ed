"""A change that is asked for, and the planned one with what its confirmation shows at once: the rows of its table, and who loses and gains access."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gatepost.endpoints.access.change_risks import ChangeRisks, change_risks
from gatepost.endpoints.changes.other_changes import other_changes
from gatepost.endpoints.changes.pending_change import Plan
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostSnapshot, UnreadablePlugin
from gatepost.endpoints.host.setting_change_set import SettingWrite, subject_text
from gatepost.endpoints.text import WINDOW, Text, sentences
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange, Skipped
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.endpoints.pending_plan import (
    NOTHING_PENDING,
    PendingChoice,
    PendingPlan,
    PendingState,
    plan_with_pending,
)
from gatepost.models.entry_line_text import entry_line
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.security import Ace, stopping_evaluation
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.plain_widgets import shortened

_MINUS = "\u2212"
_MOST_ENTRIES = 200  # that come to one endpoint, and that go; more are not for reading
_LONGEST_ENTRY = 600  # characters of one
_AT_ONCE = 0.5  # seconds; what takes longer to evaluate is shown before that is known


class ConfirmRow(NamedTuple):
    """One row of the table, by its columns."""

    name: Cell
    access: Cell = (Line(""),)
    change: Cell = (Line(""),)
    kept: Cell = (Line(""),)


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change, and what becomes of pending changes by it. ``evaluation`` is None where it takes longer than a moment."""

    plan: PendingPlan
    settings: tuple[SettingWrite, ...]
    rows: tuple[ConfirmRow, ...]
    evaluation: ChangeRisks | None = None

    @property
    def change_set(self) -> ChangeSet:
        """What is confirmed."""
        return self.plan.change_set


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """A change that is asked for: how it is planned from ``snapshot``, and how the question about it is put.

    ``over_network`` tells how the host is reached. ``pending_choices`` are offered for pending changes that it covers; empty
    for a change that applies the pending changes themselves. ``settings`` are written before the endpoints.
    """

    plan: Plan
    snapshot: HostSnapshot
    preview: bool = False
    over_network: bool = True
    pending_choices: tuple[PendingChoice, ...] = tuple(PendingChoice)
    settings: tuple[SettingWrite, ...] = ()

    def planned(
        self, pending: PendingState = NOTHING_PENDING, choice: PendingChoice = PendingChoice.KEEP
    ) -> PlannedChange:
        """Return what it does, with the pending changes that it covers treated as chosen. For a worker thread."""
        covered = pending if self.pending_choices else NOTHING_PENDING
        planned = plan_with_pending(self.plan, self.snapshot, covered, choice)
        rows = setting_rows(self.settings) + endpoint_rows(planned.change_set, self.snapshot)
        return PlannedChange(planned, self.settings, tuple(rows), self._evaluated_at_once(planned.change_set))

    def evaluation(self, change_set: ChangeSet) -> ChangeRisks:
        """Evaluate the planned change, however long that takes. For a worker thread."""
        return change_risks(change_set, self.snapshot, over_network=self.over_network)

    def _evaluated_at_once(self, change_set: ChangeSet) -> ChangeRisks | None:
        until = time.monotonic() + _AT_ONCE

        def check() -> None:
            if time.monotonic() > until:
                raise _TakesLongerError

        try:
            with stopping_evaluation(check):
                return self.evaluation(change_set)
        except _TakesLongerError:
            return None


class _TakesLongerError(Exception):
    """An evaluation is better shown later."""


def endpoint_rows(change_set: ChangeSet, snapshot: HostSnapshot) -> list[ConfirmRow]:
    """Return what changes first, then what is skipped, then what stays."""
    rows = [_changing(change, snapshot) for change in change_set.effective]
    rows += [_skipped(skipped, snapshot) for skipped in change_set.skipped]
    if change_set.action.covers_whole_host:
        rows += [_unreadable(plugin) for plugin in snapshot.unreadable]
    rows += [_staying(change) for change in change_set.changes if not change.is_change]
    return rows


def setting_rows(writes: Iterable[SettingWrite]) -> list[ConfirmRow]:
    """Return the host's settings in the columns of the endpoints."""
    return [
        ConfirmRow(
            (Line(shown(subject_text(write.kind, write.subject))),),
            change=(Line(f"{shown(write.before.words)} → {shown(write.after.words)}"),),
        )
        for write in writes
    ]


def _unreadable(plugin: UnreadablePlugin) -> ConfirmRow:
    reason = shown(WINDOW.tr("Not changed: it can't be read."))
    return _left_alone(plugin.name, "", f"{reason} {visible(plugin.problem)}")


def _name(name: str, tone: Tone = Tone.TEXT) -> Cell:
    return (Line(one_line(name), tone, wraps=False),)


def _changing(change: EndpointChange, snapshot: HostSnapshot) -> ConfirmRow:
    before, after = mode_word(change.mode_before.mode), mode_word(change.mode_after.mode)
    access = before if change.mode_before.mode is change.mode_after.mode else f"{before} → {after}"
    return ConfirmRow(
        _name(change.name), (Line(access),), _change_lines(change, snapshot), (Line(str(change.kept), Tone.MUTED),)
    )


def _skipped(skipped: Skipped, snapshot: HostSnapshot) -> ConfirmRow:
    endpoint = snapshot.endpoint(skipped.name)
    mode = mode_word(endpoint.mode_state.mode) if endpoint is not None else ""
    return _left_alone(skipped.name, mode, shown(skipped.reason))


def _left_alone(name: str, mode: str, why: str) -> ConfirmRow:
    return ConfirmRow(_name(name), (Line(mode),), (Line(why, Tone.WARNING, "alert-outline"),))


def _staying(change: EndpointChange) -> ConfirmRow:
    lines = [Line(shown(WINDOW.tr("no change")), Tone.MUTED)]
    if change.note:
        lines.append(Line(shown(change.note), Tone.WARNING, "alert-outline"))
    kept = (Line(str(change.kept), Tone.MUTED),)
    access = (Line(mode_word(change.mode_after.mode), Tone.MUTED),)
    return ConfirmRow(_name(change.name, Tone.MUTED), access, tuple(lines), kept)


def _change_lines(change: EndpointChange, snapshot: HostSnapshot) -> Cell:
    lines: list[Line] = []
    if change.changes_enabled:
        opens = change.after.enabled
        line = WINDOW.tr("Enabled: no → yes") if opens else WINDOW.tr("Enabled: yes → no")
        lines.append(Line(shown(line), Tone.ALLOW if opens else Tone.DENY))
    if len(change.after.security_nodes) > len(change.before.security_nodes):
        lines.append(Line(shown(WINDOW.tr("Gets its own permissions instead of inheriting them from RootSDDL."))))
    lines += [_ace_line("+", ace, snapshot, closes=ace.is_deny) for ace in change.added[:_MOST_ENTRIES]]
    lines += [_ace_line(_MINUS, ace, snapshot, closes=ace.is_allow) for ace in change.removed[:_MOST_ENTRIES]]
    more = sum(max(0, len(aces) - _MOST_ENTRIES) for aces in (change.added, change.removed))
    lines += [Line(f"… (+{more})", Tone.MUTED)] if more else []
    lines += [Line(shown(line)) for line in other_changes(change, snapshot.accounts)]
    lines += [Line(shown(line), Tone.WARNING, "alert-outline") for line in _notes(change)]
    return tuple(lines)


def _ace_line(sign: str, ace: Ace, snapshot: HostSnapshot, *, closes: bool) -> Line:
    words = shortened(one_line(entry_line(ace, snapshot.accounts)), _LONGEST_ENTRY)
    return Line(f"{sign} {words}", Tone.DENY if closes else Tone.ALLOW)


def _notes(change: EndpointChange) -> Iterator[Text]:
    if change.note:
        yield change.note
    elif change.mode_after.mode is AccessMode.CUSTOM:
        yield sentences(WINDOW.tr("Access will be Custom."), change.mode_after.reason)
    if change.sends_run_as:
        note = WINDOW.tr(
            "The whole configuration is sent: the host might verify the password of {user} again and refuse."
        )
        yield note.filled(user=change.before.run_as.user)
