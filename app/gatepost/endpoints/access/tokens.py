"""Access tokens that decide whether a session can be opened, and how they reach the host."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from enum import Enum

from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.security import ADMINISTRATORS, EVERYONE, INTERACTIVE, NETWORK, REMOTE_MANAGEMENT_USERS, Sid, Token
from gatepost.security.sid import NO_SIDS, Sids

AUTHENTICATED_USERS = Sid.parse("S-1-5-11")
USERS = Sid.parse("S-1-5-32-545")
LOCAL_ACCOUNT = Sid.parse("S-1-5-113")
LOCAL_ADMINISTRATOR = Sid.parse("S-1-5-114")
GUESTS = Sid.parse("S-1-5-32-546")
PRE_WINDOWS_2000_ACCESS = Sid.parse("S-1-5-32-554")  # Authenticated Users are members unless it was changed
ANONYMOUS = Sid.parse("S-1-5-7")
# The user of a token of which only the groups matter. No descriptor can name it: an authority has 48 bits.
NOBODY = Sid(1 << 48, ())
# What a usual token carries. Users is among them: Windows makes all authenticated and interactive accounts members.
EVERY_TOKEN = frozenset({EVERYONE, AUTHENTICATED_USERS, USERS})

# DIALUP, BATCH, INTERACTIVE, SERVICE, REMOTE INTERACTIVE LOGON, CONSOLE LOGON: kinds of logon other than over the network.
_NOT_FROM_NETWORK = frozenset({*(Sid(5, (rid,)) for rid in (1, 3, 4, 6, 14)), Sid(2, (1,))})
# DIALUP, BATCH, SERVICE, and REMOTE INTERACTIVE LOGON, which Remote Desktop adds ([MS-DTYP] 2.4.2.4).
_NOT_AT_CONSOLE = frozenset(Sid(5, (rid,)) for rid in (1, 3, 6, 14))
# Added to a token by how it was authenticated: NTLM, SChannel, Digest, and by whom its identity was asserted.
_AUTHENTICATED_SOMEHOW = (*(Sid(5, (64, rid)) for rid in (10, 14, 21)), *(Sid(18, (rid,)) for rid in (1, 2)))
# LOCAL, TERMINAL SERVER USER, This and Other Organization, and how it was authenticated, in full: other packages, a
# certificate, compound authentication, claims, and by what keys the identity was proved.
_BY_CIRCUMSTANCE = frozenset(
    {
        Sid(2, (0,)),
        *(Sid(5, (rid,)) for rid in (13, 15, 1000)),
        *_AUTHENTICATED_SOMEHOW,
        *(Sid(5, (64, rid)) for rid in (30, 36)),
        Sid(5, (65, 1)),
        *(Sid(5, (21, 0, 0, 0, rid)) for rid in (496, 497)),
        *(Sid(18, (rid,)) for rid in range(3, 7)),
    }
)
# No token carries them: they stand for no one, or for the creator of an object.
_NEVER_CARRIED = frozenset({Sid(0, (0,)), *(Sid(3, (rid,)) for rid in range(4))})
# Everyone, all users, guests and local accounts, and those who logged on from this or another forest or in some way.
_BROAD = frozenset(
    {
        *(EVERYONE, ANONYMOUS, AUTHENTICATED_USERS, NETWORK, USERS, GUESTS, LOCAL_ACCOUNT, PRE_WINDOWS_2000_ACCESS),
        *(Sid(5, (rid,)) for rid in (15, 1000)),
        *_AUTHENTICATED_SOMEHOW,
    }
)
_BROAD_DOMAIN_GROUPS = (513, 514, 515)  # Domain Users, Domain Guests, Domain Computers


class Origin(Enum):
    """A way to a session, or to a command on the host.

    Which of them carries NETWORK is documented for New-PSSession: a connection to localhost does as well, unless it is
    made without a credential and with -EnableNetworkAccess.
    """

    NETWORK = "network"
    LOOPBACK = "loopback"
    WINRS = "winrs"

    @property
    def sid(self) -> Sid:
        """The SID that the logon adds to the token."""
        return INTERACTIVE if self is Origin.LOOPBACK else NETWORK

    @property
    def foreign_sids(self) -> frozenset[Sid]:
        """SIDs that a token that comes this way never carries: those of other kinds of logon, and those of no token."""
        return _NEVER_CARRIED | ({NETWORK} if self is Origin.LOOPBACK else _NOT_FROM_NETWORK)

    @property
    def open_sids(self) -> frozenset[Sid]:
        """SIDs that a token that comes this way may carry: a session over Remote Desktop has some, the console others."""
        if self is Origin.LOOPBACK:
            return _BY_CIRCUMSTANCE | _NOT_FROM_NETWORK - {self.sid}
        return _BY_CIRCUMSTANCE

    @property
    def words(self) -> Text:
        """The origin, in words."""
        return _WORDS[self]


_GUEST, _DOMAIN_GUESTS = 501, 514  # relative identifiers
_WORDS = {
    Origin.NETWORK: ENDPOINTS.tr("Over the network"),
    Origin.LOOPBACK: ENDPOINTS.tr("Locally (loopback)"),
    Origin.WINRS: ENDPOINTS.tr("winrs"),
}
SESSION_ORIGINS = (Origin.NETWORK, Origin.LOOPBACK)


@dataclass(frozen=True, slots=True)
class AccountToken:
    """An account with its groups. ``deny_only`` groups count for Deny entries alone, as in a filtered token.

    ``groups_known`` False: it may be a member of any other group as well. ``other_logons`` are kinds of logon that it is
    known not to come by, ``possible_groups`` what Windows usually gives to accounts that are like it.
    """

    groups: frozenset[Sid]
    user: Sid = NOBODY
    deny_only: frozenset[Sid] = frozenset()
    groups_known: bool = True
    other_logons: frozenset[Sid] = frozenset()
    possible_groups: frozenset[Sid] = frozenset()

    def token(self, origin: Origin) -> Token:
        """The token with what the logon adds."""
        everybody, perhaps = _of_everybody({self.user, *self.groups})
        groups = (self.groups - origin.foreign_sids - self.other_logons) | everybody | {origin.sid}
        return Token(
            NOBODY if self.user in origin.foreign_sids else self.user,
            groups - self.deny_only,
            self.deny_only,
            groups_known=self.groups_known,
            open_sids=(origin.open_sids - self.other_logons) | ((perhaps | self.possible_groups) - groups),
        )


def _of_everybody(sids: Set[Sid]) -> tuple[Sids, Sids]:
    """What nearly every token carries of Everyone and Authenticated Users: what this one does, and what it may."""
    if ANONYMOUS in sids:
        return NO_SIDS, frozenset({EVERYONE})  # if a policy says so
    if any(sid.rid == _GUEST for sid in sids):
        return frozenset({EVERYONE}), NO_SIDS
    if GUESTS in sids or any(sid.rid == _DOMAIN_GUESTS for sid in sids):
        return frozenset({EVERYONE}), frozenset({AUTHENTICATED_USERS})
    return frozenset({EVERYONE, AUTHENTICATED_USERS}), NO_SIDS


def usual_groups(sid: Sid) -> Sids:
    """The groups of an account or group of which nothing else is known: Users, unless it stands for guests."""
    is_of_guests = sid in (ANONYMOUS, GUESTS) or sid.rid in (_GUEST, _DOMAIN_GUESTS)
    return NO_SIDS if is_of_guests else frozenset({USERS})


def is_broad(sid: Sid) -> bool:
    """Whether it is Everyone, a group of all users, guests, computers or local accounts, or of every kind of logon."""
    return sid in _BROAD or (sid.authority == 5 and sid.rid in _BROAD_DOMAIN_GROUPS)


@dataclass(frozen=True, slots=True)
class Preset:
    """An account that one often asks about; ``origin`` where the name says how it comes."""

    name: Text
    account_token: AccountToken
    origin: Origin | None = None


_ADMINISTRATOR = AccountToken(frozenset({ADMINISTRATORS, USERS}))
ADMINISTRATOR_NETWORK = Preset(ENDPOINTS.tr("Administrator over the network"), _ADMINISTRATOR, Origin.NETWORK)
ADMINISTRATOR_CONSOLE = Preset(
    ENDPOINTS.tr("Administrator at the console"), replace(_ADMINISTRATOR, other_logons=_NOT_AT_CONSOLE), Origin.LOOPBACK
)
# From the network, a local account that is not the built-in Administrator has Administrators for Denies only, unless
# LocalAccountTokenFilterPolicy is 1.
FILTERED_ADMINISTRATOR = Preset(
    ENDPOINTS.tr("Local administrator with a filtered token"),
    AccountToken(frozenset({USERS, LOCAL_ACCOUNT, LOCAL_ADMINISTRATOR}), deny_only=frozenset({ADMINISTRATORS})),
)
REMOTE_MANAGEMENT_USER = Preset(
    ENDPOINTS.tr("Member of Remote Management Users"), AccountToken(frozenset({REMOTE_MANAGEMENT_USERS, USERS}))
)
ORDINARY_USER = Preset(ENDPOINTS.tr("Standard user"), AccountToken(frozenset({USERS})))
PRESETS = (
    ADMINISTRATOR_NETWORK,
    ADMINISTRATOR_CONSOLE,
    FILTERED_ADMINISTRATOR,
    REMOTE_MANAGEMENT_USER,
    ORDINARY_USER,
)
