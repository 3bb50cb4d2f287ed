"""Principals that are named in descriptors, and those that stand for everybody or more people than one usually means."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.access.tokens import (
    ANONYMOUS,
    AUTHENTICATED_SOMEHOW,
    AUTHENTICATED_USERS,
    EVERY_TOKEN,
    GUESTS,
    LOCAL_ACCOUNT,
    PRE_WINDOWS_2000_ACCESS,
    USERS,
)
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.security import EVERYONE, INTERACTIVE, NETWORK, Sid, dacl_entries, needs_of_text

_DOMAIN_GROUPS = (513, 514, 515)  # Domain Users, Domain Guests, Domain Computers
_ORGANIZATIONS = (Sid.parse("S-1-5-15"), Sid.parse("S-1-5-1000"))  # logons from this or another forest
_BROAD = frozenset(
    (
        EVERYONE, ANONYMOUS, AUTHENTICATED_USERS, NETWORK, USERS, GUESTS, LOCAL_ACCOUNT, PRE_WINDOWS_2000_ACCESS,
        *_ORGANIZATIONS, *AUTHENTICATED_SOMEHOW,
    )
)  # fmt: skip


def is_broad(sid: Sid) -> bool:
    """Whether it is Everyone, a group of all users, guests, computers or local accounts, or of every kind of logon."""
    domain_group = sid.authority == 5 and sid.is_domain_account
    return sid in _BROAD or (domain_group and sid.sub_authorities[-1] in _DOMAIN_GROUPS)


def named_principals(endpoints: Iterable[Endpoint]) -> tuple[Sid, ...]:
    """Return the principals that the descriptors of endpoints name: in order, conditions included, each once.

    Those that every token or its logon carries are left out.
    """
    sids: dict[Sid, None] = {}
    everywhere = dict.fromkeys((sddl, endpoint.domains) for endpoint in endpoints for sddl in endpoint.sddls)
    for sddl, domains in everywhere:
        for ace in dacl_entries(sddl, domains):
            if ace.is_allow or ace.is_deny:
                sids |= dict.fromkeys((ace.sid, *sorted(needs_of_text(ace.condition or "").groups, key=str)))
    return tuple(sid for sid in sids if sid not in EVERY_TOKEN | {NETWORK, INTERACTIVE})
