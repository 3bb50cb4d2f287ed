"""What was read from one host at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration

NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HostIdentity:
    """Which host, reached how. ``key`` tells hosts apart; ``name`` is for people."""

    key: str
    name: str
    account: str
    authentication: str
    encrypted: bool
    practice: bool = False


@dataclass(frozen=True, slots=True)
class UnreadablePlugin:
    """A plug-in that was listed but whose document could not be understood."""

    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class HostSnapshot:
    """All endpoints of a host. ``names`` maps SID text to the account name that the host gave.

    ``root_sddl`` is "" where nobody knows it, ``read_at`` ISO 8601 in UTC. ``refused_alone`` names the endpoints whose
    descriptors cannot be changed by themselves: the host has refused it, or another plug-in has the same URI.
    """

    host: HostIdentity
    configurations: tuple[SessionConfiguration, ...]
    root_sddl: str
    other_plugins: tuple[str, ...] = ()
    unreadable: tuple[UnreadablePlugin, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    refused_alone: frozenset[str] = frozenset()
    read_at: str = field(default="", compare=False)

    def configuration(self, name: str) -> SessionConfiguration | None:
        """Return the endpoint of that exact name, or None."""
        return next((c for c in self.configurations if c.name == name), None)
