"""Client certificates in PKCS #12 files (.pfx, .p12), which OpenSSL's TLS takes only as PEM."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
    from cryptography.x509 import Certificate

_DER_SEQUENCE = b"\x30"


@dataclass(frozen=True, slots=True, repr=False)
class CertificateWithKey:
    """What such a file holds."""

    certificate: Certificate
    chain: tuple[Certificate, ...]
    key: PrivateKeyTypes


def is_pkcs12(path: str) -> bool:
    """Whether a file is one, and not PEM, which is text.

    Raises:
        OSError: it cannot be read.
    """
    with Path(path).open("rb") as file:
        return file.read(1) == _DER_SEQUENCE


def read_pkcs12(path: str, password: str) -> CertificateWithKey:
    """Return the certificate, its chain and its key.

    Raises:
        OSError: the file cannot be read.
        ValueError: the password is wrong, or the file holds no certificate with its key.
    """
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    try:
        key, certificate, chain = load_key_and_certificates(
            Path(path).read_bytes(), password.encode() if password else None
        )
    except ValueError as error:
        raise ValueError("it is not a PKCS #12 file, or its password is wrong") from error
    if key is None or certificate is None:
        raise ValueError("it holds no certificate with its key")
    return CertificateWithKey(certificate, tuple(chain), key)


@contextmanager
def pem_file(identity: CertificateWithKey) -> Iterator[tuple[str, bytes]]:
    """Give the path of a file in PEM that lasts as long as the block, and the password of the key in it."""
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    password = secrets.token_hex(32).encode()
    pem = identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
    for certificate in (identity.certificate, *identity.chain):
        pem += certificate.public_bytes(Encoding.PEM)
    with tempfile.TemporaryDirectory(prefix="gatepost-") as folder:  # mode 700
        path = Path(folder, "identity.pem")
        path.write_bytes(pem)
        yield str(path), password
