"""Steps of Enable-PSRemoting, each with the state before it and each to be left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from gatepost.endpoints.configuration.access_mode import is_network_deny
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result, T
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.instance import Instance
from gatepost.endpoints.host.setting_change_set import SettingWrite
from gatepost.endpoints.host.setting_fixes import (
    create_listener,
    enable_listener,
    set_start_mode,
    set_token_policy,
    switch_rules,
    to_enable,
)
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import (
    ANY_ADDRESS,
    AUTOMATIC,
    DISABLED,
    HTTP,
    MANUAL,
    Carrier,
    FirewallRule,
    Listener,
    Profile,
    WinrmService,
)
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, english
from gatepost.security import EVERYONE, Ace, dacl_entries


class EnableStep(Enum):
    """The steps, in their order."""

    SERVICE = "service"
    LISTENER = "listener"
    FIREWALL = "firewall"
    PUBLIC_FIREWALL = "firewall, public networks"
    TOKEN_POLICY = "token policy"  # noqa: S105 - a policy about tokens
    ENDPOINTS = "endpoints"
    NETWORK_DENIES = "NETWORK"
    EVERYONE_DENIES = "Everyone"


ENDPOINT_STEPS = frozenset((EnableStep.ENDPOINTS, EnableStep.NETWORK_DENIES, EnableStep.EVERYONE_DENIES))
DEFAULT_STEPS = frozenset(EnableStep) - {EnableStep.TOKEN_POLICY}
"""What is ticked to begin with: the token policy only when asked for, because it weakens every local account."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Analysis by the host's own quick configuration: Microsoft's words, in the language of the host."""

    ready: bool
    results: str

    @classmethod
    def of(cls, instance: Instance) -> Analysis:
        """Read an Analyze_OUTPUT.

        Raises:
            DocumentError: it is something else.
        """
        if not instance.text("RemotingEnabled"):
            raise DocumentError("The answer is not an analysis.")
        return cls(instance.flag("RemotingEnabled"), "\n".join(instance.texts("Results")))


@dataclass(frozen=True, slots=True)
class EnableState:
    """A host as it is before remoting is enabled."""

    exposure: RemainingExposure
    analysis: Result[Analysis]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: what is there before it, whether it would change anything, and what it writes to the host's settings.

    One that ``is_unread`` cannot be taken: nobody knows what it would change.
    """

    step: EnableStep
    before: Text
    changes: bool = False
    is_unread: bool = False
    writes: tuple[SettingWrite, ...] = ()

    @property
    def title(self) -> Text:
        """What it does."""
        return _TITLES[self.step]

    @property
    def note(self) -> Text:
        """What else there is to know about it."""
        return _NOTES.get(self.step, NOTHING)


_TITLES = {
    EnableStep.SERVICE: ENDPOINTS.tr("Set the service to start automatically"),
    EnableStep.LISTENER: ENDPOINTS.tr("Create an HTTP listener on all addresses"),
    EnableStep.FIREWALL: ENDPOINTS.tr("Allow domain and private networks in the firewall"),
    EnableStep.PUBLIC_FIREWALL: ENDPOINTS.tr("Allow public networks in the firewall"),
    EnableStep.TOKEN_POLICY: ENDPOINTS.tr("Turn off remote UAC filtering"),
    EnableStep.ENDPOINTS: ENDPOINTS.tr("Enable all endpoints"),
    EnableStep.NETWORK_DENIES: ENDPOINTS.tr("Remove the NETWORK Deny entries"),
    EnableStep.EVERYONE_DENIES: ENDPOINTS.tr("Remove the Everyone Deny entries"),
}
_NOTES = {
    EnableStep.PUBLIC_FIREWALL: ENDPOINTS.tr("On Windows client editions, -SkipNetworkProfileCheck does this."),
    EnableStep.TOKEN_POLICY: ENDPOINTS.tr(
        "Sets LocalAccountTokenFilterPolicy to 1. Needed only for local accounts other than the "
        "built-in Administrator. Makes stolen passwords more dangerous."
    ),
    EnableStep.EVERYONE_DENIES: ENDPOINTS.tr(
        "Where an endpoint denies Everyone, all entries for Everyone are removed, as Enable-PSRemoting does."
    ),
}


def step_rows(
    exposure: Result[RemainingExposure] | None, snapshot: HostSnapshot, *, pending: bool = True
) -> tuple[StepRow, ...]:
    """Return all steps; without ``exposure`` those on the host's settings are not known, or not yet (``pending``)."""
    on_settings = [step for step in EnableStep if step not in ENDPOINT_STEPS]
    if exposure is None:
        unknown = ENDPOINTS.tr("Reading...") if pending else ENDPOINTS.tr("not known")
        rows = [StepRow(step, unknown, is_unread=not pending) for step in on_settings]
    elif isinstance(exposure, HostError):
        rows = [_unread(step, exposure) for step in on_settings]
    else:
        rows = _setting_rows(exposure)
    return (*rows, *_endpoint_rows(snapshot))


