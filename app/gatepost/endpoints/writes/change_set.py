"""Planned changes of endpoints: for each its state before, its state after, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from gatepost.endpoints.configuration.access_mode import AccessMode, AccessModeState
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import NOTHING, Text
from gatepost.endpoints.writes.differences import DifferenceRow, NumberedAce, Part, Value, rows
from gatepost.endpoints.writes.journal_entry import Lineage
from gatepost.security import Ace, dacl_entries


class ActionKind(Enum):
    """Kind of an action."""

    DISABLE_REMOTING = "disable remoting"
    ENABLE_REMOTING = "enable remoting"
    ACCESS_MODE = "set the access mode"
    PERMISSIONS = "change permissions"
    REVERT = "revert"
    ALIGN = "align"

    @property
    def covers_whole_host(self) -> bool:
        """Whether it is about every endpoint of the host, also those that can't be read."""
        return self in (ActionKind.DISABLE_REMOTING, ActionKind.ENABLE_REMOTING)


@dataclass(frozen=True)
class EndpointChange:
    """Change of one endpoint. ``note`` says why the action falls short of what it was meant to do; NOTHING where it doesn't."""

    endpoint: Endpoint
    after: SessionConfiguration
    note: Text = NOTHING

    @property
    def fully_applied(self) -> bool:
        """Whether the action does all that it was meant to do."""
        return not self.note

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self.endpoint.name

    @property
    def before(self) -> SessionConfiguration:
        """The session configuration that the host holds."""
        return self.endpoint.configuration

    @cached_property
    def endpoint_after(self) -> Endpoint:
        """The endpoint as it is once the change is written."""
        return self.endpoint.edited(self.after)

    @property
    def mode_before(self) -> AccessModeState:
        """The access mode that the endpoint has."""
        return self.endpoint.mode_state

    @property
    def mode_after(self) -> AccessModeState:
        """The access mode that it has once the change is written."""
        return self.endpoint_after.mode_state

    def ends_as_meant(self, action: ActionKind) -> bool:
        """Whether the endpoint ends up as an action means it; other actions mean what they write."""
        mode = self.mode_after.mode
        match action:
            case ActionKind.DISABLE_REMOTING:
                return mode in (AccessMode.LOCAL, AccessMode.DISABLED)
            case ActionKind.ENABLE_REMOTING:
                return mode is AccessMode.REMOTE
            case ActionKind.ACCESS_MODE:
                return self.fully_applied and mode is not AccessMode.CUSTOM
            case ActionKind.PERMISSIONS | ActionKind.ALIGN | ActionKind.REVERT:
                return True

    @cached_property
    def rows(self) -> tuple[DifferenceRow, ...]:
        """Everything in which the two differ, descriptor by descriptor."""
        return rows(EndpointState.of(self.before), EndpointState.of(self.after))

    @cached_property
    def added(self) -> tuple[Ace, ...]:
        """The entries of the DACLs that come."""
        return tuple(ace for row in self.rows for ace in _aces(row.part, row.after))

    @cached_property
    def removed(self) -> tuple[Ace, ...]:
        """The entries of the DACLs that go."""
        return tuple(ace for row in self.rows for ace in _aces(row.part, row.before))

    @cached_property
    def kept(self) -> int:
        """How many entries stay."""
        return sum(len(dacl_entries(sddl)) for sddl in self.after.sddls) - len(self.added)

    @property
    def is_change(self) -> bool:
        """Whether anything at all would be written."""
        return self.changes_enabled or self.changes_descriptors

    @property
    def changes_enabled(self) -> bool:
        """Whether the Enabled attribute differs."""
        return self.before.enabled != self.after.enabled

    @property
    def changes_descriptors(self) -> bool:
        """Whether a descriptor differs in its text, or one is new."""
        return self.before.security_nodes != self.after.security_nodes

    @property
    def writes_descriptors_only(self) -> bool:
        """Whether to write Security elements by themselves ("alone"), which carry neither the RunAs user nor its password.

        The host finds such an element by its URI, so each has to have one of its own ([MS-WSMV] 3.1.4.1.29.4).
        """
        before, after = (
            [(n.resource_uri, n.uri, n.exact_match) for n in c.security_nodes] for c in (self.before, self.after)
        )
        uris = {uri.lower() for _, uri, _ in after}
        return (
            bool(self.after.run_as.user)
            and not self.changes_enabled
            and not self.endpoint.needs_full_document
            and before == after  # what goes alone changes the text of a descriptor, never its place
            and len(uris) == len(after)
            and "" not in uris
        )

    @property
    def sends_run_as(self) -> bool:
        """Whether the write carries a RunAs user, whose stored password the host may then verify again."""
        run_as = self.after.run_as
        has_password = bool(run_as.user) and not run_as.is_managed_account
        return has_password and self.is_change and not self.writes_descriptors_only


@dataclass(frozen=True, slots=True)
class Skipped:
    """An endpoint that the action would cover but that is left alone."""

    name: str
    reason: Text


@dataclass(frozen=True)
class ChangeSet:
    """Change set: all that one action would do to one host. ``warnings`` are said before it is confirmed.

    ``lineage`` says what it reverts, or what it does once more; ``mode`` is the access mode that is set, if one is.
    """

    action: ActionKind
    verb: Text
    host: HostIdentity
    changes: tuple[EndpointChange, ...]
    skipped: tuple[Skipped, ...]
    powershell: str
    warnings: tuple[Text, ...] = ()
    lineage: Lineage | None = None
    mode: AccessMode | None = None

    @cached_property
    def effective(self) -> tuple[EndpointChange, ...]:
        """The changes that would write something."""
        return tuple(c for c in self.changes if c.is_change)


def _aces(part: Part, value: Value | None) -> tuple[Ace, ...]:
    """The entries of a DACL in a value of a row; a descriptor that comes or goes as a whole holds several."""
    if part is Part.ENTRY and isinstance(value, NumberedAce):
        return (value.ace,)
    return dacl_entries(value) if part is Part.DESCRIPTOR and isinstance(value, str) else ()
