"""The ways to log on that are offered: the one list that the dialog, the command line and the connection share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.backend.addresses import HostAddress
from app.endpoints.text import NOTHING, Text, text

Authentication = Literal["ntlm", "kerberos", "credssp", "basic"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to log on. ``seals``: whether its messages are encrypted without TLS."""

    key: Authentication
    label: str
    seals: bool


SCHEMES = (
    Scheme("ntlm", "NTLM", seals=True),
    Scheme("kerberos", "Kerberos", seals=True),
    Scheme("credssp", "CredSSP", seals=True),
    Scheme("basic", "Basic", seals=False),
)


def scheme_of(key: str) -> Scheme:
    """Return the scheme of that key, or the first one for a key that this version does not know."""
    return next((scheme for scheme in SCHEMES if scheme.key == key), SCHEMES[0])


def refusal(scheme: Scheme, address: HostAddress) -> Text:
    """Say why this scheme is not used with this address; NOTHING where it is."""
    if scheme.seals or address.secure or address.is_loopback:
        return NOTHING
    return text(
        "{scheme} over HTTP would show the password to the network. Use HTTPS or another authentication.",
        scheme=scheme.label,
    )
