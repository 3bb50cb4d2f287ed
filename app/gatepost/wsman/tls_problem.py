"""Causes of a failed TLS handshake, from OpenSSL's own reasons and from the first octets that the host sent."""

from __future__ import annotations

import ssl
from enum import Enum

from gatepost.wsman.legs import Speaker, speaker_of


class TlsProblem(Enum):
    """Why TLS did not come about."""

    NOT_TLS = "the port answers without TLS"
    SSH = "the port belongs to an SSH server"
    MAIL = "the port belongs to a mail server"
    OLD_VERSION = "the host speaks no TLS version that this computer accepts (1.2 and later)"
    NO_SHARED_CIPHER = "host and computer have no cipher suite in common"
    SMALL_KEY = "the host's key or its Diffie-Hellman parameters are too small"
    OLD_RENEGOTIATION = "the host's TLS lacks secure renegotiation (RFC 5746)"
    WANTS_CERTIFICATE = "the host demands a client certificate"
    CERTIFICATE_REFUSED = "the host refuses the client certificate in the handshake"
    UNKNOWN_NAME = "the host knows no certificate for this name"
    HOST_ERROR = "the host reports an internal error, as one without a usable private key does"
    SILENT = "the host accepted the connection and didn't answer the handshake in time"
    CUT = "the host closed the connection when the handshake began"
    OTHER = "the handshake failed"


_REASONS = {
    "TLSV1_ALERT_PROTOCOL_VERSION": TlsProblem.OLD_VERSION,
    "UNSUPPORTED_PROTOCOL": TlsProblem.OLD_VERSION,
    "WRONG_SSL_VERSION": TlsProblem.OLD_VERSION,
    "NO_PROTOCOLS_AVAILABLE": TlsProblem.OLD_VERSION,
    "TLSV1_ALERT_INSUFFICIENT_SECURITY": TlsProblem.NO_SHARED_CIPHER,
    "NO_SHARED_CIPHER": TlsProblem.NO_SHARED_CIPHER,
    "NO_CIPHERS_AVAILABLE": TlsProblem.NO_SHARED_CIPHER,
    "WRONG_CIPHER_RETURNED": TlsProblem.NO_SHARED_CIPHER,
    "WRONG_SIGNATURE_TYPE": TlsProblem.NO_SHARED_CIPHER,
    "WRONG_CURVE": TlsProblem.NO_SHARED_CIPHER,
    "DH_KEY_TOO_SMALL": TlsProblem.SMALL_KEY,
    "EE_KEY_TOO_SMALL": TlsProblem.SMALL_KEY,
    "CA_KEY_TOO_SMALL": TlsProblem.SMALL_KEY,
    "MODULUS_TOO_SMALL": TlsProblem.SMALL_KEY,
    "BAD_DH_VALUE": TlsProblem.SMALL_KEY,
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": TlsProblem.OLD_RENEGOTIATION,
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": TlsProblem.WANTS_CERTIFICATE,
    "SSLV3_ALERT_BAD_CERTIFICATE": TlsProblem.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE": TlsProblem.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_REVOKED": TlsProblem.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_EXPIRED": TlsProblem.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN": TlsProblem.CERTIFICATE_REFUSED,
    "TLSV1_ALERT_UNKNOWN_CA": TlsProblem.CERTIFICATE_REFUSED,
    "TLSV1_ALERT_ACCESS_DENIED": TlsProblem.CERTIFICATE_REFUSED,
    "TLSV1_UNRECOGNIZED_NAME": TlsProblem.UNKNOWN_NAME,
    "TLSV1_ALERT_UNRECOGNIZED_NAME": TlsProblem.UNKNOWN_NAME,
    "TLSV1_ALERT_INTERNAL_ERROR": TlsProblem.HOST_ERROR,
}
_HANDSHAKE_FAILURE = (
    "SSLV3_ALERT_HANDSHAKE_FAILURE",
    "SSL/TLS_ALERT_HANDSHAKE_FAILURE",
    "TLSV1_ALERT_HANDSHAKE_FAILURE",
)
_BEFORE_TLS = {
    Speaker.SSH: TlsProblem.SSH,
    Speaker.MAIL: TlsProblem.MAIL,
    Speaker.HTTP: TlsProblem.NOT_TLS,
    Speaker.UNKNOWN: TlsProblem.NOT_TLS,
}


def tls_problem(error: BaseException, first: bytes = b"", *, agreed: bool = False) -> TlsProblem | None:
    """The problem behind an exception of a handshake; None where it is not one of TLS.

    ``first`` are the first octets that the host sent, b"" where they are not known; ``agreed``: whether a cipher suite
    was agreed on before.
    """
    if first and speaker_of(first) in _BEFORE_TLS:
        return _BEFORE_TLS[speaker_of(first)]
    if isinstance(error, ssl.SSLEOFError | ConnectionResetError | BrokenPipeError):
        return TlsProblem.CUT
    if not isinstance(error, ssl.SSLError):
        return None
    reason = (error.reason or "").upper()
    if reason in _HANDSHAKE_FAILURE:
        # What is missing after that is our certificate.
        return TlsProblem.WANTS_CERTIFICATE if agreed else TlsProblem.NO_SHARED_CIPHER
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"):
        return TlsProblem.NOT_TLS
    return _REASONS.get(reason, TlsProblem.OTHER)
