"""Remaining exposure after Disable-PSRemoting: the four things that it warns of, and what it does not mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.access.findings import left_open_by_windows
from gatepost.endpoints.access.summary import opens_when_enabled
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result, T
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import (
    ANY_ADDRESS,
    ANY_PROFILE,
    AUTOMATIC,
    DISABLED,
    HTTP,
    MANUAL,
    RUNNING,
    STOPPED,
    Carrier,
    FirewallRule,
    Listener,
    Profile,
    WinrmService,
)
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, english, listed


class ExposureSubject(Enum):
    """Subject of a row."""

    SERVICE = "service"
    LISTENERS = "listeners"
    FIREWALL = "firewall"
    TOKEN_POLICY = "token policy"  # noqa: S105 - a policy about tokens
    WINRS = "winrs"
    SKIPPED = "skipped endpoints"
    MISREAD = "misread endpoints"


class ExposureStatus(Enum):
    """Status of a setting: how it compares with what the cmdlets, and the four steps after Disable, would leave.

    The values stand in JSON reports and are not for people.
    """

    CLOSED = "Closed"
    OPEN = "Open"
    POLICY = "set by policy"
    OTHER = "neither"
    UNKNOWN = "could not be read"
    READING = "not read yet"


@dataclass(frozen=True, slots=True)
class RemainingExposure:
    """The four settings of one host at one moment; each was read by itself."""

    carrier: Carrier
    service: Result[WinrmService]
    listeners: Result[tuple[Listener, ...]]
    rules: Result[tuple[FirewallRule, ...]]
    token_policy: Result[TokenPolicy]


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """One thing that stays: its state, what that means, and how it compares."""

    subject: ExposureSubject
    title: Text
    state: Text
    meaning: Text
    status: ExposureStatus


def exposure_rows(exposure: Result[RemainingExposure] | None, snapshot: HostSnapshot) -> tuple[ExposureRow, ...]:
    """Return the rows: the four of Microsoft's warning first, in its order. One error may stand for all of them.

    None stands for what is still being read.
    """
    if exposure is None:
        reading = (_row(subject, NOTHING, NOTHING, ExposureStatus.READING) for subject in _OF_WARNING)
        return (*reading, *snapshot_rows(snapshot))
    if isinstance(exposure, HostError):
        return (*(_unread(subject, exposure) for subject in _OF_WARNING), *snapshot_rows(snapshot))
    return (
        *_rows(ExposureSubject.SERVICE, exposure.service, _service),
        *_rows(ExposureSubject.LISTENERS, exposure.listeners, _listeners),
        *_rows(ExposureSubject.FIREWALL, exposure.rules, _rules),
        *_rows(ExposureSubject.TOKEN_POLICY, exposure.token_policy, _token_policy),
        *snapshot_rows(snapshot),
    )


def snapshot_rows(snapshot: HostSnapshot) -> tuple[ExposureRow, ...]:
    """Return what stays open besides the four, which the host's endpoints and RootSDDL tell."""
    return (_winrs(), *_skipped(snapshot), *_misread(snapshot))


_OF_WARNING = (
    ExposureSubject.SERVICE,
    ExposureSubject.LISTENERS,
    ExposureSubject.FIREWALL,
    ExposureSubject.TOKEN_POLICY,
)
_TITLES = {
    ExposureSubject.SERVICE: ENDPOINTS.tr("WinRM service"),
    ExposureSubject.LISTENERS: ENDPOINTS.tr("Listeners"),
    ExposureSubject.FIREWALL: ENDPOINTS.tr("Firewall rules"),
    ExposureSubject.TOKEN_POLICY: ENDPOINTS.tr("LocalAccountTokenFilterPolicy"),
    ExposureSubject.WINRS: ENDPOINTS.tr("winrs (RootSDDL)"),
    ExposureSubject.SKIPPED: ENDPOINTS.tr("Disabled endpoints (skipped)"),
    ExposureSubject.MISREAD: ENDPOINTS.tr("Endpoints that Disable-PSRemoting leaves open"),
}


