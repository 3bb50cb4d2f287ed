"""Reverting a host's settings to what the journal says they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from gatepost.endpoints.changes.revert import revert_verb
from gatepost.endpoints.errors import known
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.setting_change_set import RUNS, SettingChangeSet, SettingWrite, subject_text
from gatepost.endpoints.host.setting_state import (
    ABSENT_LISTENER,
    KnownState,
    ListenerState,
    RuleState,
    RunState,
    SettingState,
    StartMode,
    UnknownState,
    read_state,
)
from gatepost.endpoints.text import ENDPOINTS, Text, listed, sentences
from gatepost.endpoints.writes.journal_entry import JournalEntry, Lineage, SubjectKind

_BACK = ENDPOINTS.tr("Each setting is restored to its value before the change.")
_CUTS = ENDPOINTS.tr("This ends your connection, because the connection uses one of these settings.")


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it was (``ours``), as it was written (``base``), and as it is now (``theirs``)."""

    subject: str
    base: SettingState
    ours: KnownState
    theirs: KnownState

    @property
    def kind(self) -> SubjectKind:
        """Which setting of the subject it is."""
        return self.theirs.kind

    @property
    def is_unchanged(self) -> bool:
        """Whether it hasn't changed since."""
        return self.base == self.theirs


@dataclass(frozen=True, slots=True)
class SettingsRevertPlan:
    """Plan of reverting writes to settings; ``unread`` are those whose state is not known."""

    verb: Text
    lineage: Lineage
    exposure: RemainingExposure
    settings: tuple[SettingRow, ...]
    unread: tuple[Text, ...]

    @property
    def needs_choice(self) -> bool:
        """Whether a setting was changed since: the user has to choose."""
        return any(not setting.is_unchanged for setting in self.settings)


def plan_settings_revert(entries: Iterable[JournalEntry], exposure: RemainingExposure) -> SettingsRevertPlan:
    """Compare the writes of one action with what the host has now; what is as it was before is left out.

    A setting that was written twice is compared from before the first write to after the last. A service that was
    running cannot be started from here, so that is left out too.
    """
    entries = tuple(entries)
    settings: list[SettingRow] = []
    unread: list[Text] = []
    for kind, subject in dict.fromkeys((entry.kind, entry.subject) for entry in entries):
        of_it = [entry for entry in entries if (entry.kind, entry.subject) == (kind, subject)]
        now = _state(exposure, kind, subject)
        was = read_state(kind, of_it[0].before)
        if kind is None or now is None or isinstance(was, UnknownState):
            unread.append(subject_text(kind, subject))
        elif was not in (now, RUNS):
            settings.append(SettingRow(subject, read_state(kind, of_it[-1].after), was, now))
    return SettingsRevertPlan(*revert_verb(entries), exposure, tuple(settings), tuple(unread))


def settings_revert_change_set(plan: SettingsRevertPlan, excluded: Collection[SettingRow] = ()) -> SettingChangeSet:
    """Return the change that reverts every row but those that are ``excluded``; what ends our connection comes last."""
    writes = [_write(plan, setting) for setting in plan.settings if setting not in excluded]
    writes.sort(key=lambda write: write.cuts)
    consequence = sentences(_BACK, _CUTS) if any(write.cuts for write in writes) else _BACK
    if plan.unread:
        unread = ENDPOINTS.tr("Not changed, because they couldn't be read: {names}.", names=listed(plan.unread))
        consequence = sentences(consequence, unread)
    return SettingChangeSet(plan.verb, tuple(writes), consequence, plan.lineage)


def _write(plan: SettingsRevertPlan, row: SettingRow) -> SettingWrite:
    return SettingWrite(row.subject, row.theirs, row.ours, _cuts(plan.exposure, row))


def _cuts(exposure: RemainingExposure, row: SettingRow) -> bool:
    """Whether our messages travel on what is closed by it."""
    match row.theirs, row.ours:
        case ListenerState(listener), _ if listener is not None:
            return listener.transport == exposure.carrier.value
        case _, RuleState(enabled=False):
            rules = known(exposure.rules) or ()
            return any(rule.name == row.subject and rule.lets_in is exposure.carrier for rule in rules)
        case RunState(), _:
            return True
    return False


def _state(exposure: RemainingExposure, kind: SubjectKind | None, subject: str) -> KnownState | None:
    """The setting as it is now; None where it was not read, or is not there."""
    match kind:
        case SubjectKind.START_MODE if (service := known(exposure.service)) is not None:
            return StartMode(service.start_mode)
        case SubjectKind.SERVICE_STATE if (service := known(exposure.service)) is not None:
            return RunState(service.state)
        case SubjectKind.LISTENER if (listeners := known(exposure.listeners)) is not None:
            listener = next((each for each in listeners if each.key == subject), None)
            return ListenerState.of(listener) if listener is not None else ABSENT_LISTENER
        case SubjectKind.FIREWALL_RULE:
            rule = next((each for each in known(exposure.rules) or () if each.name == subject), None)
            return RuleState(rule.enabled) if rule is not None else None
        case SubjectKind.TOKEN_POLICY:
            return known(exposure.token_policy)
    return None


def setting_change_behind(row: SettingRow, later: Sequence[JournalEntry]) -> JournalEntry | None:
    """Return the last write that has made a setting what it is now, as ``changes_behind`` does for an endpoint."""
    writes = (entry for entry in reversed(later) if (entry.kind, entry.subject) == (row.kind, row.subject))
    made = (entry for entry in writes if entry.may_be_on_host and read_state(row.kind, entry.after) == row.theirs)
    return next(made, None)
