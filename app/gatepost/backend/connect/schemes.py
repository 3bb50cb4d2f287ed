"""What speaks against a way to log on, or is missing for it, in words; the table of them is that of the wire."""

from __future__ import annotations

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.connections import Connection
from gatepost.endpoints.text import NOTHING, Text, text
from gatepost.wsman import schemes
from gatepost.wsman.schemes import SCHEMES, Exposure, Missing, Scheme, scheme_of

__all__ = ["SCHEMES", "Scheme", "missing", "refusal", "scheme_of"]

_MISSING = {
    None: NOTHING,
    Missing.CERTIFICATE: text("Choose the file of the client certificate."),
    Missing.USER: text("Enter a user name."),
    Missing.PASSWORD: text("Enter the password of this user."),
}


def refusal(scheme: Scheme, address: HostAddress, proxy: str = "") -> Text:
    """Say why this scheme is not used with this address; NOTHING where it is."""
    match schemes.exposure(scheme, secure=address.secure, stays_here=address.is_loopback and not proxy):
        case Exposure.CERTIFICATE_WITHOUT_TLS:
            return text("A client certificate needs HTTPS.")
        case Exposure.PASSWORD_IN_CLEAR:
            return text(
                "{scheme} over HTTP would show the password to the network. Use HTTPS or another authentication.",
                scheme=scheme.label,
            )
    return NOTHING


def missing(connection: Connection, has_password: bool) -> Text:
    """Say what is still needed to log on; NOTHING where that is all there."""
    lacking = schemes.missing(
        scheme_of(connection.authentication),
        connection.address.host,
        connection.user,
        has_password=has_password,
        has_certificate=bool(connection.client_certificate),
    )
    return _MISSING[lacking]
