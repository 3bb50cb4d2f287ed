"""Facts of a certificate, for a person to decide on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_MAX_TEXT = 300
_MAX_NAMES = 50
_FINGERPRINT = re.compile(r"[0-9a-f]{64}", re.ASCII)


class CertificateProblem(Enum):
    """Why a certificate is not believed. EXPIRED: used outside its dates, before them included."""

    UNTRUSTED = "no trusted authority has issued the certificate"
    UNKNOWN_ISSUER = "this computer doesn't know the authority that issued the certificate"
    NAME_MISMATCH = "the certificate was issued to another name"
    ADDRESS_MISMATCH = "the certificate wasn't issued to this IP address"
    EXPIRED = "the certificate has expired or isn't valid yet"
    WEAK_KEY = "the key of the certificate, or of an authority, is too short"
    WEAK_SIGNATURE = "the certificate is signed with SHA-1 or older"
    WRONG_USAGE = "the certificate isn't meant for servers"
    UNKNOWN_EXTENSION = "the certificate has a critical extension that this computer doesn't know"
    CHANGED_PIN = "the certificate is not the one that was trusted before"


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """A certificate; its texts come from the host and are cut, its dates are in UTC.

    ``sha256`` is the fingerprint in 64 lower-case hexadecimal digits. ``names`` are the DNS names and addresses that it
    is made out to.
    """

    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime
    sha256: str
    names: tuple[str, ...]


def fingerprint(der: bytes) -> str:
    """The SHA-256 fingerprint of a certificate in DER, in lower-case hexadecimal digits."""
    return hashlib.sha256(der).hexdigest()


def channel_binding(der: bytes) -> bytes:
    """What a login over TLS is bound to: tls-server-end-point of RFC 5929 4.1, of a certificate in DER."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        algorithm = x509.load_der_x509_certificate(der).signature_hash_algorithm
    except (UnsupportedAlgorithm, ValueError):
        algorithm = None
    digest = "sha256" if algorithm is None or algorithm.name in ("md5", "sha1") else algorithm.name
    return b"tls-server-end-point:" + hashlib.new(digest, der).digest()


def normal_fingerprint(text: str) -> str:
    """A fingerprint as people write it, colons, spaces and capitals included, in the form of ``fingerprint``.

    Raises:
        ValueError: not 32 octets in hexadecimal digits.
    """
    digits = text.replace(":", "").replace(" ", "").lower()
    if not _FINGERPRINT.fullmatch(digits):
        raise ValueError("a SHA-256 fingerprint has 64 hexadecimal digits")
    return digits


def read_certificate(der: bytes) -> CertificateFacts:
    """The facts of a certificate in DER. What it is made out to may be absent or unreadable; then it has no names.

    Raises:
        ValueError: not a certificate.
    """
    from cryptography import x509

    try:
        certificate = x509.load_der_x509_certificate(der)
    except x509.InvalidVersion as error:
        raise ValueError("a certificate of an unknown version") from error
    return CertificateFacts(
        subject=_shown(certificate.subject.rfc4514_string()),
        issuer=_shown(certificate.issuer.rfc4514_string()),
        not_before=certificate.not_valid_before_utc.astimezone(UTC),
        not_after=certificate.not_valid_after_utc.astimezone(UTC),
        sha256=fingerprint(der),
        names=_names(certificate),
    )


def _names(certificate: Certificate) -> tuple[str, ...]:
    from cryptography import x509

    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType, ValueError):
        return ()
    dns: Iterable[str] = extension.value.get_values_for_type(x509.DNSName)
    addresses = extension.value.get_values_for_type(x509.IPAddress)
    return tuple(_shown(name) for name in [*dns, *map(str, addresses)][:_MAX_NAMES])


def _shown(text: str) -> str:
    # What cannot be seen, such as a change of direction, could make one name look like another.
    return "".join(character if character.isprintable() else "\ufffd" for character in text[:_MAX_TEXT])
