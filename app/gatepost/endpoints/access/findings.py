"""Findings: what a careful reviewer would want pointed out about one endpoint, or about a host as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from gatepost.endpoints.access.summary import access_summary, opens_when_enabled
from gatepost.endpoints.access.tokens import is_broad
from gatepost.endpoints.configuration.access_mode import FULL_CONTROL, AccessMode, is_network_deny
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.principal import names_administrators
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.visible import one_line
from gatepost.security import (
    NETWORK,
    NO_ACCOUNTS,
    Accounts,
    SecurityDescriptor,
    Sid,
    TooComplexError,
    dacl_entries,
    read_descriptor,
)
from gatepost.security.edit.windows_cmdlets import (
    is_canonical_for_windows,
    matches_network_pattern,
    removed_as_network_deny,
    taken_for_network_deny,
)

DEFAULT_ENDPOINT = "microsoft.powershell"
_DEFAULT_URI = f"http://schemas.microsoft.com/powershell/{DEFAULT_ENDPOINT}"


class Severity(Enum):
    """Severity of a finding."""

    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``code`` is stable and for filters and tests."""

    severity: Severity
    code: str
    text: Text


_DEFAULT_MISSING = Finding(
    Severity.WARNING,
    "default-missing",
    ENDPOINTS.tr(
        "{name}, the endpoint that clients use by default, is missing: Enter-PSSession and Invoke-Command fail unless they "
        "name another endpoint. To register it, run Enable-PSRemoting on the host in Windows PowerShell; Gatepost can't.",
        name=DEFAULT_ENDPOINT,
    ),
)


def findings(endpoint: Endpoint, accounts: Accounts = NO_ACCOUNTS) -> tuple[Finding, ...]:
    """Return all remarks about the endpoint, warnings first."""
    remarks = [
        *_about_mode(endpoint, accounts),
        *_about_entries(endpoint, accounts),
        *_about_identity(endpoint.configuration, accounts),
        *_about_library(endpoint),
    ]
    return tuple(sorted(remarks, key=lambda f: f.severity is not Severity.WARNING))


def misread_by_windows(configuration: SessionConfiguration) -> bool:
    """Whether Windows' Disable-PSRemoting would take another account's Deny for the NETWORK one and change nothing.

    The cmdlet matches the text of the SID against a pattern; the outcome is measured with Microsoft's ACL code,
    not reproduced on a host.
    """
    if any(is_network_deny(a) and a.mask == FULL_CONTROL for a in dacl_entries(configuration.sddl or "")):
        return False
    return _mistaken_for_network(configuration, taken_for_network_deny) is not None


def left_open_by_windows(endpoint: Endpoint) -> bool:
    """Whether the misreading matters: Windows skips disabled endpoints, and a closed one stays closed."""
    open_modes = (AccessMode.REMOTE, AccessMode.CUSTOM)
    return endpoint.mode_state.mode in open_modes and misread_by_windows(endpoint.configuration)


def deny_taken_by_windows(configuration: SessionConfiguration) -> Sid | None:
    """Return the account whose Deny Windows' Enable-PSRemoting would take away instead of NETWORK's, or None."""
    return _mistaken_for_network(configuration, removed_as_network_deny)


def _mistaken_for_network(
    configuration: SessionConfiguration, cmdlet: Callable[[SecurityDescriptor], Sid | None]
) -> Sid | None:
    """The account other than NETWORK whose Deny a cmdlet finds; None too where that takes too long to work out."""
    descriptor = read_descriptor(configuration.sddl or "")
    denied = {ace.sid for ace in dacl_entries(configuration.sddl or "") if ace.is_deny} - {NETWORK}
    if descriptor is None or not any(map(matches_network_pattern, denied)):
        return None
    try:
        mistaken = cmdlet(descriptor)
    except TooComplexError:
        return None
    return mistaken if mistaken != NETWORK else None


def refused_by_windows(sddl: str) -> bool:
    """Whether Windows' cmdlets fail on the descriptor, because its entries are not in canonical order."""
    descriptor = read_descriptor(sddl)
    return descriptor is not None and not is_canonical_for_windows(descriptor)


def _warn(code: str, text: Text) -> Finding:
    return Finding(Severity.WARNING, code, text)


def _info(code: str, text: Text) -> Finding:
    return Finding(Severity.INFO, code, text)


