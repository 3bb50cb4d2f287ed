"""Texts of the authentication schemes; what each needs and where it may be used is in ``wsman.schemes``."""

from __future__ import annotations

from dataclasses import replace

from gatepost.backend.connect.connections import AUTOMATIC, Connection
from gatepost.endpoints.text import BACKEND, NOTHING, Text, sentences
from gatepost.endpoints.visible import hidden_character
from gatepost.wsman import schemes
from gatepost.wsman.schemes import SCHEMES, Exposure, Missing, Scheme, scheme_of

__all__ = ["SCHEMES", "Scheme", "identity_unverified", "missing_text", "refusal", "scheme_of", "with_allowed_scheme"]

_MISSING = {
    None: NOTHING,
    Missing.CERTIFICATE: BACKEND.tr("Choose a client certificate file."),
    Missing.USER: BACKEND.tr("Enter a user name."),
    Missing.PASSWORD: BACKEND.tr("Enter a password."),
}
_GETS = BACKEND.tr(
    "A computer that impersonates the host could get your user name and a response that can be used to crack "
    "your password."
)


def refusal(connection: Connection) -> Text:
    """Return why a connection isn't made in this way; NOTHING where it is."""
    scheme, secure = scheme_of(connection.authentication), connection.address.secure
    if hidden := hidden_character(connection.user):
        return BACKEND.tr("The user name contains an invisible character ({code}). Delete it.", code=hidden)
    if connection.kerberos_or_https_only and not secure and not scheme.ticket:
        return BACKEND.tr(
            "This host is set to Kerberos or HTTPS only. {scheme} over HTTP isn't allowed; use Kerberos or HTTPS.",
            scheme=scheme.label,
        )
    match schemes.exposure(scheme, secure=secure, stays_here=_stays_here(connection)):
        case Exposure.CERTIFICATE_WITHOUT_TLS:
            return BACKEND.tr("A client certificate requires HTTPS.")
        case Exposure.PASSWORD_IN_CLEAR:
            return BACKEND.tr(
                "{scheme} over HTTP would send the password unencrypted. Use HTTPS or another authentication method.",
                scheme=scheme.label,
            )
    return NOTHING


def with_allowed_scheme(connection: Connection) -> Connection:
    """Return the connection without the weaker scheme that "Kerberos or HTTPS only" rules out."""
    if connection.kerberos_or_https_only and not connection.address.secure and connection.authentication == AUTOMATIC:
        return replace(connection, authentication="kerberos")
    return connection


def identity_unverified(connection: Connection) -> Text:
    """Return what a server gets before it has proved its identity; NOTHING where that is nothing."""
    scheme = scheme_of(with_allowed_scheme(connection).authentication)
    if connection.address.secure or _stays_here(connection) or scheme.key not in (AUTOMATIC, "ntlm", "credssp"):
        return NOTHING
    if scheme.key == AUTOMATIC:
        sentence = BACKEND.tr(
            "If Kerberos isn't available, NTLM is used. Over HTTP, it doesn't prove the host's identity."
        )
    else:
        sentence = BACKEND.tr("Over HTTP, {scheme} doesn't prove the host's identity.", scheme=scheme.label)
    return sentences(sentence, _GETS)


def missing_text(connection: Connection, *, has_password: bool) -> Text:
    """Say what is still needed to log on; NOTHING where that is all there."""
    lacking = schemes.missing(
        scheme_of(connection.authentication),
        connection.verify_as or connection.address.host,
        connection.user,
        has_password=has_password,
        has_certificate=bool(connection.client_certificate),
    )
    return _MISSING[lacking]


def _stays_here(connection: Connection) -> bool:
    return connection.address.is_loopback and not connection.proxy
