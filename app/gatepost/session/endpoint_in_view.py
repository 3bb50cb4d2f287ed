"""The selected endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from gatepost.endpoints.changes.pending_change import EditStep, PendingChange
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import Skipped
from gatepost.models.endpoints.endpoint_row import EndpointRow, endpoint_row
from gatepost.security import Accounts
from gatepost.session.host_session import HostSession

_LARGE = 30_000  # characters: about a thousand entries, which take 5 to 10 ms


@dataclass(frozen=True)
class EndpointInView:
    """One endpoint of a host that was read: as the host holds it, and with its pending changes."""

    session: HostSession
    snapshot: HostSnapshot
    row_on_host: EndpointRow
    pending_change: PendingChange | None

    @classmethod
    def of(cls, session: HostSession, name: str) -> EndpointInView | None:
        """Return the endpoint of that name; None where the host holds none, or nothing that was read of it counts."""
        row = next((row for row in session.rows if row.endpoint.name == name), None)
        if session.snapshot is None or session.error is not None or row is None:
            return None
        return cls(session, session.snapshot, row, session.pending_changes.pending_change(name))

    @property
    def name(self) -> str:
        """The name of the session configuration."""
        return self.on_host.name

    @property
    def on_host(self) -> Endpoint:
        """The endpoint as the host holds it."""
        return self.row_on_host.endpoint

    @cached_property
    def endpoint(self) -> Endpoint:
        """The endpoint with its pending changes."""
        return self.on_host.edited(self.pending_change.edited) if self.pending_change is not None else self.on_host

    @property
    def configuration(self) -> SessionConfiguration:
        """The session configuration with its pending changes."""
        return self.endpoint.configuration

    @property
    def original(self) -> SessionConfiguration | None:
        """The session configuration that the pending changes were begun on; None where there are none."""
        return self.pending_change.original if self.pending_change is not None else None

    def row(self) -> EndpointRow:
        """Work out what is said of the endpoint with its pending changes; without any, that is ``row_on_host``."""
        return endpoint_row(self.endpoint, self.accounts, self.row_on_host)

    @property
    def is_large(self) -> bool:
        """Whether reading its descriptors takes longer than the window may be away."""
        return sum(map(len, self.endpoint.sddls)) > _LARGE

    @property
    def accounts(self) -> Accounts:
        """The accounts that the host has named."""
        return self.snapshot.accounts

    @property
    def editable(self) -> bool:
        """Whether changes are taken."""
        return not self.session.read_only

    def edit(self, step: EditStep, merge_key: str = "") -> tuple[Skipped, ...]:
        """Take a step as a pending change; return what was refused. Steps in a row with the same ``merge_key`` become one."""
        return self.session.edit(step, merge_key)

    def is_same(self, other: EndpointInView | None) -> bool:
        """Whether it is the same endpoint of the same host, in whatever state."""
        return other is not None and (self.session, self.name) == (other.session, other.name)
