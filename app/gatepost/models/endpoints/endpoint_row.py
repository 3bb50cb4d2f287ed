"""A row of the endpoint table: an endpoint with all that is said of it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gatepost.endpoints.access.findings import Finding, Severity, findings
from gatepost.endpoints.access.summary import AccessSummary, access_summary
from gatepost.endpoints.configuration.access_mode import AccessModeState
from gatepost.endpoints.configuration.accounts import dacl_principals
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.permission import permission_text
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import Accounts


@dataclass(frozen=True, slots=True)
class EndpointRow:
    """One endpoint with all that is said of it, in which ``accounts`` are named."""

    endpoint: Endpoint
    accounts: Accounts = field(compare=False)
    permission: str
    findings: tuple[Finding, ...]
    summary: AccessSummary

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
    if known is None or (known.endpoint, known.accounts) != (endpoint, named):
        known = _worked_out(endpoint, named)
    return replace(known, endpoint=endpoint)


@lru_cache(maxsize=1024)  # hundreds of hosts have the same endpoints
def _worked_out(endpoint: Endpoint, named: Accounts) -> EndpointRow:
    permission = permission_text(endpoint.configuration, named)
    return EndpointRow(endpoint, named, permission, findings(endpoint, named), access_summary(endpoint))


def endpoint_rows(snapshot: HostSnapshot, known: Iterable[EndpointRow] = ()) -> Iterator[EndpointRow]:
    """Return the rows of a host, one after the other, given those of an earlier reading."""
    by_name = {row.endpoint.name: row for row in known}
    for endpoint in snapshot.endpoints:
        yield endpoint_row(endpoint, snapshot.accounts, by_name.get(endpoint.name))
