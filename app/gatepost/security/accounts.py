"""Account names by SID: those that a host gave, and those that are the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gatepost.security.decorators import override
from gatepost.security.sid import FOREST_ALIASES, MACHINE_ALIASES, NO_DOMAINS, HostDomains, Sid, relative_alias
from gatepost.security.wellknown import relative_name, well_known_name

_BUILT_IN = ("BUILTIN\\", "NT AUTHORITY\\")


@dataclass(frozen=True)
class Accounts:
    r"""The accounts that one host has named (``CONTOSO\Ann``), by SID in its text form. A well-known SID needs no host.

    With ``domains`` an alias (``DA``) and the SID that it stands for on the host are one principal.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    domains: HostDomains = NO_DOMAINS

    def name_of(self, sid: Sid | None) -> str:
        """Return the account's name: as the host gave it, or well known; the SID itself if none is known, "" for None.

        An alias of a domain that is not known is named so. A SID of a domain without a known name stays a SID,
        whatever its relative identifier usually stands for.
        """
        if sid is None:
            return ""
        resolved = self.resolved(sid)
        return (
            self.names.get(str(resolved)) or well_known_name(resolved) or _name_of_alias(sid, resolved) or str(resolved)
        )

    def short_name_of(self, sid: Sid | None) -> str:
        """Return the name; built-in groups go without their authority, others keep the domain that tells them apart."""
        name = self.name_of(sid)
        known = well_known_name(sid) if sid is not None else None
        return name.rpartition("\\")[2] if known is not None and known.startswith(_BUILT_IN) else name

    def resolved(self, sid: Sid) -> Sid:
        """The SID that an alias stands for on the host, as far as that is known; any other SID as it is."""
        return sid.in_domain(self.domains)

    def spellings(self, sid: Sid) -> frozenset[Sid]:
        """The ways in which a descriptor of the host may name this principal: by its SID, and by an alias."""
        resolved = self.resolved(sid)
        alias = relative_alias(resolved.rid)
        return frozenset({sid, resolved, *([alias] if alias and self.resolved(alias) == resolved else [])})

    def may_be_same(self, sid: Sid, other: Sid) -> bool:
        """Whether one is an alias of a domain that is not known, and the other the SID that it may stand for."""
        left, right = self.resolved(sid), self.resolved(other)
        return left.rid is not None and left.rid == right.rid and (left.alias is None) is not (right.alias is None)

    def possible_names(self, sid: Sid) -> tuple[str, ...]:
        """The accounts that an alias of a domain that is not known may stand for, as far as the host has named any."""
        resolved = self.resolved(sid)
        if resolved.alias is None:
            return ()
        end = f"-{resolved.rid}"
        return tuple(name for text, name in self.names.items() if text.startswith("S-1-5-21-") and text.endswith(end))

    def with_names(self, names: Mapping[str, str]) -> Accounts:
        """Return these accounts and more; of two names for one SID the new one counts."""
        return replace(self, names={**self.names, **names})

    def restricted_to(self, sids: Iterable[str]) -> Accounts:
        """Return these SIDs alone, as far as they are named."""
        return replace(self, names={sid: self.names[sid] for sid in sids if sid in self.names})

    def __contains__(self, sid: str) -> bool:
        """Whether the host has named this SID, given as text."""
        return sid in self.names

    @override
    def __hash__(self) -> int:
        return hash((frozenset(self.names.items()), self.domains))


def _name_of_alias(sid: Sid, resolved: Sid) -> str | None:
    name = relative_name(sid) if sid.alias is not None else None
    if name is None or resolved.alias is None:
        return name
    if sid.alias in MACHINE_ALIASES:
        return f"{name} (of the host)"
    return f"{name} (of the host's {'forest' if sid.alias in FOREST_ALIASES else 'domain'})"


NO_ACCOUNTS = Accounts()
