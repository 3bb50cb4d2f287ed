"""Access token, as far as an access check looks at it ([MS-DTYP] 2.5.2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.sid import NO_SIDS, Sid, Sids

# What the way to log on adds to a token, and no membership: S-1-2-x, and S-1-5-1 to S-1-5-14 but for those of everybody.
_LOGON_SIDS = frozenset(Sid(5, (rid,)) for rid in (1, 2, 3, 4, 6, 7, 8, 10, 12, 13, 14)) | {Sid(2, (0,)), Sid(2, (1,))}


@dataclass(frozen=True, slots=True)
class Token:
    """A user and the groups it carries. Its claims and the groups of its device are never known here.

    ``deny_only`` groups match Deny entries alone, as Administrators does in an unelevated session. ``groups_known``
    False: it may carry other groups as well. ``open_sids``: it may carry these, as the way to log on decides.
    """

    user: Sid
    groups: Sids = NO_SIDS
    deny_only: Sids = NO_SIDS
    groups_known: bool = True
    open_sids: Sids = NO_SIDS

    def carries(self, sid: Sid, *, for_deny: bool = False) -> bool:
        """Whether an entry for ``sid`` speaks of this token."""
        return sid == self.user or sid in self.groups or (for_deny and sid in self.deny_only)

    def carries_perhaps(self, sid: Sid, *, for_deny: bool) -> TruthValue:
        """The same of a token that is only partly known: UNKNOWN where ``sid`` is one of ``open_sids`` or may be one of
        its unknown groups, or is an account of an unknown domain (LA, DA...) that may be its own.
        """
        if self.carries(sid, for_deny=for_deny):
            return TruthValue.TRUE
        if sid in self.open_sids:
            return TruthValue.UNKNOWN
        if not self.groups_known and sid not in _LOGON_SIDS and sid not in self.deny_only:
            return TruthValue.UNKNOWN
        return is_among(sid, (self.user, *self.groups, *(self.deny_only if for_deny else ())))


def is_among(sid: Sid, carried: Collection[Sid]) -> TruthValue:
    """Whether it is one of those carried; UNKNOWN where it is an alias of an unknown domain (DA) and may be one of them."""
    if sid in carried:
        return TruthValue.TRUE
    if sid.alias is None:
        return TruthValue.FALSE
    rid = sid.rid
    may_be = any(each.alias is None and each.rid == rid for each in carried)
    return TruthValue.UNKNOWN if may_be else TruthValue.FALSE
