"""Access control lists ([MS-DTYP] 2.4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gatepost.security.ace import Ace
from gatepost.security.sid import HostDomains, Sid


@dataclass(frozen=True, slots=True)
class Acl:
    """A list of ACEs in order, and the control bits that belong to the list.

    ``is_null``: the list is present and null, which grants everything to everyone; a list without ACEs grants nothing.
    """

    aces: tuple[Ace, ...] = ()
    protected: bool = False
    auto_inherit_req: bool = False
    auto_inherited: bool = False
    is_null: bool = False
    # The flags as they were written; with_aces() keeps them.
    source_flags: str | None = field(default=None, init=False, repr=False, compare=False)

    def with_aces(self, aces: Iterable[Ace]) -> Acl:
        """The same list with other ACEs; never null. The flags keep the form they were written in."""
        acl = Acl(tuple(aces), self.protected, self.auto_inherit_req, self.auto_inherited)
        return acl.keep_source(self.source_flags) if not self.is_null else acl

    def keep_source(self, flags: str | None) -> Acl:
        """Keep the flags as they were written. For a list that was just made, which is returned."""
        object.__setattr__(self, "source_flags", flags)
        return self

    def in_domain(self, domain: Sid | HostDomains) -> Acl:
        """The same list with every account-relative alias resolved in ``domain``."""
        return replace(self, aces=tuple([ace.in_domain(domain) for ace in self.aces]))
