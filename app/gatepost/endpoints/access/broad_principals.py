"""Principals that stand for everybody, or for more people than one usually means."""

from __future__ import annotations

from gatepost.endpoints.access.tokens import ANONYMOUS, AUTHENTICATED_USERS, GUESTS, USERS
from gatepost.security import EVERYONE, NETWORK, Sid

_DOMAIN_USERS, _DOMAIN_GUESTS = 513, 514
_BROAD = (EVERYONE, ANONYMOUS, AUTHENTICATED_USERS, NETWORK, USERS, GUESTS)


def is_broad(sid: Sid) -> bool:
    """Whether it is Everyone, Authenticated Users, Users, NETWORK, Domain Users, a guest group, or anonymous."""
    domain_group = sid.authority == 5 and sid.is_domain_account
    return sid in _BROAD or (domain_group and sid.sub_authorities[-1] in (_DOMAIN_USERS, _DOMAIN_GUESTS))
