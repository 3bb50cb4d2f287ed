"""One question to all hosts that have been read: every Deny, what somebody can open, every finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.endpoints.callers import SESSION_WAYS, USERS, Caller
from app.endpoints.can_get_in import Verdict, can_get_in, read_descriptor
from app.endpoints.findings import Severity, findings
from app.endpoints.principal import meant_by
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.snapshot import HostIdentity, HostSnapshot
from app.endpoints.text import Text, text
from app.security import Ace, Sid, ace_text

ROOT = "RootSDDL"


class Wanted(Enum):
    """What is looked for."""

    DENIES = "denies"
    ENTRIES = "entries"
    CAN_OPEN = "can open"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Query:
    """``words`` all have to be in a hit, in any case; of CAN_OPEN they are the principal, by name, SID or alias."""

    wanted: Wanted
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """``endpoint`` is "" for RootSDDL. ``tone``: "allow", "deny", "warning" or "muted"."""

    host: HostIdentity
    endpoint: str
    what: Text
    entry: str
    tone: str


def search(snapshot: HostSnapshot, query: Query) -> Iterator[Hit]:
    """Give what one host holds of it, endpoint by endpoint.

    CAN_OPEN takes the principal for an account, and for a group at once; in what other groups it is, nobody knows here.
    """
    if query.wanted is Wanted.CAN_OPEN:
        yield from _can_open(snapshot, query.words)
        return
    words = query.words.lower().split()
    found = _findings(snapshot) if query.wanted is Wanted.FINDINGS else _entries(snapshot, query.wanted)
    for hit in found:
        line = f"{hit.host.name} {hit.endpoint} {hit.what} {hit.entry}".lower()
        if all(word in line for word in words):
            yield hit


def principals(snapshot: HostSnapshot, typed: str) -> tuple[Sid, ...]:
    """Return whom the words mean on one host, as far as it has named its accounts."""
    return tuple(Sid.parse(found.sid) for found in meant_by(typed, snapshot.names)) if typed.strip() else ()


def _entries(snapshot: HostSnapshot, wanted: Wanted) -> Iterator[Hit]:
    for configuration in snapshot.configurations:
        for node in configuration.security_nodes:
            for ace in _dacl(node.sddl):
                if ace.is_deny or wanted is Wanted.ENTRIES:
                    yield _entry(snapshot, configuration.name, ace)
    for ace in _dacl(snapshot.root_sddl):
        if ace.is_deny or wanted is Wanted.ENTRIES:
            yield _entry(snapshot, "", ace)


def _entry(snapshot: HostSnapshot, endpoint: str, ace: Ace) -> Hit:
    what, tone = (text("Deny"), "deny") if ace.is_deny else (text("Allow"), "allow")
    if not ace.is_deny and not ace.is_allow:
        what, tone = text("Other entry"), "muted"
    return Hit(snapshot.host, endpoint, what, ace_text(ace, snapshot.names), tone)


def _dacl(sddl: str) -> tuple[Ace, ...]:
    descriptor = read_descriptor(sddl)
    return () if descriptor is None or descriptor.dacl is None else descriptor.dacl.aces


def _can_open(snapshot: HostSnapshot, typed: str) -> Iterator[Hit]:
    for sid in principals(snapshot, typed):
        caller = Caller(frozenset({sid, USERS}), user=sid)
        for configuration in snapshot.configurations:
            yield from _ways_in(snapshot, configuration, caller)


def _ways_in(snapshot: HostSnapshot, configuration: SessionConfiguration, caller: Caller) -> Iterator[Hit]:
    for way in SESSION_WAYS:
        answer = can_get_in(configuration, snapshot.root_sddl, caller, way, snapshot.names)
        if answer.verdict is Verdict.NO:
            continue
        sure = answer.verdict is Verdict.YES
        what = text("Can open: {way}", way=way.words) if sure else text("May open: {way}", way=way.words)
        yield Hit(snapshot.host, configuration.name, what, str(answer.why), "allow" if sure else "warning")


def _findings(snapshot: HostSnapshot) -> Iterator[Hit]:
    for configuration in snapshot.configurations:
        for finding in findings(configuration, snapshot.root_sddl, snapshot.names):
            warns = finding.severity is Severity.WARNING
            what = text("Warning") if warns else text("Remark")
            yield Hit(snapshot.host, configuration.name, what, str(finding.text), "warning" if warns else "muted")
