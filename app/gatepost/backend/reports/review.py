"""Review of hosts as values: the contents of a report, failures included. English, for files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from gatepost import __version__
from gatepost.endpoints.access.findings import Finding, Severity, findings, host_findings
from gatepost.endpoints.access.summary import AccessSummary, access_summary, summary_text
from gatepost.endpoints.condition_text import condition_text
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import Family, SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot, UnreadablePlugin
from gatepost.endpoints.errors import Result
from gatepost.endpoints.host.exposure import (
    ExposureRow,
    ExposureStatus,
    ExposureSubject,
    RemainingExposure,
    exposure_rows,
)
from gatepost.endpoints.host_kind import HostKind
from gatepost.security import Accounts, Ace, Sid, dacl_entries, rights_text


@dataclass(frozen=True, slots=True)
class ReviewedEntry:
    """One entry of a list of permissions. ``resource`` is the URI whose descriptor it stands in, or RootSDDL."""

    type: str
    principal: str
    sid: str
    rights: str
    condition: str
    inherited: bool
    resource: str


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """A remark; ``code`` is stable."""

    severity: Severity
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewedEndpoint:
    """One endpoint. ``network`` and ``local`` are who can open a session that way, ``who`` says it in one line."""

    name: str
    powershell: str
    kind: str
    run_as: str
    enabled: bool
    mode: AccessMode
    reason: str
    who: str
    network: tuple[str, ...]
    local: tuple[str, ...]
    entries: tuple[ReviewedEntry, ...]
    findings: tuple[ReviewedFinding, ...]
    descriptors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewedSetting:
    """What surrounds the endpoints: service, listeners, firewall, token policy, winrs. ``standing`` compares its state."""

    subject: ExposureSubject
    title: str
    state: str
    meaning: str
    standing: ExposureStatus


@dataclass(frozen=True, slots=True)
class ReviewedHost:
    """One host, or why it could not be read: then ``problem`` says so and nothing else is known.

    ``settings`` is empty where they were not asked for, as for a file.
    """

    name: str
    account: str = ""
    authentication: str = ""
    encrypted: bool = False
    practice: bool = False
    read_at: str = ""
    root_sddl: str = ""
    endpoints: tuple[ReviewedEndpoint, ...] = ()
    unreadable: tuple[UnreadablePlugin, ...] = ()
    other_plugins: tuple[str, ...] = ()
    findings: tuple[ReviewedFinding, ...] = ()
    root_entries: tuple[ReviewedEntry, ...] = ()
    settings: tuple[ReviewedSetting, ...] = ()
    problem: str = ""

    def count(self, mode: AccessMode) -> int:
        """Return how many endpoints are in that mode."""
        return sum(endpoint.mode is mode for endpoint in self.endpoints)


@dataclass(frozen=True, slots=True)
class Review:
    """All hosts of one report, in the order in which they were named."""

    hosts: tuple[ReviewedHost, ...]
    made_at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    app_version: str = __version__

    @property
    def failed(self) -> tuple[ReviewedHost, ...]:
        """The hosts that could not be read."""
        return tuple(host for host in self.hosts if host.problem)


def with_settings(host: ReviewedHost, exposure: Result[RemainingExposure], snapshot: HostSnapshot) -> ReviewedHost:
    """Return a host with what surrounds its endpoints, as far as that could be read."""
    return replace(host, settings=tuple(map(_setting, exposure_rows(exposure, snapshot))))


def reviewed_host(snapshot: HostSnapshot, exposure: Result[RemainingExposure] | None = None) -> ReviewedHost:
    """Return what there is to say of a host; ``exposure`` where they were asked for as well."""
    host: HostIdentity = snapshot.host
    reviewed = ReviewedHost(
        name=host.name,
        account=host.account,
        authentication=host.authentication,
        encrypted=host.encrypted,
        practice=host.kind is HostKind.PRACTICE,
        read_at=snapshot.read_at,
        root_sddl=snapshot.root_sddl,
        endpoints=tuple(_endpoint(each, snapshot.accounts) for each in snapshot.endpoints),
        unreadable=snapshot.unreadable,
        other_plugins=snapshot.other_plugins,
        findings=tuple(map(_finding, host_findings(snapshot))),
        root_entries=tuple(_entry(ace, "RootSDDL", snapshot.accounts) for ace in dacl_entries(snapshot.root_sddl)),
    )
    return reviewed if exposure is None else with_settings(reviewed, exposure, snapshot)


def _setting(row: ExposureRow) -> ReviewedSetting:
    return ReviewedSetting(row.subject, str(row.title), str(row.state), str(row.meaning), row.status)


def _endpoint(endpoint: Endpoint, accounts: Accounts) -> ReviewedEndpoint:
    configuration, reading, entrants = endpoint.configuration, endpoint.mode_state, access_summary(endpoint)
    return ReviewedEndpoint(
        name=configuration.name,
        powershell=_powershell(configuration),
        kind=configuration.kind_text,
        run_as=configuration.run_as.user or ("virtual account" if configuration.run_as.virtual_account else ""),
        enabled=configuration.enabled,
        mode=reading.mode,
        reason=str(reading.reason),
        who=str(summary_text(entrants, accounts)),
        network=_people(entrants, entrants.network, entrants.network_conditional, accounts),
        local=_people(entrants, entrants.local, entrants.local_conditional, accounts),
        entries=tuple(_entries(endpoint, accounts)),
        findings=tuple(map(_finding, findings(endpoint, accounts))),
        descriptors=configuration.sddls,
    )


def _finding(finding: Finding) -> ReviewedFinding:
    return ReviewedFinding(finding.severity, finding.code, str(finding.text))


def _powershell(configuration: SessionConfiguration) -> str:
    version = configuration.version or ("6+" if configuration.family is Family.POWERSHELL else "Windows PowerShell")
    return f"{version} (32-bit)" if configuration.architecture_bits == 32 else version


def _people(
    entrants: AccessSummary, sids: tuple[Sid, ...], conditional: frozenset[Sid], accounts: Accounts
) -> tuple[str, ...]:
    if entrants.anyone:
        return ("anyone",)
    if entrants.unknown:
        return ("cannot be told",)
    return tuple(accounts.name_of(sid) + (" (conditional)" if sid in conditional else "") for sid in sids)


def _entries(endpoint: Endpoint, accounts: Accounts) -> list[ReviewedEntry]:
    resources = [node.uri or node.resource_uri for node in endpoint.configuration.security_nodes] + ["RootSDDL"]
    entries: list[ReviewedEntry] = []
    for resource, sddl in zip(resources, endpoint.sddls, strict=False):
        entries += [_entry(ace, resource, accounts) for ace in dacl_entries(sddl)]
    return entries


def _type_name(ace: Ace) -> str:
    if ace.is_deny:
        return "Deny"
    return "Allow" if ace.is_allow else ace.type.name


def _entry(ace: Ace, resource: str, accounts: Accounts) -> ReviewedEntry:
    return ReviewedEntry(
        type=_type_name(ace),
        principal=accounts.name_of(ace.sid),
        sid=str(ace.sid),
        rights=rights_text(ace.mask),
        condition=str(condition_text(ace.condition, accounts)) if ace.is_callback and ace.condition else "",
        inherited=ace.is_inherited,
        resource=resource,
    )