def _row(
    subject: ExposureSubject, state: Text, meaning: Text, status: ExposureStatus, title: Text = NOTHING
) -> ExposureRow:
    return ExposureRow(subject, title or _TITLES[subject], state, meaning, status)


def _rows(
    subject: ExposureSubject, reading: Result[T], rows_of: Callable[[T], Iterable[ExposureRow]]
) -> Iterable[ExposureRow]:
    if isinstance(reading, HostError):
        return [_unread(subject, reading)]
    return rows_of(reading)


def _unread(subject: ExposureSubject, error: HostError) -> ExposureRow:
    return _row(subject, error.summary, error.next_step, ExposureStatus.UNKNOWN)


def _service(service: WinrmService) -> Iterator[ExposureRow]:
    running = service.state == RUNNING
    if service.start_mode == DISABLED and running:
        meaning = ENDPOINTS.tr("Responds to requests until it's stopped or the host restarts.")
    elif running:
        meaning = ENDPOINTS.tr("Responds to WS-Management requests: remote management, winrs, event forwarding.")
    else:
        meaning = ENDPOINTS.tr("Doesn't respond to requests.")
    if service.start_mode == DISABLED and not running:
        status = ExposureStatus.CLOSED
    elif service.start_mode == AUTOMATIC and running:
        status = ExposureStatus.OPEN
    else:
        status = ExposureStatus.OTHER
    yield _row(ExposureSubject.SERVICE, _service_state(service), meaning, status)


def _service_state(service: WinrmService) -> Text:
    state_text = _SERVICE_STATES.get(
        (service.state, service.start_mode, service.delayed and service.start_mode == AUTOMATIC)
    )
    return state_text or listed((service.state, service.start_mode))


# By state, startup type, and whether it starts delayed.
_SERVICE_STATES = {
    (RUNNING, AUTOMATIC, True): ENDPOINTS.tr("Running, Automatic (Delayed Start)"),
    (RUNNING, AUTOMATIC, False): ENDPOINTS.tr("Running, Automatic"),
    (RUNNING, MANUAL, False): ENDPOINTS.tr("Running, Manual"),
    (RUNNING, DISABLED, False): ENDPOINTS.tr("Running, Disabled"),
    (STOPPED, AUTOMATIC, True): ENDPOINTS.tr("Stopped, Automatic (Delayed Start)"),
    (STOPPED, AUTOMATIC, False): ENDPOINTS.tr("Stopped, Automatic"),
    (STOPPED, MANUAL, False): ENDPOINTS.tr("Stopped, Manual"),
    (STOPPED, DISABLED, False): ENDPOINTS.tr("Stopped, Disabled"),
}


def _listeners(listeners: tuple[Listener, ...]) -> Iterator[ExposureRow]:
    if not listeners:
        meaning = ENDPOINTS.tr("The service doesn't accept requests from the network.")
        yield _row(ExposureSubject.LISTENERS, ENDPOINTS.tr("none"), meaning, ExposureStatus.CLOSED)
    for listener in listeners:
        title, state = ENDPOINTS.tr("Listener {name}", name=listener.key), _listener_state(listener)
        status = _listener_status(listener)
        yield _row(ExposureSubject.LISTENERS, state, _listener_meaning(listener), status, title)


def _listener_state(listener: Listener) -> Text:
    if not listener.enabled:
        return ENDPOINTS.tr("port {port}, disabled", port=listener.port)
    return ENDPOINTS.tr("port {port}, enabled", port=listener.port)


def _listener_meaning(listener: Listener) -> Text:
    if not listener.enabled:
        return ENDPOINTS.tr("Configured, but doesn't accept requests.")
    if listener.address == ANY_ADDRESS:
        return ENDPOINTS.tr("Listens on all addresses.")
    return ENDPOINTS.tr("Listens on this address only.")


def _listener_status(listener: Listener) -> ExposureStatus:
    if listener.from_policy:
        return ExposureStatus.POLICY
    standard = listener.enabled and listener.address == ANY_ADDRESS and listener.transport == HTTP
    return ExposureStatus.OPEN if standard else ExposureStatus.OTHER


