"""A row of the endpoint table: an endpoint with all that is said of it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

from gatepost.endpoints.access.findings import Finding, Severity, findings
from gatepost.endpoints.access.summary import AccessSummary, access_summary
from gatepost.endpoints.configuration.access_mode import AccessModeState
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.permission_text import permission_text
from gatepost.endpoints.configuration.principal import dacl_principals
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import NO_ACCOUNTS, Accounts


@dataclass(frozen=True, slots=True, weakref_slot=True)
class _Remarks:
    """What the row says of the endpoint: one object in the rows of all hosts that have the same."""

    permission: str
    findings: tuple[Finding, ...]
    summary: AccessSummary


# Hundreds of hosts have the same endpoints, and no document of a host is kept with what the rows of others say.
_remarks: WeakValueDictionary[tuple[Endpoint, Accounts], _Remarks] = WeakValueDictionary()


@dataclass(frozen=True, slots=True)
class EndpointRow:
    """One endpoint with all that is said of it, in which ``accounts`` are named."""

    endpoint: Endpoint
    accounts: Accounts = field(compare=False)
    _remarks: _Remarks

    @property
    def permission(self) -> str:
        """The Permission text, as Get-PSSessionConfiguration has it."""
        return self._remarks.permission

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, warnings first."""
        return self._remarks.findings

    @property
    def summary(self) -> AccessSummary:
        """Who is let in."""
        return self._remarks.summary

    @property
    def configuration(self) -> SessionConfiguration:
        """The session configuration."""
        return self.endpoint.configuration

    @property
    def mode_state(self) -> AccessModeState:
        """The access mode."""
        return self.endpoint.mode_state

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that want attention."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)


def endpoint_row(endpoint: Endpoint, accounts: Accounts, known: EndpointRow | None = None) -> EndpointRow:
    """Return one row. What ``known`` says of the same endpoint isn't worked out again."""
    sids = dacl_principals(endpoint.configuration.sddl or "")
    named = accounts.restricted_to(str(accounts.resolved(sid)) for sid in sids)
    if known is not None and (known.endpoint, known.accounts) == (endpoint, named):
        return replace(known, endpoint=endpoint)
    without_document = replace(endpoint.configuration, document=b"")
    key = (replace(endpoint, configuration=without_document, accounts=NO_ACCOUNTS), named)
    remarks = _remarks.get(key) or _remarks.setdefault(key, _worked_out(endpoint, named))
    return EndpointRow(endpoint, named, remarks)


def _worked_out(endpoint: Endpoint, named: Accounts) -> _Remarks:
    permission = permission_text(endpoint.configuration, named)
    return _Remarks(permission, findings(endpoint, named), access_summary(endpoint))


def endpoint_rows(snapshot: HostSnapshot, known: Iterable[EndpointRow] = ()) -> Iterator[EndpointRow]:
    """Return the rows of a host, one after the other, given those of an earlier reading."""
    by_name = {row.endpoint.name: row for row in known}
    for endpoint in snapshot.endpoints:
        yield endpoint_row(endpoint, snapshot.accounts, by_name.get(endpoint.name))
