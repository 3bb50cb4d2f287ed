"""Causes of a failed TLS handshake, from OpenSSL's own reasons and from the first octets that the host sent."""

from __future__ import annotations

import ssl
from enum import Enum

from gatepost.wsman.exchange_steps import PeerProtocol, protocol_of


class TlsFailureReason(Enum):
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
    "TLSV1_ALERT_PROTOCOL_VERSION": TlsFailureReason.OLD_VERSION,
    "UNSUPPORTED_PROTOCOL": TlsFailureReason.OLD_VERSION,
    "WRONG_SSL_VERSION": TlsFailureReason.OLD_VERSION,
    "NO_PROTOCOLS_AVAILABLE": TlsFailureReason.OLD_VERSION,
    "TLSV1_ALERT_INSUFFICIENT_SECURITY": TlsFailureReason.NO_SHARED_CIPHER,
    "NO_SHARED_CIPHER": TlsFailureReason.NO_SHARED_CIPHER,
    "NO_CIPHERS_AVAILABLE": TlsFailureReason.NO_SHARED_CIPHER,
    "WRONG_CIPHER_RETURNED": TlsFailureReason.NO_SHARED_CIPHER,
    "WRONG_SIGNATURE_TYPE": TlsFailureReason.NO_SHARED_CIPHER,
    "WRONG_CURVE": TlsFailureReason.NO_SHARED_CIPHER,
    "DH_KEY_TOO_SMALL": TlsFailureReason.SMALL_KEY,
    "EE_KEY_TOO_SMALL": TlsFailureReason.SMALL_KEY,
    "CA_KEY_TOO_SMALL": TlsFailureReason.SMALL_KEY,
    "MODULUS_TOO_SMALL": TlsFailureReason.SMALL_KEY,
    "BAD_DH_VALUE": TlsFailureReason.SMALL_KEY,
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": TlsFailureReason.OLD_RENEGOTIATION,
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": TlsFailureReason.WANTS_CERTIFICATE,
    "SSLV3_ALERT_BAD_CERTIFICATE": TlsFailureReason.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE": TlsFailureReason.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_REVOKED": TlsFailureReason.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_EXPIRED": TlsFailureReason.CERTIFICATE_REFUSED,
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN": TlsFailureReason.CERTIFICATE_REFUSED,
    "TLSV1_ALERT_UNKNOWN_CA": TlsFailureReason.CERTIFICATE_REFUSED,
    "TLSV1_ALERT_ACCESS_DENIED": TlsFailureReason.CERTIFICATE_REFUSED,
    "TLSV1_UNRECOGNIZED_NAME": TlsFailureReason.UNKNOWN_NAME,
    "TLSV1_ALERT_UNRECOGNIZED_NAME": TlsFailureReason.UNKNOWN_NAME,
    "TLSV1_ALERT_INTERNAL_ERROR": TlsFailureReason.HOST_ERROR,
}
_HANDSHAKE_FAILURE = (
    "SSLV3_ALERT_HANDSHAKE_FAILURE",
    "SSL/TLS_ALERT_HANDSHAKE_FAILURE",
    "TLSV1_ALERT_HANDSHAKE_FAILURE",
)
_BEFORE_TLS = {
    PeerProtocol.SSH: TlsFailureReason.SSH,
    PeerProtocol.MAIL: TlsFailureReason.MAIL,
    PeerProtocol.HTTP: TlsFailureReason.NOT_TLS,
    PeerProtocol.UNKNOWN: TlsFailureReason.NOT_TLS,
}


def tls_problem(error: BaseException, first: bytes = b"", *, agreed: bool = False) -> TlsFailureReason | None:
    """The problem behind an exception of a handshake; None where it is not one of TLS.

    ``first`` are the first octets that the host sent, b"" where they are not known; ``agreed``: whether a cipher suite
    was agreed on before.
    """
    if first and protocol_of(first) in _BEFORE_TLS:
        return _BEFORE_TLS[protocol_of(first)]
    if isinstance(error, ssl.SSLEOFError | ConnectionResetError | BrokenPipeError):
        return TlsFailureReason.CUT
    if not isinstance(error, ssl.SSLError):
        return None
    reason = (error.reason or "").upper()
    if reason in _HANDSHAKE_FAILURE:
        # What is missing after that is our certificate.
        return TlsFailureReason.WANTS_CERTIFICATE if agreed else TlsFailureReason.NO_SHARED_CIPHER
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"):
        return TlsFailureReason.NOT_TLS
    return _REASONS.get(reason, TlsFailureReason.OTHER)
