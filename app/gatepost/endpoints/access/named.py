"""Principals that are named in the descriptors of endpoints: the accounts and groups that one may ask about."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.access.tokens import EVERY_TOKEN
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.security import INTERACTIVE, NETWORK, Sid, read_in_domains, sids_in_condition


def named_principals(endpoints: Iterable[Endpoint]) -> tuple[Sid, ...]:
    """Return them in order, conditions included, each once; without those that every token or its logon carries."""
    sids: dict[Sid, None] = {}
    everywhere = dict.fromkeys((sddl, endpoint.domains) for endpoint in endpoints for sddl in endpoint.sddls)
    for sddl, domains in everywhere:
        descriptor = read_in_domains(sddl, domains)
        dacl = descriptor.dacl if descriptor is not None else None
        for ace in dacl.aces if dacl is not None else ():
            if ace.is_allow or ace.is_deny:
                sids |= dict.fromkeys((ace.sid, *sorted(sids_in_condition(ace.condition or ""), key=str)))
    return tuple(sid for sid in sids if sid not in EVERY_TOKEN | {NETWORK, INTERACTIVE})
