"""Changes that close what stays open, and the sequence that turns WinRM off completely."""

from __future__ import annotations

from dataclasses import replace

from gatepost.endpoints.errors import known
from gatepost.endpoints.host.exposure import ExposureSubject, RemainingExposure
from gatepost.endpoints.host.setting_change_set import TOKEN_POLICY, SettingChangeSet, SettingWrite
from gatepost.endpoints.host.setting_state import (
    ABSENT_LISTENER,
    ListenerState,
    RuleState,
    RunState,
    StartMode,
    TokenPolicy,
)
from gatepost.endpoints.host.settings import (
    ANY_ADDRESS,
    AUTOMATIC,
    HTTP,
    MANUAL,
    RUNNING,
    STOPPED,
    WINRM,
    Carrier,
    FirewallRule,
    Listener,
    Profile,
    WinrmService,
)
from gatepost.endpoints.host.settings import DISABLED as START_DISABLED
from gatepost.endpoints.text import ENDPOINTS, Text

_CUT_OFF = ENDPOINTS.tr(
    "This ends your connection and can't be undone from here. To undo it, use the host's console "
    "or another way to reach it, such as Remote Desktop."
)
_LOCAL_ACCOUNTS = ENDPOINTS.tr(
    "Local administrators other than the built-in Administrator will get a filtered token over the network. If "
    "you log on with such an account, your next connection will probably be refused."
)


def fixes(exposure: RemainingExposure, subject: ExposureSubject) -> tuple[SettingChangeSet, ...]:
    """Return what can be changed about one subject, each as a change set of its own; what ends our connection comes last."""
    match subject:
        case ExposureSubject.SERVICE:
            service = known(exposure.service)
            return _service_changes(service) if service is not None else ()
        case ExposureSubject.LISTENERS:
            listeners = known(exposure.listeners)
            return _listener_changes(listeners, exposure.carrier) if listeners is not None else ()
        case ExposureSubject.FIREWALL:
            return _rule_changes(known(exposure.rules) or (), exposure.carrier)
        case ExposureSubject.TOKEN_POLICY:
            policy = known(exposure.token_policy)
            return _token_changes(policy) if policy is not None else ()
    return ()


def full_shutdown(exposure: RemainingExposure) -> tuple[SettingChangeSet, ...]:
    """Return the changes that close what Disable-PSRemoting leaves, in an order that works from here.

    What ends our own connection comes last. Several of those cannot all be sent over it.
    """
    changes: list[SettingChangeSet] = []
    service, policy = known(exposure.service), known(exposure.token_policy)
    if policy is not None and not policy.filters:
        changes.append(set_token_policy(policy, 0))
    if service is not None and service.start_mode != START_DISABLED:
        changes.append(set_start_mode(service, START_DISABLED))
    changes += _closing_rules(known(exposure.rules) or (), exposure.carrier)
    own = [each for each in known(exposure.listeners) or () if not each.from_policy]
    changes += [delete_listener(listener, exposure.carrier) for listener in own]
    if service is not None and service.state == RUNNING:
        changes.append(stop_service(service))
    return tuple(sorted(changes, key=lambda change: change.cuts))


def set_start_mode(service: WinrmService, mode: str) -> SettingChangeSet:
    """Return the change that changes how the service starts; it goes on running."""
    consequences = {
        START_DISABLED: ENDPOINTS.tr(
            "The service keeps running now but won't start again after it stops or the host restarts."
        ),
        MANUAL: ENDPOINTS.tr("The service keeps running now. After the host restarts, it must be started manually."),
        AUTOMATIC: ENDPOINTS.tr("The service starts with the host. A delayed start becomes a regular one."),
    }
    verbs = {
        START_DISABLED: ENDPOINTS.tr("Set startup type to Disabled"),
        MANUAL: ENDPOINTS.tr("Set startup type to Manual"),
        AUTOMATIC: ENDPOINTS.tr("Set startup type to Automatic"),
    }
    write = SettingWrite(WINRM, StartMode(service.start_mode), StartMode(mode))
    return SettingChangeSet(verbs[mode], (write,), consequences[mode])


def stop_service(service: WinrmService) -> SettingChangeSet:
    """Return the change that stops the service: every request needs it, ours too."""
    write = SettingWrite(WINRM, RunState(service.state), RunState(STOPPED), cuts=True)
    consequence = ENDPOINTS.tr(
        "The host stops responding to all WS-Management requests, including winrs and event forwarding. All "
        "connections end, including this one. To start the service again, use the host's console or another tool."
    )
    return SettingChangeSet(ENDPOINTS.tr("Stop WinRM"), (write,), consequence)


def set_token_policy(policy: TokenPolicy, value: int | None) -> SettingChangeSet:
    """Return the change that sets LocalAccountTokenFilterPolicy to 0 or 1, or removes it (None)."""
    write = SettingWrite(TOKEN_POLICY, policy, TokenPolicy(value))
    if value == 1:
        consequence = ENDPOINTS.tr(
            "All local administrators keep full rights over the network, which makes stolen passwords more dangerous."
        )
        return SettingChangeSet(ENDPOINTS.tr("Turn off remote UAC filtering"), (write,), consequence)
    verb = (
        ENDPOINTS.tr("Turn on remote UAC filtering")
        if value == 0
        else ENDPOINTS.tr("Remove LocalAccountTokenFilterPolicy")
    )
    return SettingChangeSet(verb, (write,), _LOCAL_ACCOUNTS)


