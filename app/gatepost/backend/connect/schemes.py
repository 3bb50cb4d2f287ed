"""The ways to log on that are offered: the one list that the dialog, the command line and the connection share."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.connections import Connection
from gatepost.endpoints.text import NOTHING, Text, text
from gatepost.wsman.login.automatic import can_have_ticket
from gatepost.wsman.login.remote import Authentication


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


def scheme_of(key: str) -> Scheme:
    """Return the scheme of that key, or the first one for a key that this version does not know."""
    return next((scheme for scheme in SCHEMES if scheme.key == key), SCHEMES[0])


def refusal(scheme: Scheme, address: HostAddress, proxy: str = "") -> Text:
    """Say why this scheme is not used with this address; NOTHING where it is."""
    if scheme.seals or address.secure:
        return NOTHING
    if scheme.certificate:
        return text("A client certificate needs HTTPS.")
    if address.is_loopback and not proxy:
        return NOTHING
    return text(
        "{scheme} over HTTP would show the password to the network. Use HTTPS or another authentication.",
        scheme=scheme.label,
    )


def missing(connection: Connection, has_password: bool) -> Text:
    """Say what is still needed to log on; NOTHING where that is all there."""
    scheme = scheme_of(connection.authentication)
    if scheme.certificate:
        return NOTHING if connection.client_certificate else text("Choose the file of the client certificate.")
    if not connection.user:
        with_ticket = scheme.ticket and not has_password and _has_ticket(connection)
        return NOTHING if with_ticket else text("Type the user to log on as.")
    # Kerberos looks for this user's ticket; automatically one that may not exist would only hide what is missing.
    if not has_password and scheme.key != "kerberos":
        return text("Type the password of this user.")
    return NOTHING


def _has_ticket(connection: Connection) -> bool:
    return connection.authentication == "kerberos" or can_have_ticket(connection.address.host)
