"""The certificate by which we prove who we are: in PEM, or in a PKCS #12 file, which OpenSSL's TLS takes only as PEM."""

from __future__ import annotations

import secrets
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gatepost.wsman.certificates import read_certificate
from gatepost.wsman.errors import AuthenticationUnavailable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
    from cryptography.x509 import Certificate

_DER_SEQUENCE = b"\x30"


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """A certificate with its chain, and its key, in PEM; ``key_path`` "": it is in the same file.

    ``path`` may also name a PKCS #12 file (.pfx, .p12), which holds all of them. ``key_passphrase`` is that of the
    key or of the PKCS #12 file.
    """

    path: str
    key_path: str = ""
    key_passphrase: str = field(default="", repr=False)

    def load_into(self, context: ssl.SSLContext) -> None:
        """Have a context show the certificate when a host asks for it.

        Raises:
            AuthenticationUnavailable: a file cannot be used.
        """
        try:
            if is_pkcs12(self.path):
                with _pem_file(*read_pkcs12(self.path, self.key_passphrase)) as (path, password):
                    context.load_cert_chain(path, password=password)
            else:
                # Always given: OpenSSL would ask for it in a terminal otherwise.
                context.load_cert_chain(self.path, self.key_path or None, password=lambda: self.key_passphrase)
        except (OSError, ValueError) as error:
            raise AuthenticationUnavailable(f"The client certificate cannot be used: {_reason(error)}.") from None
        # Windows asks for it after it has read the request, which with TLS 1.3 has to be offered.
        context.post_handshake_auth = True

    def subject(self) -> str:
        """Whom the certificate is made out to; "" if that cannot be read."""
        try:
            return read_certificate(self._der()).subject
        except (OSError, ValueError):
            return ""

    def _der(self) -> bytes:
        if is_pkcs12(self.path):
            from cryptography.hazmat.primitives.serialization import Encoding

            _, (certificate, *_) = read_pkcs12(self.path, self.key_passphrase)
            return certificate.public_bytes(Encoding.DER)
        pem = Path(self.path).read_text("ascii")
        begin = pem.index("-----BEGIN CERTIFICATE-----")
        end = pem.index("-----END CERTIFICATE-----", begin) + len("-----END CERTIFICATE-----")
        return ssl.PEM_cert_to_DER_cert(pem[begin:end])


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, ssl.SSLError):
        if error.reason == "KEY_VALUES_MISMATCH":
            return "the key belongs to another certificate"
        return "it is not in PEM, or the password of its key is wrong"
    if isinstance(error, OSError):
        return error.strerror or "it cannot be read"
    return str(error) or "it cannot be read"


def is_pkcs12(path: str) -> bool:
    """Whether a file is PKCS #12, and not PEM, which is text.

    Raises:
        OSError: it cannot be read.
    """
    with Path(path).open("rb") as file:
        return file.read(1) == _DER_SEQUENCE


def read_pkcs12(path: str, password: str) -> tuple[PrivateKeyTypes, list[Certificate]]:
    """Return the key in a PKCS #12 file, and its certificate, with the chain after it.

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
    return key, [certificate, *chain]


@contextmanager
def _pem_file(key: PrivateKeyTypes, certificates: list[Certificate]) -> Iterator[tuple[str, bytes]]:
    """Give the path of a file in PEM that lasts as long as the block, and the password of the key in it."""
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    password = secrets.token_hex(32).encode()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
    for certificate in certificates:
        pem += certificate.public_bytes(Encoding.PEM)
    with tempfile.TemporaryDirectory(prefix="gatepost-") as folder:  # mode 700
        path = Path(folder, "identity.pem")
        path.write_bytes(pem)
        yield str(path), password
