"""Account names by SID: those that a host gave, and those that are the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gatepost.security.override import override
from gatepost.security.sid import Sid
from gatepost.security.wellknown import relative_name, well_known_name

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Accounts:
    r"""The accounts that one host has named (``CONTOSO\Ann``), by SID in its text form. A well-known SID needs no host."""

    names: Mapping[str, str] = field(default_factory=lambda: _NONE)

    def name_of(self, sid: Sid | None) -> str:
        """Return the account's name: well known, or as the host gave it; the SID itself if nobody knows, "" for None."""
        if sid is None:
            return ""
        return well_known_name(sid) or self.names.get(str(sid)) or relative_name(sid) or str(sid)

    def short_name_of(self, sid: Sid | None) -> str:
        """Return the name; built-in groups go without their authority, others keep the domain that tells them apart."""
        return self.name_of(sid).removeprefix("BUILTIN\\").removeprefix("NT AUTHORITY\\")

    def with_names(self, names: Mapping[str, str]) -> Accounts:
        """Return these accounts and more; of two names for one SID the new one counts."""
        return Accounts({**self.names, **names})

    def of(self, sids: Iterable[str]) -> Accounts:
        """Return these SIDs alone, as far as they are named."""
        return Accounts({sid: self.names[sid] for sid in sids if sid in self.names})

    def __contains__(self, sid: str) -> bool:
        """Whether the host has named this SID, given as text."""
        return sid in self.names

    @override
    def __hash__(self) -> int:
        return hash(frozenset(self.names.items()))


NO_ACCOUNTS = Accounts()
