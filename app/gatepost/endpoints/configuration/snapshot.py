"""Snapshot: what was read from one host at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.host_kind import HostKind
from gatepost.security import NO_ACCOUNTS, Accounts


@dataclass(frozen=True, slots=True)
class HostIdentity:
    """Identity of a host, and how it is reached. ``key`` tells hosts apart; ``name`` is for people."""

    key: str
    name: str
    account: str
    authentication: str
    encrypted: bool
    kind: HostKind = HostKind.REMOTE


@dataclass(frozen=True, slots=True)
class UnreadablePlugin:
    """A plug-in that was listed but whose document could not be understood."""

    name: str
    problem: str


@dataclass(frozen=True)
class HostSnapshot:
    """Snapshot of all endpoints of a host. ``accounts`` are those that it has named so far.

    ``root_sddl`` is "" where it isn't known, ``read_at`` ISO 8601 in UTC. ``needs_full_document`` names the endpoints
    whose descriptors cannot be changed by themselves: the host has refused it, or another plug-in has the same URI.
    ``windows_version`` ("6.1.7601") is "" where it was not asked for or is not known. ``missing_files`` are the libraries
    of endpoints that are gone from the host, as the plug-ins name them.
    """

    host: HostIdentity
    configurations: tuple[SessionConfiguration, ...]
    root_sddl: str
    other_plugins: tuple[str, ...] = ()
    unreadable: tuple[UnreadablePlugin, ...] = ()
    accounts: Accounts = NO_ACCOUNTS
    needs_full_document: frozenset[str] = frozenset()
    windows_version: str = ""
    missing_files: frozenset[str] = frozenset()
    read_at: str = field(default="", compare=False)

    @cached_property
    def endpoints(self) -> tuple[Endpoint, ...]:
        """The session configurations, each with what of this host decides about it."""
        return tuple(map(self.endpoint_with, self.configurations))

    def endpoint_with(self, configuration: SessionConfiguration) -> Endpoint:
        """Return a session configuration, such as a pending change of one, as an endpoint of this host."""
        return Endpoint(
            configuration,
            self.root_sddl,
            needs_full_document=configuration.name in self.needs_full_document,
            library_missing=configuration.filename in self.missing_files,
            domains=self.accounts.domains,
            accounts=self.accounts,
        )

    def endpoint(self, name: str) -> Endpoint | None:
        """Return the endpoint of that exact name, or None."""
        return self._by_name.get(name)

    def configuration(self, name: str) -> SessionConfiguration | None:
        """Return the session configuration of that exact name, or None."""
        endpoint = self.endpoint(name)
        return endpoint.configuration if endpoint is not None else None

    @cached_property
    def _by_name(self) -> dict[str, Endpoint]:
        """The first of each name."""
        return {each.name: each for each in reversed(self.endpoints)}
