"""Logging on with a certificate instead of a password, against a practice host that maps it to an account."""

import ssl
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step
from gatepost.backend.connect.connections import Connection
from gatepost.backend.failures.diagnose import host_error
from gatepost.work import WorkContext
from gatepost.wsman.errors import (
    AuthenticationUnavailable,
    CertificateRefused,
    ClientCertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
)
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki
from tests.wsman.loopback import Listener
from tests.wsman.raw_host import RawHost, soap
from tests.wsman.tls_hosts import Ear

PASSWORD = "of the key"


@dataclass(frozen=True)
class Lab:
    folder: Path
    authority: pki.Issued
    practice: PracticeProcess

    def person(self, role="administrator", by=None):
        user = self.practice.account(role)[0].rpartition("\\")[2]
        return pki.client(self.folder, by or self.authority, f"{user}@localhost")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pki")
    authority = pki.authority(folder)
    arguments = ["--certificate", str(pki.host(folder, authority).path), "--client-authority", str(authority.path)]
    with PracticeProcess("reference-page", "--https", *arguments) as practice:
        yield Lab(folder, authority, practice)


@pytest.fixture
def open_host(lab, open_target):
    def open_host(certificate, key="", password="", url="", **options):
        trust = {"ca_file": str(lab.authority.path)} | options
        files = {"client_certificate": str(certificate), "client_key": str(key)}
        url = url or lab.practice.info["https_url"]
        return open_target(url, "certificate", "", password, **files, **trust)

    return open_host


@pytest.mark.parametrize("locked", [False, True])
def test_reading_and_writing(lab, open_host, locked):
    person = lab.person()
    key = pki.locked_key(person, PASSWORD) if locked else ""
    certificate = person.path
    if locked:
        certificate = lab.folder / "alone.pem"
        certificate.write_bytes(person.certificate.public_bytes(serialization.Encoding.PEM))
    host = open_host(certificate, key, PASSWORD if locked else "")
    document = host.get(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"})
    assert host.put(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"}, document)
    assert (host.authentication, host.encrypted) == ("Client certificate", True)
    assert host.account == person.certificate.subject.rfc4514_string()


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_a_file_as_windows_exports_it(lab, open_host, password):
    person = lab.person()
    host = open_host(pki.pkcs12(person, password, lab.authority), password=password)
    assert host.identify().product_vendor == "Microsoft Corporation"
    assert host.account == person.certificate.subject.rfc4514_string()


@pytest.mark.parametrize("password", ["", "another one"])
def test_a_file_as_windows_exports_it_with_another_password(lab, open_host, password):
    path = pki.pkcs12(lab.person(), PASSWORD)
    with pytest.raises(AuthenticationUnavailable, match="or its password is wrong") as caught:
        open_host(path, password=password).identify()
    assert PASSWORD not in str(caught.value)


def test_of_a_file_as_windows_exports_it_nothing_stays_behind(lab, open_host, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    open_host(pki.pkcs12(lab.person(), PASSWORD), password=PASSWORD).identify()
    assert list(tmp_path.iterdir()) == []


def test_a_certificate_of_nobody(lab, open_host):
    stranger = pki.client(lab.folder, lab.authority, "stranger@localhost")
    with pytest.raises(ClientCertificateRefused) as caught:
        open_host(stranger.path).identify()
    assert caught.value.delivery is Delivery.NOT_SENT
    assert "certmapping" in str(host_error(caught.value, "SRV").next_step)


def test_an_authority_that_the_host_does_not_trust(lab, open_host):
    other = pki.authority(lab.folder, "Other CA")
    with pytest.raises(ConnectionFailed) as caught:
        open_host(lab.person(by=other).path).identify()
    assert caught.value.problem is ConnectionFailureReason.CLIENT_CERTIFICATE
    assert "client certificate" in str(host_error(caught.value, "SRV").summary)


def test_a_host_that_is_not_believed_does_not_see_the_certificate(lab, open_host):
    impostor = pki.host(lab.folder)
    context = impostor.context()
    context.load_verify_locations(lab.authority.path)
    context.verify_mode = 1  # CERT_OPTIONAL
    with Ear(context) as ear, pytest.raises(CertificateRefused):
        open_host(lab.person().path, url=ear.url).identify()
    assert ear.heard == b""


class LateAsker(RawHost):
    """Asks for the certificate of the client when it has read the request, RFC 8446 4.6.2."""

    def __init__(self, context, *steps):
        super().__init__(*steps)
        self.shown = b""
        self._context = context

    def _serve(self, connection, number):
        self._secured = self._context.wrap_socket(connection, server_side=True)
        super()._serve(self._secured, number)

    def reply(self, request):
        self._secured.verify_client_post_handshake()
        self._secured.do_handshake()
        self._secured.settimeout(0.1)
        for _ in range(50):
            with suppress(TimeoutError):
                self._secured.recv(1)  # takes the client's messages of the handshake, for there are no others
            self.shown = self._secured.getpeercert(binary_form=True) or b""
            if self.shown:
                break
        self._secured.settimeout(None)
        return super().reply(request)


def test_a_host_that_asks_for_it_after_the_request(lab, open_host):
    context = pki.host(lab.folder, lab.authority).context()
    context.load_verify_locations(lab.authority.path)
    context.verify_mode = ssl.CERT_REQUIRED
    context.post_handshake_auth = True
    person = lab.person()
    with LateAsker(context, soap("<c/>")) as raw:
        host = open_host(person.path, url=raw.url.replace("http:", "https:"))
        assert host.get(uris.CONFIG, {}) == b"<c/>"
        host.close()
    assert raw.shown == person.der


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "No such file"),
        ("no PEM", "not in PEM"),
        ("no key", "not in PEM"),
        ("other key", "another certificate"),
        ("wrong password", "password of its key"),
    ],
)
def test_files_that_cannot_be_used(lab, open_host, kind, words):
    person = lab.person()
    alone = lab.folder / "certificate.pem"
    alone.write_bytes(person.certificate.public_bytes(serialization.Encoding.PEM))
    text = lab.folder / "text.pem"
    text.write_text("no certificate")
    files = {
        "missing": (lab.folder / "nowhere.pem", ""),
        "no PEM": (text, ""),
        "no key": (alone, ""),
        "other key": (alone, lab.person().path),
        "wrong password": (alone, pki.locked_key(person, PASSWORD)),
    }
    with pytest.raises(AuthenticationUnavailable, match=words) as caught:
        open_host(*files[kind], "not-this-one").identify()
    assert caught.value.delivery is Delivery.NOT_SENT
    assert "not-this-one" not in f"{caught.value!r}"


