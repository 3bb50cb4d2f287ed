"""Who can open a session, in one line: the principals that are let in from the network and on the host itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.endpoints.access_mode import AccessMode, applies, applying_sddls, opens_sessions
from app.endpoints.change_set import ChangeSet
from app.endpoints.permission import account_name
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.text import Text, text
from app.security import EVERYONE, INTERACTIVE, NETWORK, Ace, SddlError, SecurityDescriptor, Sid


@dataclass(frozen=True, slots=True)
class Entrants:
    """Principals with an Allow that covers Execute and no Deny for the same token before it.

    This looks at each principal by itself: a Deny for some other group a person may be in is not weighed.
    ``anyone`` stands for a descriptor without a DACL.
    """

    network: tuple[Sid, ...] = ()
    local: tuple[Sid, ...] = ()
    anyone: bool = False


def who_gets_in(configuration: SessionConfiguration, root_sddl: str) -> Entrants:
    """Return who is let in from the network and locally; nobody where the endpoint is disabled."""
    if not configuration.enabled:
        return Entrants()
    network: list[Sid] = []
    local: list[Sid] = []
    anyone = False
    for sddl in applying_sddls(configuration, root_sddl):
        try:
            sd = SecurityDescriptor.from_sddl(sddl, strict=False)
        except SddlError:
            continue
        if sd.dacl is None or sd.dacl.is_null:
            anyone = True
            continue
        network += _entrants(sd.dacl.aces, token_has=NETWORK, token_lacks=INTERACTIVE)
        local += _entrants(sd.dacl.aces, token_has=INTERACTIVE, token_lacks=NETWORK)
    return Entrants(tuple(dict.fromkeys(network)), tuple(dict.fromkeys(local)), anyone)


def _entrants(aces: tuple[Ace, ...], token_has: Sid, token_lacks: Sid) -> list[Sid]:
    found: list[Sid] = []
    denied: set[Sid] = set()
    for ace in aces:
        if not applies(ace) or ace.sid is None or ace.is_object or not opens_sessions(ace):
            continue
        if ace.is_deny and ace.is_unconditional:
            if ace.sid in (token_has, EVERYONE):
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
        if before.anyone and not after.anyone and change.mode_after.mode is not AccessMode.REMOTE:
            lost.setdefault((None, True), []).append(change.name)
        for sid in before.network:
            if sid not in after.network:
                lost.setdefault((sid, True), []).append(change.name)
        for sid in before.local:
            if sid not in after.local:
                lost.setdefault((sid, False), []).append(change.name)
    return tuple(Loss(sid, network, tuple(names)) for (sid, network), names in lost.items())


def sentence(entrants: Entrants, names: Mapping[str, str]) -> Text:
    """Say who gets in, in one line."""
    if entrants.anyone:
        return text("Anyone can open a session: there is no list of permissions.")
    return text(
        "Network: {network}. This computer: {local}.",
        network=_people(entrants.network, names),
        local=_people(entrants.local, names),
    )


def _people(sids: tuple[Sid, ...], names: Mapping[str, str]) -> str:
    return ", ".join(account_name(sid, names).rpartition("\\")[2] for sid in sids) or "no one"
