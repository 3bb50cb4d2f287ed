"""Who is meant by what somebody typed, as far as it can be told without asking the host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.endpoints.permission import account_name
from app.security import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    REMOTE_MANAGEMENT_USERS,
    SddlError,
    Sid,
    sid_from_alias,
)
from app.security.wellknown import known_sids

# Those that an endpoint's permissions are about, first; then what else people often mean.
USUAL: tuple[Sid, ...] = (
    ADMINISTRATORS,
    REMOTE_MANAGEMENT_USERS,
    INTERACTIVE,
    NETWORK,
    EVERYONE,
    *(Sid.parse(text) for text in ("S-1-5-11", "S-1-5-32-545", "S-1-5-18", "S-1-5-20", "S-1-5-113", "S-1-5-114")),
)


@dataclass(frozen=True, slots=True)
class Principal:
    """An account or group with its name, which is the SID's text where nobody knows one."""

    sid: Sid
    name: str


def offered(names: Mapping[str, str]) -> tuple[Principal, ...]:
    """Return the principals to offer: the usual ones, those that the host has named, then every other well-known one."""
    named = [Sid.parse(sid) for sid in names if sid.startswith("S-1-")]
    everyone = dict.fromkeys((*USUAL, *named, *known_sids()))
    return tuple(Principal(sid, account_name(sid, names)) for sid in everyone)


def meant_by(typed: str, names: Mapping[str, str]) -> tuple[Principal, ...]:
    """Return who is meant: by SID, alias, or a name with or without its authority, in any case. Empty: nobody known."""
    wanted = typed.strip()
    sid = _sid_of(wanted)
    if sid is not None:
        return (Principal(sid, account_name(sid, names)),)
    folded = wanted.casefold()
    return tuple(p for p in offered(names) if folded and folded in (p.name.casefold(), _bare(p.name).casefold()))


def _sid_of(typed: str) -> Sid | None:
    try:
        return Sid.parse(typed.upper()) if typed[:2].upper() == "S-" else sid_from_alias(typed)
    except SddlError:
        return None


def _bare(name: str) -> str:
    return name.rpartition("\\")[2]
