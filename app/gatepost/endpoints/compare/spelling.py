"""Spelling of principals in two descriptors: an alias (``DA``) in one, its SID in the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.writes.differences import by_place
from gatepost.security import Ace, Acl, HostDomains, SecurityDescriptor, Sid, read_descriptor


def respelled_state(
    state: EndpointState, domains: HostDomains, other: EndpointState, other_domains: HostDomains
) -> EndpointState:
    """The state with principals named as the other state names them, where both name the same ones."""
    sddls = {place: node.sddl for place, node in by_place(other).items()}
    nodes = tuple(
        replace(node, sddl=respelled(node.sddl, domains, sddls[place], other_domains)) if place in sddls else node
        for place, node in by_place(state).items()
    )
    return replace(state, descriptors=nodes)


def respelled_change(
    base: EndpointState, changed: EndpointState, now: EndpointState, domains: HostDomains
) -> tuple[EndpointState, EndpointState]:
    """A state and what it was changed to, spelled as ``now`` spells principals, and alike where that names none.

    All are of the host of ``domains``.
    """
    changed = respelled_state(changed, domains, base, domains)
    return respelled_state(base, domains, now, domains), respelled_state(changed, domains, now, domains)


def respelled(sddl: str, domains: HostDomains, other: str, other_domains: HostDomains) -> str:
    """The descriptor with its principals spelled as ``other`` spells them; the text itself where it names none otherwise.

    ``domains`` and ``other_domains`` are those of the hosts that the descriptors are of.
    """
    descriptor, model = read_descriptor(sddl), read_descriptor(other)
    if descriptor is None or model is None:
        return sddl
    spelling = _Spelling(domains, model, other_domains)
    owner, group = spelling.of_sid(descriptor.owner), spelling.of_sid(descriptor.group)
    dacl, sacl = spelling.of_acl(descriptor.dacl), spelling.of_acl(descriptor.sacl)
    if owner != descriptor.owner:
        descriptor = descriptor.with_owner(owner)
    if group != descriptor.group:
        descriptor = descriptor.with_group(group)
    if dacl is not descriptor.dacl:
        descriptor = descriptor.with_dacl(dacl)
    return (descriptor if sacl is descriptor.sacl else descriptor.with_sacl(sacl)).to_sddl()


class _Spelling:
    """How one descriptor spells principals and whole entries, whose conditions may name some as well."""

    def __init__(self, domains: HostDomains, model: SecurityDescriptor, model_domains: HostDomains) -> None:
        self._domains = domains
        aces = [*_aces(model.dacl), *_aces(model.sacl)]
        sids = [sid for sid in (model.owner, model.group, *(ace.sid for ace in aces)) if sid is not None]
        self._sids = {sid.in_domain(model_domains): sid for sid in sids} | {sid: sid for sid in sids}
        self._aces = {ace.in_domain(model_domains): ace for ace in aces} | {ace: ace for ace in aces}

    def of_sid(self, sid: Sid | None) -> Sid | None:
        return None if sid is None else self._spelled(sid)

    def of_acl(self, acl: Acl | None) -> Acl | None:
        aces = tuple(map(self._of_ace, _aces(acl)))
        return acl if acl is None or aces == acl.aces else acl.with_aces(aces)

    def _of_ace(self, ace: Ace) -> Ace:
        model = self._aces.get(ace) or self._aces.get(ace.in_domain(self._domains))
        if model is not None:
            return model
        sid = self._spelled(ace.sid)
        return ace if sid == ace.sid else replace(ace, sid=sid)

    def _spelled(self, sid: Sid) -> Sid:
        return self._sids.get(sid) or self._sids.get(sid.in_domain(self._domains), sid)


def _aces(acl: Acl | None) -> Iterable[Ace]:
    return () if acl is None else acl.aces
