"""TLS of the practice host: self-signed or given certificate, channel bindings."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path

_USER_PRINCIPAL_NAME = "1.3.6.1.4.1.311.20.2.3"
_UTF8_STRING = 0x0C
_LIFETIME = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ServerTls:
    """The TLS side of the HTTPS port. ``bindings`` is what an NTLM login has to name, b"" if it need not."""

    context: ssl.SSLContext
    bindings: bytes


def server_tls(host: str, certificate: str, key: str, *, strict: bool, client_authority: str) -> ServerTls:
    """Make the TLS side.

    Args:
        host: name that a self-signed certificate is made out to, besides localhost and 127.0.0.1.
        certificate: file with a certificate chain in PEM, "" for a self-signed one.
        key: file with its private key in PEM, "" if it is in the other file.
        strict: whether logins have to be bound to the channel (CbtHardeningLevel Strict).
        client_authority: file with the authorities in PEM whose certificates clients may log on with; "" for none.

    Raises:
        OSError: a file cannot be read or does not hold what it should.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate:
        context.load_cert_chain(certificate, key or None)
        pem = Path(certificate).read_bytes()
    else:
        pem = self_signed(host)
        with tempfile.TemporaryDirectory(prefix="gatepost-practice-") as folder:  # mode 700
            path = Path(folder, "host.pem")
            path.write_bytes(pem)
            context.load_cert_chain(path)
    if client_authority:
        context.load_verify_locations(client_authority)
        context.verify_mode = ssl.CERT_OPTIONAL
    return ServerTls(context, _end_point_bindings(pem) if strict else b"")


def self_signed(host: str) -> bytes:
    """Return a fresh self-signed certificate and its key, as one text in PEM."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    names = [x509.DNSName(host), x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + _LIFETIME)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def principal_name(der: bytes) -> str:
    """Return the user principal name that a client's certificate is made out to, "" for none ([MS-WCCE] 2.2.2.7.7.1).

    It is an OtherName among the alternative names, a UTF8String.
    """
    from cryptography import x509

    try:
        extension = x509.load_der_x509_certificate(der).extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (ValueError, x509.ExtensionNotFound):
        return ""
    names = (name for name in extension.value if isinstance(name, x509.OtherName))
    values = (name.value for name in names if name.type_id.dotted_string == _USER_PRINCIPAL_NAME)
    value = next(values, b"")
    is_short_text = len(value) > 2 and value[0] == _UTF8_STRING and value[1] == len(value) - 2
    return value[2:].decode("utf-8", "replace") if is_short_text else ""


def _end_point_bindings(pem: bytes) -> bytes:
    """Return the tls-server-end-point channel binding of the first certificate (RFC 5929 4.1)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    certificate = x509.load_pem_x509_certificate(pem)
    algorithm = certificate.signature_hash_algorithm
    if algorithm is None or algorithm.name in ("md5", "sha1"):
        algorithm = hashes.SHA256()
    return b"tls-server-end-point:" + certificate.fingerprint(algorithm)
