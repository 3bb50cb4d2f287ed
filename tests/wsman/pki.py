"""Certificates for the tests: a private authority, and hosts with and without its blessing."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
DAY = datetime.timedelta(days=1)
HERE = (x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1")))


@dataclass(frozen=True)
class Issued:
    """A certificate and its key; ``path`` holds both in PEM."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey
    path: Path

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def sha256(self) -> str:
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path)
        return context


def authority(folder: Path, name: str = "Private CA") -> Issued:
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    builder = _builder(name, name, key, NOW - 100 * DAY, NOW + 100 * DAY)
    builder = builder.add_extension(x509.BasicConstraints(True, None), True).add_extension(usage, True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    return _written(builder.sign(key, hashes.SHA256()), key, folder / f"{name}.pem")


def host(
    folder: Path,
    by: Issued | None = None,
    names: tuple[x509.GeneralName, ...] = HERE,
    begins: datetime.datetime = NOW - DAY,
    ends: datetime.datetime = NOW + DAY,
    subject: str = "srv01",
) -> Issued:
    """A host's certificate, self-signed without ``by``."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer = by.key if by else key
    issuer = by.certificate.subject.rfc4514_string()[3:] if by else subject
    builder = _builder(subject, issuer, key, begins, ends)
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    builder = builder.add_extension(identifier, False)
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), False)
    certificate = builder.sign(signer, hashes.SHA256())
    return _written(certificate, key, folder / f"host-{certificate.serial_number}.pem")


def client(folder: Path, by: Issued, name: str) -> Issued:
    """A client's certificate that is made out to a user principal name."""
    encoded = name.encode()
    principal = x509.OtherName(x509.ObjectIdentifier("1.3.6.1.4.1.311.20.2.3"), bytes([12, len(encoded)]) + encoded)
    return host(folder, by, (principal,), subject=name)


def locked_key(issued: Issued, password: str) -> Path:
    """A file with the key of a certificate alone, encrypted."""
    locked = serialization.BestAvailableEncryption(password.encode())
    path = issued.path.with_suffix(".key")
    path.write_bytes(issued.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    return path


def pkcs12(issued: Issued, password: str, *chain: Issued) -> Path:
    """A certificate, its key and its chain as Windows exports them."""
    locked = serialization.BestAvailableEncryption(password.encode()) if password else serialization.NoEncryption()
    path = issued.path.with_suffix(".pfx")
    authorities = [each.certificate for each in chain]
    name = issued.certificate.subject.rfc4514_string().encode()
    path.write_bytes(serialize_key_and_certificates(name, issued.key, issued.certificate, authorities, locked))
    return path


def _builder(subject, issuer, key, begins, ends) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )


def _written(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, path: Path) -> Issued:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return Issued(certificate, key, path)
