"""States of a host's settings, which are text only in the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from gatepost.endpoints.host.settings import Listener
from gatepost.endpoints.text import ENDPOINTS, Text, english
from gatepost.endpoints.writes.journal_entry import SubjectKind

_ABSENT, _ENABLED, _DISABLED = "absent", "enabled", "disabled"


@dataclass(frozen=True, slots=True)
class StartMode:
    """How the service starts, in the words of Win32_Service: Auto, Manual or Disabled."""

    kind: ClassVar = SubjectKind.START_MODE
    mode: str

    @property
    def note(self) -> str:
        """The state as the journal keeps it."""
        return self.mode

    @property
    def words(self) -> Text:
        """The state, for people."""
        return _START_WORDS.get(self.mode) or english("{state}", state=self.mode)


@dataclass(frozen=True, slots=True)
class RunState:
    """Whether the service runs, in the words of Win32_Service: Running, Stopped and others in between."""

    kind: ClassVar = SubjectKind.SERVICE_STATE
    state: str

    @property
    def note(self) -> str:
        """The state as the journal keeps it."""
        return self.state

    @property
    def words(self) -> Text:
        """The state, for people."""
        return _RUN_WORDS.get(self.state) or english("{state}", state=self.state)


@dataclass(frozen=True, slots=True)
class ListenerState:
    """A listener with what is needed to make it again; None where there is none."""

    kind: ClassVar = SubjectKind.LISTENER
    listener: Listener | None

    @classmethod
    def of(cls, listener: Listener) -> ListenerState:
        """Return the state of a listener, without what the host adds to it."""
        return cls(replace(listener, reaches=(), from_policy=False))

    @property
    def note(self) -> str:
        """The state as the journal keeps it."""
        return _ABSENT if self.listener is None else self.listener.to_json()

    @property
    def words(self) -> Text:
        """The state, for people."""
        if self.listener is None:
            return ENDPOINTS.tr("absent")
        if self.listener.enabled:
            return ENDPOINTS.tr("port {port}", port=self.listener.port)
        return ENDPOINTS.tr("port {port}, disabled", port=self.listener.port)


@dataclass(frozen=True, slots=True)
class RuleState:
    """Whether a firewall rule is enabled."""

    kind: ClassVar = SubjectKind.FIREWALL_RULE
    enabled: bool

    @property
    def note(self) -> str:
        """The state as the journal keeps it."""
        return _ENABLED if self.enabled else _DISABLED

    @property
    def words(self) -> Text:
        """The state, for people."""
        return ENDPOINTS.tr("enabled") if self.enabled else ENDPOINTS.tr("disabled")


@dataclass(frozen=True, slots=True)
class TokenPolicy:
    """LocalAccountTokenFilterPolicy; ``value`` None: there is no such value, which means the same as 0."""

    kind: ClassVar = SubjectKind.TOKEN_POLICY
    value: int | None

    @property
    def filters(self) -> bool:
        """Whether local administrators lose their rights when they come from the network (remote UAC filtering)."""
        return self.value != 1

    @property
    def note(self) -> str:
        """The state as the journal keeps it."""
        return _ABSENT if self.value is None else str(self.value)

    @property
    def words(self) -> Text:
        """The state, for people."""
        if self.value is None:
            return ENDPOINTS.tr("not set: remote UAC filtering is on")
        if self.value == 1:
            return ENDPOINTS.tr("1: remote UAC filtering is off")
        return ENDPOINTS.tr("{value}: remote UAC filtering is on", value=self.value)


@dataclass(frozen=True, slots=True)
class UnknownState:
    """A state that the journal keeps and this version does not understand."""

    note: str

    @property
    def words(self) -> Text:
        """The state as it was noted."""
        return english("{state}", state=self.note)


KnownState = StartMode | RunState | ListenerState | RuleState | TokenPolicy
SettingState = KnownState | UnknownState
ABSENT_LISTENER = ListenerState(None)
_START_WORDS = {
    "Auto": ENDPOINTS.tr("Automatic"),
    "Manual": ENDPOINTS.tr("Manual"),
    "Disabled": ENDPOINTS.tr("disabled"),
}
_RUN_WORDS = {"Running": ENDPOINTS.tr("running"), "Stopped": ENDPOINTS.tr("stopped")}


def read_state(kind: SubjectKind | None, note: str) -> SettingState:
    """Read a state that the journal keeps."""
    match kind:
        case SubjectKind.START_MODE:
            return StartMode(note)
        case SubjectKind.SERVICE_STATE:
            return RunState(note)
        case SubjectKind.LISTENER:
            return _read_listener(note)
        case SubjectKind.FIREWALL_RULE if note in (_ENABLED, _DISABLED):
            return RuleState(note == _ENABLED)
        case SubjectKind.TOKEN_POLICY if note == _ABSENT:
            return TokenPolicy(None)
        case SubjectKind.TOKEN_POLICY if note.isascii() and note.isdigit():
            return TokenPolicy(int(note))
    return UnknownState(note)


def _read_listener(note: str) -> SettingState:
    if note == _ABSENT:
        return ABSENT_LISTENER
    try:
        return ListenerState(Listener.from_json(note))
    except ValueError:
        return UnknownState(note)
