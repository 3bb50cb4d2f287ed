"""An endpoint: a session configuration on its host, whose RootSDDL decides where it has no descriptor of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from gatepost.endpoints.configuration.access_mode import AccessMode, AccessReading, mode_of_descriptors
from gatepost.endpoints.configuration.governing import Governing, governing_nodes
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import NO_ACCOUNTS, NO_DOMAINS, Accounts, HostDomains


@dataclass(frozen=True)
class Endpoint:
    """``root_sddl`` is "" where it is not known. ``refused_alone``: the host has refused to change its descriptors alone.

    ``library_missing``: the file that serves its sessions is gone from the host. ``domains`` are those of the host, for
    the aliases in its descriptors; ``accounts`` are those that it has named.
    """

    configuration: SessionConfiguration
    root_sddl: str
    refused_alone: bool = False
    library_missing: bool = False
    domains: HostDomains = NO_DOMAINS
    accounts: Accounts = field(default=NO_ACCOUNTS, compare=False)

    @property
    def name(self) -> str:
        """The name of the session configuration."""
        return self.configuration.name

    @property
    def enabled(self) -> bool:
        """Whether sessions can be opened at all."""
        return self.configuration.enabled

    def edited(self, configuration: SessionConfiguration) -> Endpoint:
        """Return another state of the session configuration on the same host."""
        return replace(self, configuration=configuration)

    @cached_property
    def when_enabled(self) -> Endpoint:
        """The endpoint as it is once it is enabled, for questions about access; its document stays."""
        return self if self.enabled else self.edited(replace(self.configuration, enabled=True))

    @cached_property
    def sddls(self) -> tuple[str, ...]:
        """Every descriptor of the endpoint in document order, then RootSDDL if a resource has none of its own."""
        own = tuple(node.sddl for node in self.configuration.security_nodes)
        return (*own, self.root_sddl) if self.configuration.bare_resources else own

    @cached_property
    def governing(self) -> tuple[Governing, ...]:
        """The descriptors that decide about opening a session, all of which have to allow."""
        return governing_nodes(self.configuration) or (Governing(None, self.root_sddl),)

    @cached_property
    def reading(self) -> AccessReading:
        """The access mode, read off Enabled and the descriptors."""
        from_root = not self.configuration.security_nodes
        if not self.enabled:
            return AccessReading(AccessMode.DISABLED, from_root_sddl=from_root)
        return replace(mode_of_descriptors(self.sddls), from_root_sddl=from_root)
