"""Certificate authorities in every form in which people export them."""

from __future__ import annotations

from contextlib import closing

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs7
from cryptography.x509 import load_pem_x509_certificate

from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason
from gatepost.wsman.http.authorities import MAX_OCTETS, NoAuthorities, authorities
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki


@pytest.fixture(scope="module")
def practice(folder, authority):
    with PracticeProcess("reference-page", "--https", "--certificate", str(pki.host(folder, authority).path)) as host:
        yield host


def pem(authority) -> bytes:
    certificate: bytes = authority.certificate.public_bytes(Encoding.PEM)
    return certificate


def in_ber(der: bytes) -> bytes:
    """The same value without a length in front: X.690 8.1.3.6, as some tools write it."""
    assert der[:2] == b"\x30\x82"
    return b"\x30\x80" + der[4:] + b"\0\0"


FORMS = {
    "PEM": pem,
    "PEM, Windows' line ends": lambda a: pem(a).replace(b"\n", b"\r\n"),
    "PEM, byte order mark": lambda a: b"\xef\xbb\xbf" + pem(a),
    "PEM, text around it": lambda a: b"issuer=Root\n" + pem(a) + b"the end\n",
    "PEM with a key": lambda a: a.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + pem(a),
    "UTF-16": lambda a: pem(a).decode().encode("utf-16"),
    "UTF-16, big endian": lambda a: b"\xfe\xff" + pem(a).decode().encode("utf-16-be"),
    "DER": lambda a: a.certificate.public_bytes(Encoding.DER),
    "PKCS #7, DER": lambda a: pkcs7.serialize_certificates([a.certificate], Encoding.DER),
    "PKCS #7, PEM": lambda a: pkcs7.serialize_certificates([a.certificate], Encoding.PEM),
    "PKCS #7, BER": lambda a: in_ber(pkcs7.serialize_certificates([a.certificate], Encoding.DER)),
    "PKCS #7, UTF-16": lambda a: pkcs7.serialize_certificates([a.certificate], Encoding.PEM).decode().encode("utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_host_is_believed_by_its_authority(practice, authority, tmp_path, form):
    path = tmp_path / "authority"
    path.write_bytes(FORMS[form](authority))
    target = RemoteTarget("ntlm", *practice.account(), practice.info["https_url"], ca_file=str(path))
    with closing(connect(target)) as host:
        assert host.identify().product_vendor


@pytest.mark.parametrize("form", FORMS)
def test_a_host_of_another_authority_is_not_believed(practice, folder, tmp_path, form):
    path = tmp_path / "authority"
    path.write_bytes(FORMS[form](pki.authority(tmp_path)))
    target = RemoteTarget("ntlm", *practice.account(), practice.info["https_url"], ca_file=str(path))
    with closing(connect(target)) as host, pytest.raises(Exception, match="authority"):
        host.identify()


def private_key(authority) -> bytes:
    key: bytes = authority.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key


OTHERS = {
    "nothing": (b"", "empty"),
    "text": (b"hello", "no certificate"),
    "a page": (b"<html>\x30</html>", "no certificate"),
    "a request": (b"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n", "request"),
    "a revocation list": (b"-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n", "revocation list"),
    "a bundle of nothing": (b"-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\n", "no certificate"),
    "DER of something": (b"\x30\x03\x02\x01\x01", "no certificate"),
    "UTF-16 of something": ("-----BEGIN".encode("utf-16"), "no certificate"),
    "too much": (b"x" * (MAX_OCTETS + 1), "larger than 16 MB"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_else_a_file_is_is_said(tmp_path, kind):
    content, words = OTHERS[kind]
    path = tmp_path / "authority"
    path.write_bytes(content)
    with pytest.raises(NoAuthorities, match=words):
        authorities(str(path))


def test_a_key_and_a_certificate_with_its_key_are_no_authorities(authority, tmp_path):
    path = tmp_path / "key.pem"
    path.write_bytes(private_key(authority))
    with pytest.raises(NoAuthorities, match="private key"):
        authorities(str(path))
    with pytest.raises(NoAuthorities, match="PKCS #12"):
        authorities(str(pki.pkcs12(authority, "secret")))


def test_a_file_that_cannot_be_read_is_said_to_be(tmp_path):
    with pytest.raises(NoAuthorities, match="no such file"):
        authorities(str(tmp_path / "missing.pem"))
    with pytest.raises(NoAuthorities, match="directory"):
        authorities(str(tmp_path))


def test_a_certificate_that_is_cut_short_is_said_to_be_unreadable(authority, tmp_path):
    path = tmp_path / "cut.pem"
    path.write_bytes(pem(authority).replace(b"\n", b"!\n"))
    target = RemoteTarget("basic", "u", "p", "https://127.0.0.1:9/wsman", ca_file=str(path))
    with closing(connect(target)) as host, pytest.raises(ConnectionFailed) as caught:
        host.identify()
    assert (caught.value.problem, caught.value.detail) == (
        ConnectionFailureReason.NO_AUTHORITIES,
        "its certificates can't be read",
    )


def test_without_a_file_the_authorities_of_this_computer_count():
    assert authorities("") == {}


def test_what_a_bundle_holds_is_all_that_counts(authority, tmp_path):
    path = tmp_path / "bundle.p7b"
    second = pki.authority(tmp_path)
    path.write_bytes(pkcs7.serialize_certificates([authority.certificate, second.certificate], Encoding.DER))
    found = authorities(str(path))["cadata"]
    assert isinstance(found, bytes)
    for each in (authority, second):
        assert load_pem_x509_certificate(pem(each)).public_bytes(Encoding.DER) in found
