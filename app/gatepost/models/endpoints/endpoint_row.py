"""A row of the endpoint table: an endpoint with all that is said of it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

from gatepost.endpoints.access.findings import Finding, Severity, findings
from gatepost.endpoints.access.summary import AccessSummary, access_summary
from gatepost.endpoints.configuration.access_mode import AccessModeState
from gatepost.endpoints.configuration.accounts import dacl_principals
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.permission import permission_text
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import Accounts


@dataclass(frozen=True, slots=True, weakref_slot=True)
class EndpointRow:
    """One endpoint with all that is said of it; worked out once, when the host is read."""

    endpoint: Endpoint
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


def endpoint_row(endpoint: Endpoint, accounts: Accounts) -> EndpointRow:
    """Return one row, worked out or remembered: while a reference to it exists, it is not worked out again."""
    sids = dacl_principals(endpoint.configuration.sddl or "")
    known = accounts.restricted_to(str(accounts.resolved(sid)) for sid in sids)
    row = _REMEMBERED.get((endpoint, known))
    if row is None:
        permission = permission_text(endpoint.configuration, known)
        row = EndpointRow(endpoint, permission, findings(endpoint, known), access_summary(endpoint))
        _REMEMBERED[endpoint, known] = row
    return row if row.configuration is endpoint.configuration else replace(row, endpoint=endpoint)


# Rows that a session had worked out in a worker thread, or that are shown.
_REMEMBERED: WeakValueDictionary[tuple[Endpoint, Accounts], EndpointRow] = WeakValueDictionary()
