"""Named actions: disable remoting, enable remoting, set the access mode of chosen endpoints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from gatepost.endpoints.access.findings import host_findings, left_open_by_windows
from gatepost.endpoints.access.summary import access_summary, opens_when_enabled
from gatepost.endpoints.changes import powershell
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import (
    local_default_of,
    with_mode,
    with_network_deny,
    without_everyone_deny,
    without_network_deny,
)
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host.enable_steps import ENDPOINT_STEPS, EnableStep
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, listed, sentences
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped
from gatepost.security import SddlError

ConfigurationEdit = Callable[[SessionConfiguration], SessionConfiguration]


def disable_remoting(snapshot: HostSnapshot, *, include_disabled: bool = False) -> ChangeSet:
    """Deny NETWORK on every endpoint that is enabled, as Disable-PSRemoting does in Windows PowerShell.

    Endpoints that are disabled stay out, as in Windows, unless ``include_disabled``: then they get the
    Deny too and stay disabled.
    """
    local_default = local_default_of(snapshot.windows_version)
    planned = [
        _planned(endpoint, lambda c: with_network_deny(c, local_default))
        if endpoint.enabled or include_disabled
        else Skipped(endpoint.name, _why_skipped(endpoint))
        for endpoint in snapshot.endpoints
    ]
    changes, skipped = _parted(planned)
    return ChangeSet(
        action=ActionKind.DISABLE_REMOTING,
        verb=ENDPOINTS.tr("Disable remoting"),
        host=snapshot.host,
        changes=changes,
        skipped=skipped,
        powershell=powershell.disable_remoting(include_disabled=include_disabled),
        warnings=_misread_warnings(snapshot),
    )


def enable_remoting(snapshot: HostSnapshot, steps: Collection[EnableStep] = ENDPOINT_STEPS) -> ChangeSet:
    """Enable every endpoint, take the Deny for NETWORK away, and Everyone's entries where one is a Deny.

    ``steps`` leaves some of the three out.
    """
    whole = set(steps) >= ENDPOINT_STEPS
    local_default = local_default_of(snapshot.windows_version)
    mode = AccessMode.REMOTE if whole else None
    changes, skipped = _parted(
        _planned(endpoint, lambda c: _enabled_for_remoting(c, steps, local_default), mode)
        for endpoint in snapshot.endpoints
    )
    return ChangeSet(
        action=ActionKind.ENABLE_REMOTING,
        verb=ENDPOINTS.tr("Enable remoting"),
        host=snapshot.host,
        changes=changes,
        skipped=skipped,
        powershell=powershell.enable_remoting(),
        warnings=tuple(finding.text for finding in host_findings(snapshot)),
    )


def set_access_mode(snapshot: HostSnapshot, names: Iterable[str], mode: AccessMode) -> ChangeSet:
    """Set one mode on the endpoints of those exact names."""
    selected = set(names)
    local_default = local_default_of(snapshot.windows_version)
    changes, skipped = _parted(
        _planned(endpoint, lambda c: with_mode(c, mode, local_default), mode)
        for endpoint in snapshot.endpoints
        if endpoint.name in selected
    )
    return ChangeSet(
        action=ActionKind.ACCESS_MODE,
        verb=_mode_verb(mode, selected),
        host=snapshot.host,
        changes=changes,
        skipped=skipped,
        powershell=powershell.set_access_mode([c.name for c in changes], mode.value),
        mode=mode,
    )


def _enabled_for_remoting(
    configuration: SessionConfiguration, steps: Collection[EnableStep], local_default: str
) -> SessionConfiguration:
    if EnableStep.EVERYONE_DENIES in steps:
        configuration = without_everyone_deny(configuration, local_default)
    if EnableStep.NETWORK_DENIES in steps:
        configuration = without_network_deny(configuration, local_default)
    return configuration.with_enabled(enabled=True) if EnableStep.ENDPOINTS in steps else configuration


def _planned(endpoint: Endpoint, edit: ConfigurationEdit, mode: AccessMode | None = None) -> EndpointChange | Skipped:
    """The change of one endpoint, which is to reach ``mode``, or why it cannot be edited."""
    try:
        after = edit(endpoint.configuration)
    except SddlError as error:
        reason = ENDPOINTS.tr("The descriptor can't be read, so it isn't changed: {error}", error=error)
        return Skipped(endpoint.name, reason)
    note = _why_not_reached(endpoint.edited(after), mode) if mode else NOTHING
    return EndpointChange(endpoint, after, note)


def _parted(
    planned: Iterable[EndpointChange | Skipped],
) -> tuple[tuple[EndpointChange, ...], tuple[Skipped, ...]]:
    each = tuple(planned)
    return (
        tuple(change for change in each if isinstance(change, EndpointChange)),
        tuple(skipped for skipped in each if isinstance(skipped, Skipped)),
    )


def _why_not_reached(after: Endpoint, mode: AccessMode) -> Text:
    """The switch may be unable to reach a mode: then the confirmation says what stands in the way."""
    reading = after.mode_state
    if reading.mode is mode:
        return NOTHING
    if reading.from_root_sddl:
        return ENDPOINTS.tr("Permissions are inherited from RootSDDL, which isn't changed here.")
    return sentences(_WILL_BE[reading.mode], reading.reason)


def _why_skipped(endpoint: Endpoint) -> Text:
    if access_summary(endpoint.when_enabled).unknown:
        return ENDPOINTS.tr(
            "Skipped because it's disabled. The descriptor can't be read: it might accept remote sessions when enabled."
        )
    if opens_when_enabled(endpoint):
        return ENDPOINTS.tr("Skipped because it's disabled. It accepts remote sessions when enabled.")
    return ENDPOINTS.tr("No change needed: it's disabled, and blocked for remote sessions when enabled.")


def _misread_warnings(snapshot: HostSnapshot) -> tuple[Text, ...]:
    names = [each.name for each in snapshot.endpoints if left_open_by_windows(each)]
    if not names:
        return ()
    return (
        ENDPOINTS.tr(
            "Disable-PSRemoting would leave {names} open: it mistakes a Deny for another account for the "
            "NETWORK Deny. Gatepost compares SIDs exactly.",
            names=listed(names),
        ),
    )


def _mode_verb(mode: AccessMode, names: Collection[str]) -> Text:
    one, several = _MODE_VERBS[mode]
    return one.filled(name=next(iter(names))) if len(names) == 1 else replace(several, count=len(names))


_MODE_VERBS = {
    AccessMode.REMOTE: (
        ENDPOINTS.tr("Set {name} to Remote"),
        ENDPOINTS.tr("Set %n endpoint to Remote", "Set %n endpoints to Remote", 2),
    ),
    AccessMode.LOCAL: (
        ENDPOINTS.tr("Set {name} to Local"),
        ENDPOINTS.tr("Set %n endpoint to Local", "Set %n endpoints to Local", 2),
    ),
    AccessMode.DISABLED: (
        ENDPOINTS.tr("Set {name} to Disabled"),
        ENDPOINTS.tr("Set %n endpoint to Disabled", "Set %n endpoints to Disabled", 2),
    ),
}
_WILL_BE = {
    AccessMode.REMOTE: ENDPOINTS.tr("Access will be Remote."),
    AccessMode.LOCAL: ENDPOINTS.tr("Access will be Local."),
    AccessMode.DISABLED: ENDPOINTS.tr("Access will be Disabled."),
    AccessMode.CUSTOM: ENDPOINTS.tr("Access will be Custom."),
}
