"""Principals that stand for everybody, or for more people than one usually means."""

from __future__ import annotations

from gatepost.endpoints.access.tokens import ANONYMOUS, AUTHENTICATED_USERS, GUESTS, LOCAL_ACCOUNT, USERS
from gatepost.security import EVERYONE, NETWORK, Sid

_DOMAIN_GROUPS = (513, 514, 515)  # Domain Users, Domain Guests, Domain Computers
_PRE_WINDOWS_2000_ACCESS = Sid.parse("S-1-5-32-554")  # Authenticated Users are members unless somebody has changed it
_ORGANIZATIONS = (Sid.parse("S-1-5-15"), Sid.parse("S-1-5-1000"))  # whoever logs on from this or from another forest
# Added to a token by how it was authenticated: NTLM, SChannel, Digest, and by whom its identity was asserted.
_AUTHENTICATED_SOMEHOW = (
    *(Sid(5, (64, rid)) for rid in (10, 14, 21)),
    Sid(18, (1,)),
    Sid(18, (2,)),
)
_BROAD = frozenset(
    (
        EVERYONE, ANONYMOUS, AUTHENTICATED_USERS, NETWORK, USERS, GUESTS, LOCAL_ACCOUNT, _PRE_WINDOWS_2000_ACCESS,
        *_ORGANIZATIONS, *_AUTHENTICATED_SOMEHOW,
    )
)  # fmt: skip


def is_broad(sid: Sid) -> bool:
    """Whether it is Everyone, a group of all users, guests, computers or local accounts, or of every kind of logon."""
    domain_group = sid.authority == 5 and sid.is_domain_account
    return sid in _BROAD or (domain_group and sid.sub_authorities[-1] in _DOMAIN_GROUPS)