def settings_to_enable(rows: Iterable[StepRow], ticked: Collection[EnableStep]) -> tuple[SettingWrite, ...]:
    """Return the writes of the ticked steps on the host's settings; none where it is already so, or not known."""
    return tuple(write for row in rows if row.step in ticked for write in row.writes)


_Found = tuple[Text, tuple[SettingWrite, ...]]  # the state before a step, and what it writes


def _setting_rows(exposure: RemainingExposure) -> list[StepRow]:
    rules = partial(_rules, exposure.carrier)
    return [
        _setting_row(EnableStep.SERVICE, exposure.service, _service),
        _setting_row(EnableStep.LISTENER, exposure.listeners, _listener),
        _setting_row(EnableStep.FIREWALL, exposure.rules, partial(rules, public=False)),
        _setting_row(EnableStep.PUBLIC_FIREWALL, exposure.rules, partial(rules, public=True)),
        _setting_row(EnableStep.TOKEN_POLICY, exposure.token_policy, _token_policy),
    ]


def _setting_row(step: EnableStep, reading: Result[T], find: Callable[[T], _Found]) -> StepRow:
    if isinstance(reading, HostError):
        return _unread(step, reading)
    before, writes = find(reading)
    return StepRow(step, before, changes=bool(writes), writes=writes)


def _unread(step: EnableStep, error: HostError) -> StepRow:
    before = ENDPOINTS.tr("couldn't be read: {error}", error=error.summary)
    return StepRow(step, before, is_unread=True)


_NOW = {MANUAL: ENDPOINTS.tr("now Manual"), DISABLED: ENDPOINTS.tr("now Disabled")}


def _service(service: WinrmService) -> _Found:
    if service.start_mode == AUTOMATIC:
        return ENDPOINTS.tr("Automatic"), ()
    before = _NOW.get(service.start_mode, english("{mode}", mode=service.start_mode))
    return before, set_start_mode(service, AUTOMATIC).writes


def _listener(listeners: tuple[Listener, ...]) -> _Found:
    standard = (each for each in listeners if (each.address, each.transport) == (ANY_ADDRESS, HTTP))
    listener = next(standard, None)
    if listener is None:
        return ENDPOINTS.tr("none"), create_listener().writes
    if listener.enabled:
        return ENDPOINTS.tr("on port {port}", port=listener.port), ()
    if listener.from_policy:
        return ENDPOINTS.tr("disabled by policy"), ()
    return ENDPOINTS.tr("disabled"), enable_listener(listener).writes


def _rules(carrier: Carrier, rules: tuple[FirewallRule, ...], *, public: bool) -> _Found:
    meant = [r for r in rules if r.lets_in is Carrier.HTTP and (r.profiles == Profile.PUBLIC) is public]
    closed = to_enable(rules, public=public)
    if closed:
        writes = switch_rules(closed, enabled=True, carrier=carrier).writes
        return ENDPOINTS.tr("{count} disabled", count=len(closed)), writes
    if not meant:
        return ENDPOINTS.tr("none"), ()
    is_enabled = any(rule.enabled for rule in meant)
    return ENDPOINTS.tr("enabled") if is_enabled else ENDPOINTS.tr("disabled by policy"), ()


def _token_policy(policy: TokenPolicy) -> _Found:
    if policy.filters:
        return ENDPOINTS.tr("filtering is on"), set_token_policy(policy, 1).writes
    return ENDPOINTS.tr("filtering is off"), ()


def _endpoint_rows(snapshot: HostSnapshot) -> list[StepRow]:
    configurations = snapshot.configurations
    count = len(configurations)
    disabled = sum(not c.enabled for c in configurations)
    network, everyone = sum(map(_has_network_deny, configurations)), sum(map(_has_everyone_deny, configurations))
    endpoints_found = ENDPOINTS.tr("{disabled} of {count} disabled", disabled=disabled, count=count)
    denies_found = ENDPOINTS.tr("on {some} of {count} endpoints")
    return [
        StepRow(EnableStep.ENDPOINTS, endpoints_found, disabled > 0),
        StepRow(EnableStep.NETWORK_DENIES, denies_found.filled(some=network, count=count), network > 0),
        StepRow(EnableStep.EVERYONE_DENIES, denies_found.filled(some=everyone, count=count), everyone > 0),
    ]


def _has_network_deny(configuration: SessionConfiguration) -> bool:
    return any(is_network_deny(ace) for ace in _aces(configuration))


def _has_everyone_deny(configuration: SessionConfiguration) -> bool:
    """Whether it denies Everyone: Enable then takes every entry of Everyone away."""
    return any(ace.is_deny and ace.sid == EVERYONE and not ace.is_inherited for ace in _aces(configuration))


def _aces(configuration: SessionConfiguration) -> list[Ace]:
    return [ace for sddl in configuration.sddls for ace in dacl_entries(sddl)]
