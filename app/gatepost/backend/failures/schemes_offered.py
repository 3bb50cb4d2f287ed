"""Authentication schemes that a host offers, as text, and which of them can be used."""

from __future__ import annotations

from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.text import BACKEND
from gatepost.endpoints.text import Text, listed
from gatepost.wsman.errors import AuthenticationFailed

# What a host writes for a way to log on, and which of ours it serves, best first.
_SERVES = {
    "kerberos": ("Kerberos",),
    "negotiate": ("NTLM", "Kerberos"),
    "ntlm": ("NTLM",),
    "credssp": ("CredSSP",),
    "basic": ("Basic over HTTPS",),
}


# What chooses it on the command line.
_OPTIONS = {
    "Kerberos": "--auth kerberos",
    "NTLM": "--auth ntlm",
    "CredSSP": "--auth credssp",
    "Basic over HTTPS": "--auth basic with https://",
}


def offer_cause(error: AuthenticationFailed) -> LoginCause | None:
    """Return the cause of a logon that the host offers other ways for; None where it offers the one that was tried."""
    picks = _picks(error.offered)
    if not error.offered or not error.tried or error.tried in {pick.split()[0] for pick in picks}:
        return None
    return LoginCause.SCHEME_NOT_OFFERED if picks else LoginCause.NO_SCHEME


def offer_of(error: AuthenticationFailed) -> dict[str, str | Text]:
    """Return what was tried, what the host offers, and what to pick of it, for the texts."""
    return {"tried": error.tried, "offered": _all_of(error.offered), "pick": _any_of(_picks(error.offered))}


def options_for(error: AuthenticationFailed) -> str:
    """Return the options that pick what the host offers."""
    return str(_any_of(tuple(_OPTIONS[pick] for pick in _picks(error.offered))))


def _picks(offered: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pick for scheme in offered for pick in _SERVES.get(scheme.lower(), ())))


def _all_of(words: tuple[str, ...]) -> Text:
    """Return "a", "a and b", or "a, b and c"."""
    *first, end = words or ("",)
    return BACKEND.tr("{first} and {last}", first=listed(first), last=end) if first else listed([end])


def _any_of(words: tuple[str, ...]) -> Text:
    """Return "a", "a or b", or "a, b or c"."""
    *first, end = words or ("",)
    return BACKEND.tr("{first} or {last}", first=listed(first), last=end) if first else listed([end])