def _about_mode(endpoint: Endpoint, accounts: Accounts) -> Iterator[Finding]:
    reading = endpoint.mode_state
    if reading.mode is AccessMode.CUSTOM:
        yield Finding(Severity.WARNING, "custom", reading.reason)
    if reading.mode is AccessMode.DISABLED and opens_when_enabled(endpoint):
        if access_summary(endpoint.when_enabled).unknown:
            yield _info(
                "unreadable",
                ENDPOINTS.tr("The descriptor can't be read: the endpoint might accept remote sessions when enabled."),
            )
        else:
            yield _info("opens-when-enabled", ENDPOINTS.tr("Accepts remote sessions when enabled."))
    if reading.from_root_sddl:
        yield _info("no-descriptor", _about_root_sddl(endpoint))
    if left_open_by_windows(endpoint):
        yield _warn(
            "misread",
            ENDPOINTS.tr(
                "Disable-PSRemoting would leave this endpoint open: it mistakes a Deny for another account "
                "for the NETWORK Deny.",
            ),
        )
    taken = deny_taken_by_windows(endpoint.configuration)
    if taken is not None:
        yield _warn(
            "takes-deny",
            ENDPOINTS.tr(
                "Enable-PSRemoting would remove the Deny for {account}.",
                account=accounts.name_of(taken),
            ),
        )


def _about_root_sddl(endpoint: Endpoint) -> Text:
    if not endpoint.configuration.security_nodes:
        return ENDPOINTS.tr("Permissions are inherited from RootSDDL.")
    return ENDPOINTS.tr(
        "No security descriptor of the endpoint applies to its sessions, so RootSDDL decides who can open one."
    )


def _about_entries(endpoint: Endpoint, accounts: Accounts) -> Iterator[Finding]:
    configuration = endpoint.configuration
    entries = chain.from_iterable(map(dacl_entries, configuration.sddls))
    if any(map(refused_by_windows, configuration.sddls)):
        yield _warn(
            "order",
            ENDPOINTS.tr("The entries aren't in canonical order, so the Windows cmdlets can't edit them. Use Reorder."),
        )
    entrants = access_summary(endpoint)
    for sid in entrants.unconditional:
        if is_broad(sid):
            yield _warn("everyone", ENDPOINTS.tr("{who} can open sessions.", who=accounts.short_name_of(sid)))
    if not entrants.complete:
        yield _warn("too-complex", ENDPOINTS.tr("The permissions are too complex to evaluate completely."))
    if any(a.is_callback and not a.is_inherit_only for a in entries):
        yield _info(
            "conditional",
            ENDPOINTS.tr("There are conditional entries: what they grant depends on the user and the connection."),
        )
    if entrants.others_denied:
        yield _info("others-denied", ENDPOINTS.tr("Some accounts or groups are denied access."))


def _about_library(endpoint: Endpoint) -> Iterator[Finding]:
    if endpoint.library_missing:
        yield _warn(
            "library-missing",
            ENDPOINTS.tr(
                "The endpoint's library, {file}, is missing on the host, so no session can be opened. That "
                "version of PowerShell was probably removed; unregister the endpoint on the host.",
                file=endpoint.configuration.filename,
            ),
        )


def _about_identity(configuration: SessionConfiguration, accounts: Accounts) -> Iterator[Finding]:
    run_as = configuration.run_as
    if run_as.user:
        yield _info("run-as", ENDPOINTS.tr("Sessions run as {user}, not as the connected user.", user=run_as.user))
    groups = run_as.virtual_account_groups
    if run_as.virtual_account and (not groups or any(names_administrators(group, accounts) for group in groups)):
        yield _warn(
            "virtual-admin", ENDPOINTS.tr("Sessions run as a virtual account, which is an administrator of the host.")
        )
    if one_line(configuration.name) != configuration.name:
        yield _warn(
            "name", ENDPOINTS.tr("The name contains characters that are invisible or change the text direction.")
        )


def host_findings(snapshot: HostSnapshot) -> tuple[Finding, ...]:
    """Return all findings about the host, warnings first."""
    return (_DEFAULT_MISSING,) if is_default_endpoint_missing(snapshot) else ()


def is_default_endpoint_missing(snapshot: HostSnapshot) -> bool:
    """Whether the host lacks the endpoint that clients use where they name none; they find it by its URI.

    A plug-in of that name that is no endpoint or can't be read, or one without a readable name, may be it. A registry
    export may hold a part of the endpoints only; it tells nothing.
    """
    if any(uri.lower() == _DEFAULT_URI for each in snapshot.configurations for uri in each.resource_uris):
        return False
    unclear = {*(name.lower() for name in snapshot.other_plugins), *(p.name.lower() for p in snapshot.unreadable)}
    return unclear.isdisjoint((DEFAULT_ENDPOINT, "")) and bool(snapshot.host.account)
