"""Principals: a SID and the names that people type for it, and those that a descriptor names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    REMOTE_MANAGEMENT_USERS,
    Accounts,
    SddlError,
    Sid,
    dacl_entries,
    read_descriptor,
    sid_from_alias,
    well_known_name,
)
from gatepost.security.wellknown import known_sids, service_sid

_SID = re.compile(r"S-1-\d{1,15}(?:-\d{1,10}){1,15}", re.ASCII | re.IGNORECASE)
_IN_CONDITION = re.compile(r"S-1-\d{1,15}(?:-\d{1,10}){1,15}|(?<=SID\()[A-Z]{2}(?=\))")
_LOCAL = (".", "builtin", "nt authority")
_SERVICES = "nt service"
_SERVICE_NAME = re.compile(r"[^\\/]{1,256}")

# Those that an endpoint's permissions are mostly about, to be offered first.
_USUAL: tuple[Sid, ...] = (
    ADMINISTRATORS,
    REMOTE_MANAGEMENT_USERS,
    INTERACTIVE,
    NETWORK,
    EVERYONE,
    *(Sid.parse(sid) for sid in ("S-1-5-11", "S-1-5-32-545", "S-1-5-18", "S-1-5-20", "S-1-5-113", "S-1-5-114")),
)


@dataclass(frozen=True, slots=True)
class Principal:
    r"""A SID in its text form, and the account's name as the host gives it (``CONTOSO\Helpdesk``), "" if unknown."""

    sid: str
    name: str


def is_well_known(principal: Principal) -> bool:
    """Whether its SID is the same on every host."""
    return sid_in(principal.sid) is None or well_known_name(Sid.parse(principal.sid)) is not None


@dataclass(frozen=True, slots=True)
class AccountName:
    """A name as the user typed it, taken apart. ``domains`` are where to look, none for a name alone."""

    name: str
    domains: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether the name says that it is one of the host's own."""
        return any(domain.lower() in _LOCAL for domain in self.domains)


def read_account_name(typed: str) -> AccountName:
    r"""Take ``DOMAIN\name``, ``name@domain.example`` or ``name`` apart.

    A user principal name does not tell the short name of its domain: its first label is tried besides.
    """
    typed = composed(typed)
    domain, backslash, name = typed.rpartition("\\")
    if backslash:
        return AccountName(name.strip(), (domain.strip(),))
    name, at, domain = typed.rpartition("@")
    if at and name and domain:
        return AccountName(name, tuple(dict.fromkeys((domain.partition(".")[0], domain))))
    return AccountName(typed)


def composed(typed: str) -> str:
    """Return a name as Windows stores it, also where it was copied from macOS, which parts letters and accents."""
    return unicodedata.normalize("NFC", typed.strip())


def sid_in(typed: str) -> str | None:
    """Return the SID that the user typed, in upper case; None where it is a name."""
    typed = typed.strip()
    return typed.upper() if _SID.fullmatch(typed) else None


def well_known_principals(typed: str) -> tuple[Principal, ...]:
    """Return the well-known principals of that English name, with or without its authority, whatever its case."""
    account_name = read_account_name(typed)
    if (
        account_name.domains
        and account_name.domains[0].lower() == _SERVICES
        and _SERVICE_NAME.fullmatch(account_name.name)
    ):
        return (Principal(str(service_sid(account_name.name)), f"NT SERVICE\\{account_name.name}"),)
    return tuple(
        Principal(str(sid), name)
        for sid in known_sids()
        if sid.sub_authorities
        and (name := well_known_name(sid) or "")
        and _is_called(name, typed.strip(), account_name)
    )


def _is_called(name: str, typed: str, account_name: AccountName) -> bool:
    authority, _, short = name.rpartition("\\")
    if name.lower() == typed.lower():
        return True
    dotted = account_name.domains == (".",) and authority in ("BUILTIN", "")
    return (not account_name.domains or dotted) and short.lower() == account_name.name.lower()


def offered(accounts: Accounts) -> tuple[Principal, ...]:
    """Return whom to offer: the usual ones, those the host has named, every other well-known one."""
    named = [Sid.parse(sid) for sid in accounts.names if _SID.fullmatch(sid)]
    everyone = dict.fromkeys((*_USUAL, *named, *known_sids()))
    return tuple(Principal(str(sid), accounts.name_of(sid)) for sid in everyone if sid.sub_authorities)


def meant_by(typed: str, accounts: Accounts) -> tuple[Principal, ...]:
    """Return who is meant as far as it can be told without asking the host: by SID, alias, or a name that the host gave."""
    sid = sid_or_none(typed.strip())
    if sid is not None:
        named = accounts.name_of(sid)
        return (Principal(str(sid), "" if named == str(sid) else named),)
    account_name, folded = read_account_name(typed), composed(typed).lower()
    principals = {
        principal.sid: Principal(principal.sid, accounts.names.get(principal.sid) or principal.name)
        for principal in well_known_principals(typed)
    }
    for text, name in accounts.names.items():
        if name.lower() == folded or (not account_name.domains and name.rpartition("\\")[2].lower() == folded):
            principals.setdefault(text, Principal(text, name))
    return tuple(principals.values())


def is_certain(typed: str, principals: tuple[Principal, ...]) -> bool:
    """Whether no other account can be meant: a SID or a full name was typed, or a name that Windows itself has given.

    A name alone may also be that of an account of the domain, or of the host, which has not been named yet.
    """
    is_full = sid_or_none(typed.strip()) is not None or bool(read_account_name(typed).domains)
    return (
        bool(principals) and all(each.name for each in principals) and (is_full or all(map(is_well_known, principals)))
    )


def sid_or_none(text: str) -> Sid | None:
    """Return what a text is the SID of, in any case, or the alias (``BA``); None for anything else."""
    try:
        sid = sid_from_alias(text) if len(text) == 2 else Sid.parse(text.upper())
    except SddlError:
        return None
    return sid if sid.sub_authorities else None


def names_administrators(name: str, accounts: Accounts) -> bool:
    """Whether a group of that name, or SID, is Administrators, in English or as the host calls it."""
    names = (str(ADMINISTRATORS), well_known_name(ADMINISTRATORS) or "", accounts.name_of(ADMINISTRATORS))
    return _without_authority(name) in map(_without_authority, names)


def _without_authority(name: str) -> str:
    return name.rpartition("\\")[2].strip().casefold()


@lru_cache(maxsize=1024)
def dacl_principals(sddl: str) -> tuple[Sid, ...]:
    """Return whom the entries of one DACL are for, each once; () where it cannot be read."""
    return tuple(dict.fromkeys(ace.sid for ace in dacl_entries(sddl)))


@lru_cache(maxsize=1024)  # it is asked for every reading, in the window's own thread
def named_sids(sddl: str) -> tuple[Sid, ...]:
    """Return the SIDs in one descriptor, those in conditions included, each once."""
    descriptor = read_descriptor(sddl)
    if descriptor is None:
        return ()
    aces = [ace for acl in (descriptor.dacl, descriptor.sacl) if acl is not None for ace in acl.aces]
    in_conditions = (text for ace in aces for text in _IN_CONDITION.findall(ace.condition or ""))
    principals = (*(ace.sid for ace in aces), *map(sid_or_none, in_conditions), descriptor.owner, descriptor.group)
    return tuple(dict.fromkeys(filter(None, principals)))