def delete_listener(listener: Listener, carrier: Carrier) -> SettingChangeSet:
    """Return the change that deletes a listener."""
    cuts = listener.enabled and carrier.value == listener.transport
    write = SettingWrite(listener.key, ListenerState.of(listener), ABSENT_LISTENER, cuts)
    consequence = ENDPOINTS.tr(
        "The host stops listening on this listener's address and port. Sessions that use it end."
    )
    verb = ENDPOINTS.tr("Delete the listener {name}", name=listener.key)
    return SettingChangeSet(verb, (write,), _CUT_OFF if cuts else consequence)


def create_listener() -> SettingChangeSet:
    """Return the change that makes the listener that Enable-PSRemoting makes: HTTP on every address, port 5985."""
    listener = Listener(ANY_ADDRESS, HTTP, 5985)
    write = SettingWrite(listener.key, ABSENT_LISTENER, ListenerState.of(listener))
    consequence = ENDPOINTS.tr("Listens on all addresses of the host, port 5985.")
    return SettingChangeSet(ENDPOINTS.tr("Create the HTTP listener"), (write,), consequence)


def enable_listener(listener: Listener) -> SettingChangeSet:
    """Return the change that has a listener take requests again."""
    after = ListenerState.of(replace(listener, enabled=True))
    write = SettingWrite(listener.key, ListenerState.of(listener), after)
    consequence = ENDPOINTS.tr("Listens on port {port}.", port=listener.port)
    return SettingChangeSet(ENDPOINTS.tr("Enable the listener {name}", name=listener.key), (write,), consequence)


def switch_rules(rules: tuple[FirewallRule, ...], *, enabled: bool, carrier: Carrier) -> SettingChangeSet:
    """Return the change that enables or disables firewall rules."""
    writes = tuple(
        SettingWrite(
            rule.name,
            RuleState(rule.enabled),
            RuleState(enabled),
            cuts=not enabled and rule.enabled and rule.lets_in is carrier,
        )
        for rule in sorted(rules, key=lambda rule: rule.lets_in is carrier)  # what cuts us off comes last
    )
    if enabled:
        consequence = ENDPOINTS.tr("The firewall allows WinRM connections on the networks in these rules.")
        return SettingChangeSet(ENDPOINTS.tr("Enable the firewall rules"), writes, consequence)
    consequence = ENDPOINTS.tr("These rules no longer allow WinRM connections. Other rules might still allow them.")
    cut = any(write.cuts for write in writes)
    return SettingChangeSet(ENDPOINTS.tr("Disable the firewall rules"), writes, _CUT_OFF if cut else consequence)


def to_enable(rules: tuple[FirewallRule, ...], *, public: bool) -> tuple[FirewallRule, ...]:
    """Return the disabled rules that Enable-PSRemoting would enable: for public networks alone, or the others."""
    return tuple(
        rule
        for rule in rules
        if not rule.enabled
        and not rule.from_policy
        and rule.lets_in is Carrier.HTTP
        and (rule.profiles == Profile.PUBLIC) is public
    )


def _service_changes(service: WinrmService) -> tuple[SettingChangeSet, ...]:
    modes = [mode for mode in (START_DISABLED, MANUAL, AUTOMATIC) if mode != service.start_mode]
    changes = [set_start_mode(service, mode) for mode in modes]
    return (*changes, stop_service(service)) if service.state == RUNNING else tuple(changes)


def _listener_changes(listeners: tuple[Listener, ...], carrier: Carrier) -> tuple[SettingChangeSet, ...]:
    own = [listener for listener in listeners if not listener.from_policy]
    changes = [enable_listener(listener) for listener in own if not listener.enabled]
    changes += [delete_listener(listener, carrier) for listener in own]
    if not any(each.address == ANY_ADDRESS and each.transport == HTTP for each in listeners):
        changes.append(create_listener())
    return tuple(sorted(changes, key=lambda change: change.cuts))


def _rule_changes(rules: tuple[FirewallRule, ...], carrier: Carrier) -> tuple[SettingChangeSet, ...]:
    closed = (*to_enable(rules, public=False), *to_enable(rules, public=True))
    opening = [switch_rules(closed, enabled=True, carrier=carrier)] if closed else []
    return (*opening, *_closing_rules(rules, carrier))


def _closing_rules(rules: tuple[FirewallRule, ...], carrier: Carrier) -> list[SettingChangeSet]:
    open_rules = tuple(rule for rule in rules if rule.enabled and not rule.from_policy)
    return [switch_rules(open_rules, enabled=False, carrier=carrier)] if open_rules else []


def _token_changes(policy: TokenPolicy) -> tuple[SettingChangeSet, ...]:
    values: tuple[int | None, ...] = (0, None) if not policy.filters else (1,)
    return tuple(set_token_policy(policy, value) for value in values)


def why_not_all(changes: tuple[SettingChangeSet, ...]) -> Text | None:
    """Return what to say where more than one change ends the connection; None where all can be sent."""
    if sum(change.cuts for change in changes) < 2:
        return None
    return ENDPOINTS.tr(
        'Each step marked "disconnects" ends this connection, so you can do only one of them from here, and it '
        "must come last. Do the others at the host's console."
    )
