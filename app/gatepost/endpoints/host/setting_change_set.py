"""Planned changes of a host's settings: each write with the state before and after."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.host.setting_state import KnownState, RunState
from gatepost.endpoints.host.settings import RUNNING
from gatepost.endpoints.text import ENDPOINTS, Text, english
from gatepost.endpoints.writes.journal_entry import Lineage, SubjectKind

TOKEN_POLICY = "LocalAccountTokenFilterPolicy"  # noqa: S105 - the name of a setting
RUNS = RunState(RUNNING)


@dataclass(frozen=True, slots=True)
class SettingWrite:
    """One write. ``subject`` is what the setting belongs to; ``cuts``: it ends the connection that it travels on."""

    subject: str
    before: KnownState
    after: KnownState
    cuts: bool = False

    @property
    def kind(self) -> SubjectKind:
        """Which setting of the subject it is."""
        return self.after.kind

    @property
    def is_change(self) -> bool:
        """Whether anything would be written."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class SettingChangeSet:
    """Change set of a host's settings. ``consequence`` is said before it is confirmed.

    ``lineage`` says what it reverts, or what it does once more.
    """

    verb: Text
    writes: tuple[SettingWrite, ...]
    consequence: Text
    lineage: Lineage | None = None

    @property
    def cuts(self) -> bool:
        """Whether it ends the connection that it travels on."""
        return any(write.cuts and write.is_change for write in self.writes)


def subject_text(kind: SubjectKind | None, subject: str) -> Text:
    """Return what is written to, for people; ``subject`` is its name in the journal."""
    match kind:
        case SubjectKind.LISTENER:
            return ENDPOINTS.tr("Listener {name}", name=subject)
        case SubjectKind.FIREWALL_RULE:
            return ENDPOINTS.tr("Firewall rule {name}", name=subject)
        case SubjectKind.START_MODE:
            return ENDPOINTS.tr("WinRM startup type")
        case SubjectKind.SERVICE_STATE:
            return ENDPOINTS.tr("WinRM service state")
        case _:
            return english("{name}", name=subject)
