"""Spelling of principals in two descriptors: an alias (``DA``) in one, its SID in the other."""

from __future__ import annotations

from dataclasses import replace

from gatepost.security import HostDomains, Sid, dacl_entries, read_descriptor


def respelled(sddl: str, domains: HostDomains, other: str, other_domains: HostDomains) -> str:
    """The descriptor with its principals spelled as ``other`` spells them; the text itself where it names none otherwise.

    ``domains`` and ``other_domains`` are those of the hosts that the descriptors are of.
    """
    descriptor = read_descriptor(sddl)
    if descriptor is None or descriptor.dacl is None:
        return sddl
    spelled = {ace.sid.in_domain(other_domains): ace.sid for ace in dacl_entries(other)}
    aces = [
        ace if (sid := _spelling(ace.sid, domains, spelled)) == ace.sid else replace(ace, sid=sid)
        for ace in descriptor.dacl.aces
    ]
    if tuple(aces) == descriptor.dacl.aces:
        return sddl
    return descriptor.with_dacl(descriptor.dacl.with_aces(aces)).to_sddl()


def _spelling(sid: Sid, domains: HostDomains, spelled: dict[Sid, Sid]) -> Sid:
    if sid in spelled.values():
        return sid
    return spelled.get(sid.in_domain(domains), sid)
