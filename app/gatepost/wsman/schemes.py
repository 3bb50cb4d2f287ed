"""Authentication schemes: what each needs, and where it may be used. One table for all packages."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from gatepost.wsman.host_urls import is_address, is_loopback

Authentication = Literal["automatic", "kerberos", "ntlm", "credssp", "basic", "certificate"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to log on.

    ``seals``: whether its messages are encrypted without TLS. ``ticket``: whether user and password may be left out,
    for a Kerberos ticket. ``certificate``: whether a certificate stands in for the user, over https.
    """

    key: Authentication
    label: str
    seals: bool
    ticket: bool = False
    certificate: bool = False


SCHEMES = (
    Scheme("automatic", "Automatic", seals=True, ticket=True),
    Scheme("kerberos", "Kerberos", seals=True, ticket=True),
    Scheme("ntlm", "NTLM", seals=True),
    Scheme("credssp", "CredSSP", seals=True),
    Scheme("basic", "Basic", seals=False),
    Scheme("certificate", "Client certificate", seals=False, certificate=True),
)


class Missing(Enum):
    """What is still needed to log on."""

    CERTIFICATE = auto()
    USER = auto()
    PASSWORD = auto()


class Exposure(Enum):
    """Why a scheme is not used with an address."""

    CERTIFICATE_WITHOUT_TLS = auto()
    PASSWORD_IN_CLEAR = auto()


def scheme_of(key: str) -> Scheme:
    """Return the scheme of that key, or the first one for a key that this version does not know."""
    return next((scheme for scheme in SCHEMES if scheme.key == key), SCHEMES[0])


def exposure(scheme: Scheme, *, secure: bool, stays_here: bool) -> Exposure | None:
    """Say what speaks against a scheme; None where nothing does.

    ``secure``: over TLS. ``stays_here``: nothing leaves this computer, neither to a host nor to a proxy.
    """
    if scheme.seals or secure:
        return None
    if scheme.certificate:
        return Exposure.CERTIFICATE_WITHOUT_TLS
    return None if stays_here else Exposure.PASSWORD_IN_CLEAR


def missing(scheme: Scheme, host: str, user: str, *, has_password: bool, has_certificate: bool) -> Missing | None:
    """Return what is needed to log on to a host and not there; None where nothing is."""
    if scheme.certificate:
        return None if has_certificate else Missing.CERTIFICATE
    if not user:
        ticket = scheme.ticket and not has_password and (scheme.key == "kerberos" or can_have_ticket(host))
        return None if ticket else Missing.USER
    # Kerberos looks for this user's ticket; automatic would only hide what is missing behind one that may not exist.
    return None if has_password or scheme.key == "kerberos" else Missing.PASSWORD


def can_have_ticket(host: str) -> bool:
    """Whether there can be a Kerberos ticket for a host: it takes a name that others know it by, and the package."""
    package = "winkerberos" if sys.platform == "win32" else "kerberos"
    return not is_loopback(host) and not is_address(host) and is_installed(package)


def is_installed(package: str) -> bool:
    """Whether a package can be imported, without importing it."""
    return importlib.util.find_spec(package) is not None
