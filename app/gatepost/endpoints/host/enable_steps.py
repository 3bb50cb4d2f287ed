"""Steps of Enable-PSRemoting, each with the state before it and each to be left out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from functools import partial

from gatepost.endpoints.configuration.access_mode import is_network_deny
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.endpoints.errors import HostError, Result, T, known
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.instance import Instance
from gatepost.endpoints.host.setting_change_set import SettingChangeSet
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
class StepState:
    """State before a step, and whether the step would change anything."""

    before: Text
    changes: bool = False
    is_unread: bool = False


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: what it does, what is there before it, and whether it would change anything.

    One that ``is_unread`` cannot be taken: nobody knows what it would change.
    """

    step: EnableStep
    title: Text
    before: Text
    changes: bool
    note: Text = NOTHING
    is_unread: bool = False


def step_rows(
    exposure: Result[RemainingExposure] | None, snapshot: HostSnapshot, *, pending: bool = True
) -> tuple[StepRow, ...]:
    """Return all steps; without ``exposure`` those on the host's settings are not known, or not yet (``pending``)."""
    return (*_setting_rows(exposure, pending=pending), *_endpoint_rows(snapshot))


def settings_to_enable(
    exposure: RemainingExposure | None, ticked: Collection[EnableStep], host: HostIdentity
) -> SettingChangeSet:
    """Return the writes of the ticked steps on the host's settings; none where it is already so, or not known."""
    changes: list[SettingChangeSet] = []
    if exposure is not None:
        service, listeners = known(exposure.service), known(exposure.listeners)
        rules, policy = known(exposure.rules) or (), known(exposure.token_policy)
        if EnableStep.SERVICE in ticked and service is not None and service.start_mode != AUTOMATIC:
            changes.append(set_start_mode(service, AUTOMATIC, host))
        if EnableStep.LISTENER in ticked and listeners is not None:
            listener = _standard(listeners)
            if listener is None:
                changes.append(create_listener(host))
            elif not listener.enabled and not listener.from_policy:
                changes.append(enable_listener(listener, host))
        for step, public in ((EnableStep.FIREWALL, False), (EnableStep.PUBLIC_FIREWALL, True)):
            closed = to_enable(rules, public=public)
            if step in ticked and closed:
                changes.append(switch_rules(closed, enabled=True, host=host, carrier=exposure.carrier))
        if EnableStep.TOKEN_POLICY in ticked and policy is not None and policy.filters:
            changes.append(set_token_policy(policy, 1, host))
    writes = tuple(write for change in changes for write in change.writes)
    return SettingChangeSet(ENDPOINTS.tr("Enable remoting"), host, writes, NOTHING)


def has_network_deny(configuration: SessionConfiguration) -> bool:
    """Whether the endpoint holds a Deny for NETWORK that Enable takes away."""
    return any(is_network_deny(ace) for ace in _aces(configuration))


def has_everyone_deny(configuration: SessionConfiguration) -> bool:
    """Whether the endpoint denies Everyone: Enable then takes every entry of Everyone away."""
    return any(ace.is_deny and ace.sid == EVERYONE and not ace.is_inherited for ace in _aces(configuration))


def _aces(configuration: SessionConfiguration) -> list[Ace]:
    return [ace for sddl in configuration.sddls for ace in dacl_entries(sddl)]


def _setting_rows(exposure: Result[RemainingExposure] | None, *, pending: bool) -> tuple[StepRow, ...]:
    titles = {
        EnableStep.SERVICE: ENDPOINTS.tr("Set the service to start automatically"),
        EnableStep.LISTENER: ENDPOINTS.tr("Create an HTTP listener on all addresses"),
        EnableStep.FIREWALL: ENDPOINTS.tr("Allow domain and private networks in the firewall"),
        EnableStep.PUBLIC_FIREWALL: ENDPOINTS.tr("Allow public networks in the firewall"),
        EnableStep.TOKEN_POLICY: ENDPOINTS.tr("Turn off remote UAC filtering"),
    }
    if exposure is None or isinstance(exposure, HostError):
        unknown = ENDPOINTS.tr("Reading...") if pending else ENDPOINTS.tr("not known")
        unknown = unknown if exposure is None else _unread(exposure)
        is_unread = exposure is not None or not pending
        return tuple(StepRow(step, title, unknown, False, is_unread=is_unread) for step, title in titles.items())
    states = {
        EnableStep.SERVICE: _state_of(exposure.service, _service),
        EnableStep.LISTENER: _state_of(exposure.listeners, _listener),
        EnableStep.FIREWALL: _state_of(exposure.rules, partial(_rules, public=False)),
        EnableStep.PUBLIC_FIREWALL: _state_of(exposure.rules, partial(_rules, public=True)),
        EnableStep.TOKEN_POLICY: _state_of(exposure.token_policy, _token_policy),
    }
    notes = {
        EnableStep.PUBLIC_FIREWALL: ENDPOINTS.tr("On Windows client editions, -SkipNetworkProfileCheck does this."),
        EnableStep.TOKEN_POLICY: ENDPOINTS.tr(
            "Sets LocalAccountTokenFilterPolicy to 1. Needed only for local accounts other than the "
            "built-in Administrator. Makes stolen passwords more dangerous."
        ),
    }
    return tuple(
        StepRow(step, titles[step], state.before, state.changes, notes.get(step, NOTHING), state.is_unread)
        for step, state in states.items()
    )