def _rules(rules: tuple[FirewallRule, ...]) -> Iterator[ExposureRow]:
    if not rules:
        meaning = ENDPOINTS.tr("There are no predefined WinRM rules. Other rules might allow connections.")
        yield _row(ExposureSubject.FIREWALL, ENDPOINTS.tr("none"), meaning, ExposureStatus.CLOSED)
    for rule in rules:
        state = ENDPOINTS.tr("enabled for {where}") if rule.enabled else ENDPOINTS.tr("disabled for {where}")
        status = ExposureStatus.OPEN if rule.enabled else ExposureStatus.CLOSED
        yield _row(
            ExposureSubject.FIREWALL,
            state.filled(where=profile_words(rule.profiles)),
            _rule_meaning(rule),
            ExposureStatus.POLICY if rule.from_policy else status,
            ENDPOINTS.tr("Firewall rule {name}", name=rule.name),
        )


def _rule_meaning(rule: FirewallRule) -> Text:
    if not rule.enabled:
        return ENDPOINTS.tr("Blocks connections.")
    if rule.lets_in is None:
        return ENDPOINTS.tr("Allows connections on the compatibility port (80).")
    return ENDPOINTS.tr("Allows connections to {way} listeners.", way=rule.lets_in.value)


def profile_words(profiles: Profile) -> Text:
    """Return the networks that a rule holds for."""
    if profiles == ANY_PROFILE:
        return ENDPOINTS.tr("all networks")
    return _NETWORKS.get(profiles & (Profile.DOMAIN | Profile.PRIVATE | Profile.PUBLIC), ENDPOINTS.tr("no networks"))


_NETWORKS = {
    Profile.DOMAIN: ENDPOINTS.tr("domain networks"),
    Profile.PRIVATE: ENDPOINTS.tr("private networks"),
    Profile.PUBLIC: ENDPOINTS.tr("public networks"),
    Profile.DOMAIN | Profile.PRIVATE: ENDPOINTS.tr("domain and private networks"),
    Profile.DOMAIN | Profile.PUBLIC: ENDPOINTS.tr("domain and public networks"),
    Profile.PRIVATE | Profile.PUBLIC: ENDPOINTS.tr("private and public networks"),
}


def _token_policy(policy: TokenPolicy) -> Iterator[ExposureRow]:
    if policy.filters:
        meaning = ENDPOINTS.tr(
            "Local administrators other than the built-in Administrator get a filtered token over the network."
        )
    else:
        meaning = ENDPOINTS.tr("All local administrators get a full token over the network.")
    status = ExposureStatus.CLOSED if policy.filters else ExposureStatus.OPEN
    yield _row(ExposureSubject.TOKEN_POLICY, policy.words, meaning, status)


def _winrs() -> ExposureRow:
    meaning = ENDPOINTS.tr(
        "RootSDDL controls winrs and the tools built on winrs. Disable-PSRemoting doesn't change it."
    )
    return _row(ExposureSubject.WINRS, ENDPOINTS.tr("As RootSDDL allows"), meaning, ExposureStatus.OTHER)


def _skipped(snapshot: HostSnapshot) -> Iterator[ExposureRow]:
    names = [each.name for each in snapshot.endpoints if not each.enabled and opens_when_enabled(each)]
    if names:
        meaning = ENDPOINTS.tr("They might accept remote sessions as soon as they're enabled.")
        yield _row(ExposureSubject.SKIPPED, _counted(names), meaning, ExposureStatus.OPEN)


def _misread(snapshot: HostSnapshot) -> Iterator[ExposureRow]:
    names = [each.name for each in snapshot.endpoints if left_open_by_windows(each)]
    if names:
        meaning = ENDPOINTS.tr(
            "Disable-PSRemoting mistakes a Deny for another account for the NETWORK Deny. Disabling remoting in "
            "Gatepost blocks these endpoints."
        )
        yield _row(ExposureSubject.MISREAD, _counted(names), meaning, ExposureStatus.OPEN)


def _counted(names: list[str]) -> Text:
    few = listed(names[:3])
    few = english("{names} +{more}", names=few, more=len(names) - 3) if len(names) > 3 else few
    return ENDPOINTS.tr("{count}: {names}", count=len(names), names=few)
