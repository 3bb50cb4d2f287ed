"""Changes of a host's settings before they are made: each write with what is there and what will be."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.configuration.journal_entry import Lineage, SubjectKind
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.host.settings import Listener
from gatepost.endpoints.text import Text, text

START_MODE, STATE = "WinRM start mode", "WinRM state"
TOKEN_POLICY = "LocalAccountTokenFilterPolicy"  # noqa: S105 - the name of a setting
ABSENT, ENABLED, DISABLED = "absent", "enabled", "disabled"


@dataclass(frozen=True, slots=True)
class SettingWrite:
    """One write. ``before`` and ``after`` are states as text, which the journal keeps and which can be compared.

    A service's are Windows' words, a rule's ENABLED or DISABLED, the token policy's a number or ABSENT, a listener's
    its JSON or ABSENT. ``cuts``: it ends the connection that it travels on.
    """

    kind: SubjectKind
    subject: str
    before: str
    after: str
    cuts: bool = False

    @property
    def is_change(self) -> bool:
        """Whether anything would be written."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class SettingOrder:
    """What one action would do to a host's settings. ``consequence`` is said before it is confirmed.

    ``lineage`` says what it reverts, or what it does once more.
    """

    verb: Text
    host: HostIdentity
    writes: tuple[SettingWrite, ...]
    consequence: Text
    lineage: Lineage | None = None

    @property
    def cuts(self) -> bool:
        """Whether it ends the connection that it travels on."""
        return any(write.cuts and write.is_change for write in self.writes)


def subject_words(write: SettingWrite) -> Text:
    """Return what is written to, for people."""
    match write.kind:
        case SubjectKind.LISTENER:
            return text("Listener {name}", name=write.subject)
        case SubjectKind.FIREWALL_RULE:
            return text("Firewall rule {name}", name=write.subject)
        case _:
            return text("{name}", name=write.subject)


def state_words(write: SettingWrite, state: str) -> Text:
    """Return a state of what is written to, for people."""
    if write.kind is SubjectKind.LISTENER and state != ABSENT:
        return _listener_words(state)
    known = _WORDS.get((write.subject if write.kind is SubjectKind.SERVICE else write.kind.value, state))
    return known or _WORDS.get(("", state)) or text("{state}", state=state)


_WORDS = {
    (START_MODE, "Auto"): text("Automatic"),
    (START_MODE, "Manual"): text("Manual"),
    (START_MODE, "Disabled"): text("disabled"),
    (STATE, "Running"): text("running"),
    (STATE, "Stopped"): text("stopped"),
    (SubjectKind.TOKEN_POLICY.value, "1"): text("1: remote UAC filtering is off"),
    (SubjectKind.TOKEN_POLICY.value, "0"): text("0: remote UAC filtering is on"),
    (SubjectKind.TOKEN_POLICY.value, ABSENT): text("not set: remote UAC filtering is on"),
    ("", ENABLED): text("enabled"),
    ("", DISABLED): text("disabled"),
    ("", ABSENT): text("absent"),
}


def _listener_words(state: str) -> Text:
    try:
        listener = Listener.from_json(state)
    except ValueError:
        return text("{state}", state=state)
    if listener.enabled:
        return text("port {port}", port=listener.port)
    return text("port {port}, disabled", port=listener.port)