def test_the_way_is_tried_with_it(lab):
    connection = Connection(
        "certificate",
        "",
        parse_address(lab.practice.info["https_url"]),
        ca_file=str(lab.authority.path),
        client_certificate=str(lab.person().path),
    )
    results = ConnectionTest(connection, "", WorkContext()).run()
    assert [(result.step, result.works) for result in results] == [(step, True) for step in Step]
    assert "Client certificate" in str(results[3].said)


@pytest.mark.parametrize(
    ("url", "certificate"), [("http://srv01:5985/wsman", "me.pem"), ("https://srv01:5986/wsman", "")]
)
def test_a_target_that_makes_no_sense(url, certificate):
    with pytest.raises(ValueError, match="certificate"):
        RemoteTarget("certificate", "", "", url, client_certificate=certificate)


class Refusing(Listener):
    """Answers a handshake with an alert (RFC 8446 6.2)."""

    def __init__(self, alert: int) -> None:
        super().__init__()
        self._alert = alert

    def accepted(self, connection):
        self.start(self._refuse, connection)

    def _refuse(self, connection):
        with connection, suppress(OSError):
            connection.recv(10_000)
            connection.sendall(b"\x15\x03\x03\x00\x02\x02" + bytes([self._alert]))
            connection.recv(10_000)


@pytest.mark.parametrize("alert", [42, 45, 48])  # bad certificate, expired, unknown authority
def test_a_host_that_refuses_the_certificate_within_the_handshake(lab, open_host, alert):
    with Refusing(alert) as refusing:
        host = open_host(lab.person().path, url=f"https://127.0.0.1:{refusing.port}/wsman")
        with pytest.raises(ConnectionFailed) as caught:
            host.identify()
    assert "didn't accept the client certificate" in str(host_error(caught.value, "SRV01"))
