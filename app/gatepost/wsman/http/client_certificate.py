"""The certificate by which we prove who we are."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path

from gatepost.wsman.certificates import read_certificate
from gatepost.wsman.errors import AuthenticationUnavailable
from gatepost.wsman.http.pkcs12 import is_pkcs12, pem_file, read_pkcs12


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
                with pem_file(read_pkcs12(self.path, self.key_passphrase)) as (path, password):
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

            return read_pkcs12(self.path, self.key_passphrase).certificate.public_bytes(Encoding.DER)
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
