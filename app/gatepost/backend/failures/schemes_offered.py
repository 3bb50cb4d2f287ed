"""Authentication schemes that a host offers, as text, and which of them can be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.endpoints.text import BACKEND, Text, listed
from gatepost.wsman.errors import AuthenticationFailed
from gatepost.wsman.schemes import Scheme, scheme_of

# What a host writes for a way to log on, and the keys of the schemes of ours that it serves, best first.
_SERVES = {
    "kerberos": ("kerberos",),
    "negotiate": ("ntlm", "kerberos"),
    "ntlm": ("ntlm",),
    "credssp": ("credssp",),
    "basic": ("basic",),
}


def offer_cause(error: AuthenticationFailed) -> LoginCause | None:
    """Return the cause of a logon that the host offers other ways for; None where it offers the one that was tried."""
    schemes = _served(error.offered)
    if not error.offered or not error.tried or error.tried in [scheme.label for scheme in schemes]:
        return None
    return LoginCause.SCHEME_NOT_OFFERED if schemes else LoginCause.NO_SCHEME


def offer_of(error: AuthenticationFailed) -> dict[str, str | Text]:
    """Return what was tried, what the host offers, and what to pick of it, for the texts."""
    over_https = BACKEND.tr("{scheme} over HTTPS")
    picks = [
        scheme.label if scheme.seals else over_https.filled(scheme=scheme.label) for scheme in _served(error.offered)
    ]
    offered = _joined(error.offered, BACKEND.tr("{first} and {last}"))
    return {"tried": error.tried, "offered": offered, "pick": _joined(picks, _OR)}


def options_for(error: AuthenticationFailed) -> str:
    """Return the options that pick what the host offers."""
    schemes = _served(error.offered)
    options = [f"--auth {scheme.key}" if scheme.seals else f"--auth {scheme.key} with https://" for scheme in schemes]
    return str(_joined(options, _OR))


def _served(offered: Iterable[str]) -> list[Scheme]:
    """The schemes of ours that the host takes, the best first."""
    keys = dict.fromkeys(key for written in offered for key in _SERVES.get(written.lower(), ()))
    return [scheme_of(key) for key in keys]


_OR = BACKEND.tr("{first} or {last}")


def _joined(words: Sequence[str | Text], last_two: Text) -> Text:
    """Return "a", "a or b", or "a, b or c"."""
    *first, end = words or ("",)
    return last_two.filled(first=listed(first), last=end) if first else listed([end])
