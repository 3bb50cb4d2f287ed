"""The ways to log on that are offered: the one list that the dialog, the command line and the connection share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatepost.backend.connect.connections import AUTOMATIC, Connection
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


_GETS = "Whoever answers gets your user name and a response that your password can be guessed from."

SCHEMES = (
    Scheme(AUTOMATIC, "Automatic", seals=True, ticket=True),
    Scheme("kerberos", "Kerberos", seals=True, ticket=True),
    Scheme("ntlm", "NTLM", seals=True),
    Scheme("credssp", "CredSSP", seals=True),
    Scheme("basic", "Basic", seals=False),
    Scheme("certificate", "Client certificate", seals=False, certificate=True),
)


def scheme_of(key: str) -> Scheme:
    """Return the scheme of that key, or the first one for a key that this version does not know."""
    return next((scheme for scheme in SCHEMES if scheme.key == key), SCHEMES[0])


def refusal(connection: Connection) -> Text:
    """Return why a connection isn't made in this way; NOTHING where it is."""
    scheme, address = scheme_of(connection.authentication), connection.address
    if address.secure:
        return NOTHING
    if scheme.certificate:
        return text("A client certificate requires HTTPS.")
    if connection.kerberos_or_https_only and not scheme.ticket:
        return text("This host is set to Kerberos or HTTPS only. {scheme} over HTTP is neither.", scheme=scheme.label)
    if scheme.seals or (address.is_loopback and not connection.proxy):
        return NOTHING
    return text(
        "{scheme} over HTTP would send the password unencrypted. Use HTTPS or another authentication method.",
        scheme=scheme.label,
    )


def allowed(connection: Connection) -> Connection:
    """Return the connection without the weaker scheme that "Kerberos or HTTPS only" rules out."""
    if connection.kerberos_or_https_only and not connection.address.secure and connection.authentication == AUTOMATIC:
        return replace(connection, authentication="kerberos")
    return connection


def unproven_identity(connection: Connection) -> Text:
    """Return what whoever answers gets before the host has proved its identity; NOTHING where that is nothing."""
    scheme, address = scheme_of(allowed(connection).authentication), connection.address
    if (
        address.secure
        or scheme.key not in (AUTOMATIC, "ntlm", "credssp")
        or (address.is_loopback and not connection.proxy)
    ):
        return NOTHING
    template = "Over HTTP, {scheme} doesn't prove the host's identity. " + _GETS
    if scheme.key == AUTOMATIC:
        template = (
            "If Kerberos isn't available, NTLM is used. Over HTTP, it doesn't prove the host's identity. " + _GETS
        )
    return text(template, scheme=scheme.label)


def missing(connection: Connection, has_password: bool) -> Text:
    """Say what is still needed to log on; NOTHING where that is all there."""
    scheme = scheme_of(connection.authentication)
    if scheme.certificate:
        return NOTHING if connection.client_certificate else text("Choose a client certificate file.")
    if not connection.user:
        with_ticket = scheme.ticket and not has_password and _has_ticket(connection)
        return NOTHING if with_ticket else text("Enter a user name.")
    # Kerberos looks for this user's ticket; automatically one that may not exist would only hide what is missing.
    if not has_password and scheme.key != "kerberos":
        return text("Enter a password.")
    return NOTHING


def _has_ticket(connection: Connection) -> bool:
    return connection.authentication == "kerberos" or can_have_ticket(connection.address.host)
