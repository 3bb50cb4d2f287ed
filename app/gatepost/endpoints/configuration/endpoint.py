"""An endpoint: a session configuration on its host, whose RootSDDL decides where it has no descriptor of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from gatepost.endpoints.configuration.access_mode import AccessMode, AccessModeState, mode_of_descriptors
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.security import NO_ACCOUNTS, NO_DOMAINS, Accounts, HostDomains

_PREFIX = "http://schemas.microsoft.com/powershell/"


@dataclass(frozen=True, slots=True)
class Governing:
    """A descriptor that has to allow; ``descriptor_index`` is its 0-based Security node, None for RootSDDL."""

    descriptor_index: int | None
    sddl: str


def session_uri(configuration: SessionConfiguration) -> str:
    """The resource URI that a client asks for when it opens a session on the endpoint."""
    default_uri = _PREFIX + configuration.name
    covering = [uri for uri in configuration.resource_uris if _covers(uri, default_uri, exact=False)]
    return default_uri if covering or not configuration.resource_uris else configuration.resource_uris[0]


def governing_nodes(configuration: SessionConfiguration) -> tuple[Governing, ...]:
    """Return the Security nodes that decide, all of which have to allow; () where none covers the URI: RootSDDL decides.

    Of several Security nodes the most specific count: an exact match, else the longest URI. That this is so, and that
    equally specific ones all have to allow, is inferred; no published text or host confirms it.
    """
    uri = session_uri(configuration)
    candidates = [
        ((node.is_exact, len(node.uri)), Governing(descriptor_index, node.sddl))
        for descriptor_index, node in enumerate(configuration.security_nodes)
        if _governs(node, uri)
    ]
    best = max((rank for rank, _ in candidates), default=None)
    return tuple(one for rank, one in candidates if rank == best)


def is_inferred(configuration: SessionConfiguration) -> bool:
    """Whether the choice among several Security nodes, which is inferred, makes a difference."""
    return len(set(configuration.sddls)) > 1


def _governs(node: SecurityNode, uri: str) -> bool:
    return _covers(node.uri or node.resource_uri, uri, exact=node.is_exact)


def _covers(pattern: str, uri: str, *, exact: bool) -> bool:
    """Case does not matter; a prefix ends at a slash, and a trailing ``*`` stands for anything."""
    pattern, uri = pattern.lower(), uri.lower()
    if pattern.endswith("*"):
        return uri.startswith(pattern[:-1])
    return uri == pattern or (not exact and uri.startswith(pattern.rstrip("/") + "/"))


@dataclass(frozen=True)
class Endpoint:
    """A configuration with its host's RootSDDL ("" where it is not known). ``needs_full_document``: its descriptors
    need a full Put.

    ``library_missing``: the file that serves its sessions is gone from the host. ``domains`` are those of the host, for
    the aliases in its descriptors; ``accounts`` are those that it has named.
    """

    configuration: SessionConfiguration
    root_sddl: str
    needs_full_document: bool = False
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
        """Every descriptor of the endpoint in document order, then RootSDDL if it decides about a resource or a session."""
        own = self.configuration.sddls
        return (*own, self.root_sddl) if self.configuration.bare_resources or self.is_governed_by_root else own

    @cached_property
    def governing(self) -> tuple[Governing, ...]:
        """The descriptors that decide about opening a session, all of which have to allow."""
        return governing_nodes(self.configuration) or (Governing(None, self.root_sddl),)

    @property
    def is_governed_by_root(self) -> bool:
        """Whether RootSDDL decides about opening a session: no descriptor is for the URI that a client asks for."""
        return self.governing[0].descriptor_index is None

    @cached_property
    def governing_sddls(self) -> tuple[str, ...]:
        """Their texts, each once."""
        return tuple(dict.fromkeys(one.sddl for one in self.governing))

    @cached_property
    def mode_state(self) -> AccessModeState:
        """The access mode, read off Enabled and the descriptors."""
        from_root = self.is_governed_by_root
        if not self.enabled:
            return AccessModeState(AccessMode.DISABLED, from_root_sddl=from_root)
        return replace(mode_of_descriptors(self.sddls), from_root_sddl=from_root)
