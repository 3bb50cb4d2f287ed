"""Taking back what the journal says was written to a host's settings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from gatepost.endpoints.configuration.journal_entry import JournalEntry, Lineage, SubjectKind
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.history.revert import revert_verb
from gatepost.endpoints.host.leftovers import Leftovers
from gatepost.endpoints.host.setting_order import (
    ABSENT,
    DISABLED,
    ENABLED,
    START_MODE,
    STATE,
    SettingOrder,
    SettingWrite,
)
from gatepost.endpoints.host.settings import RUNNING, Listener
from gatepost.endpoints.text import Text, text

_BACK = text("Each setting goes back to what it was before Gatepost wrote it.")
_CUTS = text("One of them is what this connection travels on: it ends, and nothing more can be sent from here.")


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it was, as it was written, and as it is now."""

    kind: SubjectKind
    subject: str
    was: str
    wrote: str
    now: str

    @property
    def is_ours(self) -> bool:
        """Whether it still is as we wrote it: nobody else has touched it since."""
        return self.wrote == self.now


@dataclass(frozen=True, slots=True)
class SettingsBack:
    """What taking back writes to settings would mean now; ``unread`` are those whose state is not known."""

    verb: Text
    lineage: Lineage
    host: HostIdentity
    leftovers: Leftovers
    settings: tuple[SettingRow, ...]
    unread: tuple[str, ...]

    @property
    def needs_choice(self) -> bool:
        """Whether somebody has changed a setting since: each has to be taken or left by a person."""
        return any(not setting.is_ours for setting in self.settings)


def compare_settings(entries: Iterable[JournalEntry], leftovers: Leftovers, host: HostIdentity) -> SettingsBack:
    """Compare the writes of one order with what the host has now; what is as it was before is left out.

    A setting that was written twice is compared from before the first write to after the last. A service that was
    running cannot be started from here, so that is left out too.
    """
    entries = tuple(entries)
    settings: list[SettingRow] = []
    unread: list[str] = []
    for kind, subject in dict.fromkeys((entry.kind, entry.subject) for entry in entries):
        of_it = [entry for entry in entries if (entry.kind, entry.subject) == (kind, subject)]
        now = _state(leftovers, kind, subject)
        if kind is None or now is None:
            unread.append(subject)
            continue
        row = SettingRow(kind, subject, of_it[0].before, of_it[-1].after, now)
        if row.was != now and (subject, row.was) != (STATE, RUNNING):
            settings.append(row)
    return SettingsBack(*revert_verb(entries), host, leftovers, tuple(settings), tuple(unread))


def settings_back(plan: SettingsBack, left: Collection[SettingRow] = ()) -> SettingOrder:
    """Return the order that takes everything back but the rows that are ``left``; what ends our connection comes last."""
    writes = [_write(plan, setting) for setting in plan.settings if setting not in left]
    writes.sort(key=lambda write: write.cuts)
    said = text("{back} {cuts}", back=_BACK, cuts=_CUTS) if any(write.cuts for write in writes) else _BACK
    if plan.unread:
        said = text("{said} Not read, so left alone: {names}.", said=said, names=", ".join(plan.unread))
    return SettingOrder(plan.verb, plan.host, tuple(writes), said, plan.lineage)


def _write(plan: SettingsBack, row: SettingRow) -> SettingWrite:
    return SettingWrite(row.kind, row.subject, row.now, row.was, _cuts(plan.leftovers, row))


def _cuts(leftovers: Leftovers, row: SettingRow) -> bool:
    """Whether our messages travel on what is closed by it."""
    match row.kind:
        case SubjectKind.LISTENER:
            return row.now != ABSENT and Listener.from_json(row.now).transport == leftovers.carrier.value
        case SubjectKind.FIREWALL_RULE:
            rules = leftovers.rules if not isinstance(leftovers.rules, HostError) else ()
            return row.was == DISABLED and any(r.name == row.subject and r.lets_in is leftovers.carrier for r in rules)
        case SubjectKind.SERVICE:
            return row.subject == STATE
    return False


def _state(leftovers: Leftovers, kind: SubjectKind | None, subject: str) -> str | None:
    """The setting as text, in the form that the journal has it; None where it was not read, or is not there."""
    match kind:
        case SubjectKind.SERVICE if not isinstance(leftovers.service, HostError):
            return leftovers.service.start_mode if subject == START_MODE else leftovers.service.state
        case SubjectKind.LISTENER if not isinstance(leftovers.listeners, HostError):
            return next((each.to_json() for each in leftovers.listeners if each.key == subject), ABSENT)
        case SubjectKind.FIREWALL_RULE if not isinstance(leftovers.rules, HostError):
            rule = next((each for each in leftovers.rules if each.name == subject), None)
            return None if rule is None else ENABLED if rule.enabled else DISABLED
        case SubjectKind.TOKEN_POLICY if not isinstance(leftovers.token_policy, HostError):
            value = leftovers.token_policy.value
            return ABSENT if value is None else str(value)
    return None
