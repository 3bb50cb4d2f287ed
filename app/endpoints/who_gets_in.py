"""Who can open a session, in one line: the principals that are let in from the network and on the host itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.endpoints.access_mode import applies, applying_sddls, opens_sessions
from app.endpoints.change_set import ChangeSet
from app.endpoints.permission import short_account_name
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.text import Text, text
from app.security import EVERYONE, INTERACTIVE, NETWORK, Ace, SddlError, SecurityDescriptor, Sid

# Every token that has logged on carries both.
EVERY_CALLER = (EVERYONE, Sid.parse("S-1-5-11"))


@dataclass(frozen=True, slots=True)
class Entrants:
    """Principals with an Allow that covers Execute and no Deny for the same token before it.

    This looks at each principal by itself: a Deny for some other group a person may be in is not weighed.
    ``anyone`` stands for a descriptor without a DACL, ``unknown`` for one that cannot be read; ``conditional``
    are those whom only entries with a condition let in. ``others_denied``: some Deny for another account or group, or
    one under a condition, stands before them, and may stop whoever it fits.
    """

    network: tuple[Sid, ...] = ()
    local: tuple[Sid, ...] = ()
    anyone: bool = False
    unknown: bool = False
    conditional: frozenset[Sid] = frozenset()
    others_denied: bool = False


def who_gets_in(configuration: SessionConfiguration, root_sddl: str) -> Entrants:
    """Return who is let in from the network and locally; nobody where the endpoint is disabled."""
    if not configuration.enabled:
        return Entrants()
    network: list[Sid] = []
    local: list[Sid] = []
    plain: set[Sid] = set()
    anyone = unknown = others_denied = False
    for sddl in applying_sddls(configuration, root_sddl):
        try:
            sd = SecurityDescriptor.from_sddl(sddl, strict=False)
        except SddlError:
            sd = None
        if sd is None or not sddl.strip():
            unknown = True
            continue
        if sd.dacl is None or sd.dacl.is_null:
            anyone = True
            continue
        plain |= {a.sid for a in sd.dacl.aces if a.sid and a.is_allow and a.is_unconditional and opens_sessions(a)}
        others_denied = others_denied or any(_may_stop(ace) for ace in sd.dacl.aces)
        network += _entrants(sd.dacl.aces, token_has=NETWORK, token_lacks=INTERACTIVE)
        local += _entrants(sd.dacl.aces, token_has=INTERACTIVE, token_lacks=NETWORK)
    conditional = frozenset({*network, *local} - plain)
    return Entrants(
        tuple(dict.fromkeys(network)), tuple(dict.fromkeys(local)), anyone, unknown, conditional, others_denied
    )


def _may_stop(ace: Ace) -> bool:
    """Whether the ACE denies somebody whom the walk below does not weigh."""
    if not (ace.is_deny and applies(ace) and opens_sessions(ace)):
        return False
    return not ace.is_unconditional or ace.sid not in (NETWORK, INTERACTIVE, *EVERY_CALLER)


def opens_when_enabled(configuration: SessionConfiguration, root_sddl: str) -> bool:
    """Whether somebody could come in from the network once the endpoint is enabled; True where that cannot be told."""
    entrants = who_gets_in(configuration.with_enabled(True), root_sddl)
    return bool(entrants.network) or entrants.anyone or entrants.unknown


def _entrants(aces: tuple[Ace, ...], token_has: Sid, token_lacks: Sid) -> list[Sid]:
    found: list[Sid] = []
    denied: set[Sid] = set()
    for ace in aces:
        if not applies(ace) or ace.sid is None or ace.is_object or not opens_sessions(ace):
            continue
        if ace.is_deny and ace.is_unconditional:
            if ace.sid in (token_has, *EVERY_CALLER):
                break
            denied.add(ace.sid)
        elif ace.is_allow and ace.sid not in denied and ace.sid != token_lacks:
            found.append(ace.sid)
    return found


@dataclass(frozen=True, slots=True)
class Loss:
    """A principal that could open these endpoints that way before a change and cannot after it."""

    sid: Sid | None
    from_network: bool
    endpoints: tuple[str, ...]


def losses(change_set: ChangeSet, root_sddl: str) -> tuple[Loss, ...]:
    """Return who loses a way in; ``sid`` None stands for anyone at all (there was no DACL)."""
    lost: dict[tuple[Sid | None, bool], list[str]] = {}
    for change in change_set.effective:
        before, after = who_gets_in(change.before, root_sddl), who_gets_in(change.after, root_sddl)
        for sid, from_network in _lost(before, after):
            lost.setdefault((sid, from_network), []).append(change.name)
    return tuple(Loss(sid, network, tuple(names)) for (sid, network), names in lost.items())


def _lost(before: Entrants, after: Entrants) -> list[tuple[Sid | None, bool]]:
    found: list[tuple[Sid | None, bool]] = []
    for from_network, old, new in ((True, before.network, after.network), (False, before.local, after.local)):
        if before.anyone and not after.anyone and EVERYONE not in new:
            found.append((None, from_network))
        found += [(sid, from_network) for sid in old if sid not in new]
    return found


def sentence(entrants: Entrants, names: Mapping[str, str]) -> Text:
    """Say who gets in, in one line."""
    if entrants.anyone:
        return text("Anyone can open a session: there is no list of permissions.")
    if entrants.unknown:
        return text("Who gets in cannot be told: a descriptor cannot be read.")
    but = (
        " Unless another entry denies them." if entrants.others_denied and (entrants.network or entrants.local) else ""
    )
    return text(
        "Network: {network}. On the host: {local}." + but,
        network=_people(entrants.network, entrants.conditional, names),
        local=_people(entrants.local, entrants.conditional, names),
    )


def _people(sids: tuple[Sid, ...], conditional: frozenset[Sid], names: Mapping[str, str]) -> str:
    people = [short_account_name(sid, names) + (" (on a condition)" if sid in conditional else "") for sid in sids]
    return ", ".join(people) or "no one"