def _state_of(reading: Result[T], state: Callable[[T], StepState]) -> StepState:
    if isinstance(reading, HostError):
        return StepState(_unread(reading), is_unread=True)
    return state(reading)


def _unread(error: HostError) -> Text:
    return ENDPOINTS.tr("couldn't be read: {error}", error=error.summary)


_NOW = {MANUAL: ENDPOINTS.tr("now Manual"), DISABLED: ENDPOINTS.tr("now Disabled")}


def _service(service: WinrmService) -> StepState:
    if service.start_mode == AUTOMATIC:
        return StepState(ENDPOINTS.tr("Automatic"))
    return StepState(_NOW.get(service.start_mode, english("{mode}", mode=service.start_mode)), changes=True)


def _standard(listeners: tuple[Listener, ...]) -> Listener | None:
    return next((each for each in listeners if (each.address, each.transport) == (ANY_ADDRESS, HTTP)), None)


def _listener(listeners: tuple[Listener, ...]) -> StepState:
    listener = _standard(listeners)
    if listener is None:
        return StepState(ENDPOINTS.tr("none"), changes=True)
    if listener.enabled:
        return StepState(ENDPOINTS.tr("on port {port}", port=listener.port))
    if listener.from_policy:
        return StepState(ENDPOINTS.tr("disabled by policy"))
    return StepState(ENDPOINTS.tr("disabled"), changes=True)


def _rules(rules: tuple[FirewallRule, ...], *, public: bool) -> StepState:
    meant = [r for r in rules if r.lets_in is Carrier.HTTP and (r.profiles == Profile.PUBLIC) is public]
    closed = to_enable(tuple(meant), public=public)
    if not meant:
        return StepState(ENDPOINTS.tr("none"))
    if not closed:
        return StepState(
            ENDPOINTS.tr("enabled") if any(rule.enabled for rule in meant) else ENDPOINTS.tr("disabled by policy")
        )
    return StepState(ENDPOINTS.tr("{count} disabled", count=len(closed)), changes=True)


def _token_policy(policy: TokenPolicy) -> StepState:
    if policy.filters:
        return StepState(ENDPOINTS.tr("filtering is on"), changes=True)
    return StepState(ENDPOINTS.tr("filtering is off"))


def _endpoint_rows(snapshot: HostSnapshot) -> tuple[StepRow, ...]:
    configurations = snapshot.configurations
    disabled = sum(not c.enabled for c in configurations)
    network, everyone = sum(map(has_network_deny, configurations)), sum(map(has_everyone_deny, configurations))
    return (
        StepRow(
            EnableStep.ENDPOINTS, ENDPOINTS.tr("Enable all endpoints"),
            ENDPOINTS.tr("{disabled} of {count} disabled", disabled=disabled, count=len(configurations)), disabled > 0,
        ),
        StepRow(
            EnableStep.NETWORK_DENIES, ENDPOINTS.tr("Remove the NETWORK Deny entries"),
            ENDPOINTS.tr("on {some} of {count} endpoints", some=network, count=len(configurations)), network > 0,
        ),
        StepRow(
            EnableStep.EVERYONE_DENIES, ENDPOINTS.tr("Remove the Everyone Deny entries"),
            ENDPOINTS.tr("on {some} of {count} endpoints", some=everyone, count=len(configurations)), everyone > 0,
            ENDPOINTS.tr("Where an endpoint denies Everyone, all entries for Everyone are removed, as Enable-PSRemoting does."),
        ),
    )  # fmt: skip
