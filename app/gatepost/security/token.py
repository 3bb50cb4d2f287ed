"""Access token, as far as an access check looks at it ([MS-DTYP] 2.5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gatepost.security.sid import Sid

Value = int | str | bytes | Sid
Claim = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A user, the groups it carries, and its claims.

    ``deny_only`` groups match Deny entries alone, as Administrators does in an unelevated session. Claim names compare
    without regard to case; a claim is a tuple of values of one type, bools for a Boolean claim. ``local_claims`` are what a
    condition names without ``@``. ``claims_known`` False: its claims and device groups could not be asked for, so that
    a condition on one that is not here is unknown, instead of being about a claim that nobody has. ``groups_known``
    False: it may carry other groups as well; ``access_bounds`` alone looks at that.
    """

    user: Sid
    groups: frozenset[Sid] = frozenset()
    deny_only: frozenset[Sid] = frozenset()
    device_groups: frozenset[Sid] = frozenset()
    user_claims: Mapping[str, Claim] = field(default_factory=dict)
    device_claims: Mapping[str, Claim] = field(default_factory=dict)
    local_claims: Mapping[str, Claim] = field(default_factory=dict)
    claims_known: bool = True
    groups_known: bool = True

    def carries(self, sid: Sid, *, for_deny: bool = False) -> bool:
        """Whether an entry for ``sid`` speaks of this token."""
        return sid == self.user or sid in self.groups or (for_deny and sid in self.deny_only)
