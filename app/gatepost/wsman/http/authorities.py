"""Files of certificate authorities, in the forms in which Windows and others export them."""

from __future__ import annotations

import codecs
import ssl
import warnings
from pathlib import Path
from typing import TypedDict

MAX_OCTETS = 16 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PEM = b"-----BEGIN "
_DER_SEQUENCE = b"\x30"
# What a file in PEM without a certificate is, by what its first block is called.
_OTHERS = (
    (b"PRIVATE KEY", "it holds a private key and no certificate"),
    (b"CERTIFICATE REQUEST", "it is a request for a certificate"),
    (b"X509 CRL", "it is a revocation list"),
    (b"PUBLIC KEY", "it holds a public key and no certificate"),
)
_NONE = "it has no certificate that can be read"
_LOCKED = "it is a PKCS #12 file (.pfx), which is for a certificate with its key; export the certificate alone"


class NoAuthorities(Exception):
    """Why a file cannot be used, as half a sentence."""


class Authorities(TypedDict, total=False):
    """Arguments for ``ssl.create_default_context``; none stand for the authorities of this computer."""

    cafile: str
    cadata: str | bytes


def authorities(path: str) -> Authorities:
    """Return whom a context has to trust: the certificates of a file in PEM, DER or PKCS #7, also as text in UTF-16.

    Raises:
        NoAuthorities: the file cannot be read, or holds something else.
    """
    if not path:
        return {}
    octets = _content(Path(path))
    if octets.startswith(_UTF16):  # as ``>`` writes it in Windows PowerShell
        octets = octets.decode("utf-16", "replace").encode("ascii", "replace")
        if b"CERTIFICATE-----" in octets:
            return {"cadata": octets.decode("ascii")}
    if b"-----BEGIN PKCS7-----" in octets or b"-----BEGIN CMS-----" in octets:
        return {"cadata": _bundle(octets, pem=True)}
    if b"CERTIFICATE-----" in octets:
        return {"cafile": path}
    if octets.startswith(_DER_SEQUENCE):
        return {"cadata": _binary(octets)}
    raise NoAuthorities(next((reason for mark, reason in _OTHERS if _PEM in octets and mark in octets), _NONE))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            octets = file.read(MAX_OCTETS + 1)
    except OSError as error:
        raise NoAuthorities((error.strerror or "it cannot be read").lower()) from error
    except ValueError as error:  # a NUL in its name
        raise NoAuthorities("there is no such file") from error
    if len(octets) > MAX_OCTETS:
        raise NoAuthorities(f"it is larger than {MAX_OCTETS // 1024**2} MB")
    if not octets:
        raise NoAuthorities("it is empty")
    return octets


def _binary(octets: bytes) -> bytes:
    """Return the certificates of a file in DER, one after the other."""
    try:
        ssl.create_default_context(cadata=octets)
    except (ssl.SSLError, ValueError):
        return _bundle(octets, pem=False)
    return octets


def _bundle(octets: bytes, *, pem: bool) -> bytes:
    """Return the certificates of a PKCS #7 file in DER, one after the other."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    load = pkcs7.load_pem_pkcs7_certificates if pem else pkcs7.load_der_pkcs7_certificates
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about encodings that are not strict
            certificates = load(octets)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NoAuthorities(_NONE if pem or not _is_pkcs12(octets) else _LOCKED) from error
    if not certificates:
        raise NoAuthorities(_NONE)
    return b"".join(certificate.public_bytes(Encoding.DER) for certificate in certificates)


def _is_pkcs12(octets: bytes) -> bool:
    """By its beginning: a sequence whose first member is the version 3 (RFC 7292 4)."""
    return b"\x02\x01\x03\x30" in octets[:10]
