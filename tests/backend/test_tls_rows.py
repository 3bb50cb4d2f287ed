"""TLS that fails, by OpenSSL's own server, and certificates that are not believed, in the words that the user reads.

The listing of a host and the test of the connection name the same cause.
"""

from __future__ import annotations

import gc
import os
import shutil
import socket
import ssl
import struct
import subprocess
import warnings
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step
from gatepost.backend.connect.connections import Connection
from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.backend.files.settings import Settings
from gatepost.work import WorkContext
from gatepost.wsman.errors import CertificateRefused, WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.failure_rows import OPENSSL, ROWS, check
from tests.needs import needs
from tests.wsman.loopback import Listener

PASSWORD = "not-a-real-one"
REFUSAL = b"HTTP/1.1 401 \r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n"
VERSIONS = ssl.TLSVersion
LAX = "ALL:@SECLEVEL=0"
Serve = Callable[[socket.socket], None]


class Service(Listener):
    """Does one thing with each connection."""

    def __init__(self, serve: Serve) -> None:
        super().__init__()
        self._serve_one = serve

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with closing(connection), suppress(OSError, ValueError):
            self._serve_one(connection)


def tls(context: ssl.SSLContext) -> Serve:
    """A TLS server that refuses whatever it is asked."""

    def serve(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secured:
            while secured.recv(10_000):
                secured.sendall(REFUSAL)

    return serve


def says(octets: bytes) -> Serve:
    """Says the same to everybody who has said something."""

    def serve(connection: socket.socket) -> None:
        connection.recv(10_000)
        connection.sendall(octets)
        connection.recv(10_000)

    return serve


def speaks_first(octets: bytes) -> Serve:
    def serve(connection: socket.socket) -> None:
        connection.sendall(octets)
        connection.recv(10_000)

    return serve


def alert(kind: int) -> Serve:
    return says(b"\x15\x03\x03\x00\x02\x02" + bytes([kind]))


def resets(connection: socket.socket) -> None:
    connection.recv(10_000)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(connection: socket.socket) -> None:
    while connection.recv(10_000):
        pass


def without_renegotiation_info() -> Serve:
    hello = b"\x03\x03" + os.urandom(32) + b"\x00" + b"\xc0\x30" + b"\x00"
    handshake = b"\x02" + len(hello).to_bytes(3, "big") + hello
    return says(b"\x16\x03\x03" + len(handshake).to_bytes(2, "big") + handshake)


class Pki:
    """Certificates by the openssl program, as administrators make them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        names = "basicConstraints=critical,CA:true\nkeyUsage=keyCertSign,cRLSign\nsubjectKeyIdentifier=hash"
        self._write(
            "root.cnf", f"[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=v3\n[dn]\nCN=Root\n[v3]\n{names}"
        )
        self._openssl(
            *[
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-sha256",
                "-days",
                "9",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-config",
                "root.cnf",
            ]
        )
        self._openssl(*["dhparam", "-dsaparam", "-out", "dh1024.pem", "1024"])
        here = "subjectAltName=DNS:localhost,IP:127.0.0.1"
        self.issue("good", here)
        self.issue("issuing", names)
        self.issue("leaf", here, by="issuing")
        self.issue("weak", here, bits=1024)
        self.issue("sha1", here, digest="sha1")
        self.issue("client", f"{here}\nextendedKeyUsage=clientAuth")
        self.issue("critical", f"{here}\n1.2.3.4.5=critical,ASN1:UTF8String:x")
        self.issue("dnsip", "subjectAltName=DNS:127.0.0.1")

    def issue(self, name: str, extensions: str, by: str = "root", bits: int = 2048, digest: str = "sha256") -> None:
        self._write(f"{name}.ext", extensions)
        request = f"req -new -newkey rsa:{bits} -nodes -keyout {name}.key -out {name}.csr -subj /CN=localhost"
        self._openssl(*request.split())
        sign = f"x509 -req -in {name}.csr -CA {by}.pem -CAkey {by}.key -CAcreateserial -days 3 -{digest}"
        self._openssl(*sign.split(), "-extfile", f"{name}.ext", "-out", f"{name}.pem")

    def context(self, name: str = "good", **settings) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers(settings.get("ciphers", LAX))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of versions that are too old, which is the point
            context.minimum_version = settings.get("low", VERSIONS.TLSv1_2)
            context.maximum_version = settings.get("high", VERSIONS.MAXIMUM_SUPPORTED)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        if "dh" in settings:
            context.load_dh_params(self.folder / settings["dh"])
        if settings.get("verify"):
            context.load_verify_locations(self.folder / "root.pem")
            context.verify_mode = ssl.CERT_REQUIRED
        return context

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text + "\n")

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True, timeout=60)


TLS12 = VERSIONS.TLSv1_2
HANDSHAKES = {
    "1.0": (lambda pki: tls(pki.context(low=VERSIONS.TLSv1, high=VERSIONS.TLSv1)), ReachCause.OLD_TLS),
    "1.1": (lambda pki: tls(pki.context(low=VERSIONS.TLSv1_1, high=VERSIONS.TLSv1_1)), ReachCause.OLD_TLS),
    "rsa key exchange": (lambda pki: tls(pki.context(ciphers="AES256-SHA", high=TLS12)), ReachCause.NO_SHARED_CIPHER),
    "cbc": (lambda pki: tls(pki.context(ciphers="ECDHE-RSA-AES256-SHA", high=TLS12)), ReachCause.NO_SHARED_CIPHER),
    "dh 1024": (
        lambda pki: tls(pki.context(ciphers="DHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0", high=TLS12, dh="dh1024.pem")),
        ReachCause.SMALL_KEY,
    ),
    "renegotiation": (lambda _: without_renegotiation_info(), ReachCause.OLD_RENEGOTIATION),
    "unrecognized name": (lambda _: alert(112), ReachCause.TLS_NAME),
    "handshake failure": (lambda _: alert(40), ReachCause.NO_SHARED_CIPHER),
    "internal error": (lambda _: alert(80), ReachCause.TLS_HOST_ERROR),
    "bad certificate": (lambda _: alert(42), ReachCause.WANTS_CERTIFICATE),
    "unknown authority": (lambda _: alert(48), ReachCause.WANTS_CERTIFICATE),
    "access denied": (lambda _: alert(49), ReachCause.WANTS_CERTIFICATE),
    "other alert": (lambda _: alert(47), ReachCause.TLS_FAILED),
    "reset": (lambda _: resets, ReachCause.TLS_CUT),
    "closed": (lambda _: lambda connection: connection.recv(10_000), ReachCause.TLS_CUT),
    "silent": (lambda _: silent, ReachCause.TLS_SILENT),
    "client certificate, 1.2": (lambda pki: tls(pki.context(verify=True, high=TLS12)), ReachCause.WANTS_CERTIFICATE),
    "client certificate, 1.3": (lambda pki: tls(pki.context(verify=True)), ReachCause.WANTS_CERTIFICATE),
    "ssh": (lambda _: speaks_first(b"SSH-2.0-OpenSSH_for_Windows_9.5\r\n"), ReachCause.SSH_SERVER),
    "mail": (lambda _: speaks_first(b"220 mail.example.org ESMTP\r\n"), ReachCause.MAIL_SERVER),
    "http": (lambda _: says(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), ReachCause.NO_TLS),
}
AFTER_THE_HANDSHAKE = ("client certificate, 1.3",)
CERTIFICATES = {
    "unknown issuer": ("leaf", "localhost", ReachCause.UNKNOWN_ISSUER),
    "weak key": ("weak", "localhost", ReachCause.WEAK_KEY),
    "sha-1": ("sha1", "localhost", ReachCause.WEAK_SIGNATURE),
    "for clients": ("client", "localhost", ReachCause.WRONG_USAGE),
    "critical extension": ("critical", "localhost", ReachCause.UNKNOWN_EXTENSION),
    "address as a name": ("dnsip", "127.0.0.1", ReachCause.CERTIFICATE_ADDRESS),
}


@pytest.fixture(scope="module")
def pki(tmp_path_factory):
    needs(shutil.which("openssl"), "the program openssl")
    return Pki(tmp_path_factory.mktemp("openssl"))


@pytest.fixture(autouse=True)
def nothing_left_open():
    yield
    gc.collect()


def failure(port: int, host: str = "localhost", **trust) -> WsmanError:
    url = f"https://{host}:{port}/wsman"
    target = RemoteTarget("ntlm", "LAB\\user", PASSWORD, url, connect_timeout=1, read_timeout=1, **trust)
    with closing(connect(target)) as transport, pytest.raises(WsmanError) as caught:
        transport.get(uris.CONFIG, {})
    return caught.value


def said_by_the_test(port: int, host: str = "localhost", **trust):
    connection = Connection("ntlm", "LAB\\user", parse_address(f"https://{host}:{port}"), **trust)
    settings = Settings(connect_seconds=1, answer_seconds=10)
    return ConnectionTest(connection, PASSWORD, WorkContext(), settings).run()[-1]


def judged(cause, error: WsmanError, tested, host: str) -> None:
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert PASSWORD not in f"{found!s} {found.details} {error!r}"
    assert not tested.works
    assert (str(tested.said), str(tested.next_step)) == (
        str(host_error(error, host).summary),
        str(host_error(error, host).next_step),
    )


@pytest.mark.parametrize("name", HANDSHAKES)
def test_why_tls_does_not_come_about(pki, name):
    make, cause = HANDSHAKES[name]
    trust = {"ca_file": str(pki.folder / "root.pem")}
    with Service(make(pki)) as service:
        error = failure(service.port, **trust)
        tested = said_by_the_test(service.port, **trust)
        judged(cause, error, tested, f"localhost:{service.port}")
    assert tested.step is (Step.LOGON if name in AFTER_THE_HANDSHAKE else Step.TLS)


@pytest.mark.parametrize("name", CERTIFICATES)
def test_why_a_certificate_is_not_believed(pki, name):
    certificate, host, cause = CERTIFICATES[name]
    trust = {"ca_file": str(pki.folder / "root.pem")}
    with Service(tls(pki.context(certificate))) as service:
        error = failure(service.port, host, **trust)
        judged(cause, error, said_by_the_test(service.port, host, **trust), f"{host}:{service.port}")
    assert isinstance(error, CertificateRefused)
    assert error.certificate.subject == "CN=localhost"


def test_an_issuing_authority_alone_may_be_trusted(pki):
    """The same on every Python: since 3.13 its own default is to allow that."""
    with Service(tls(pki.context("leaf"))) as service:
        error = failure(service.port, ca_file=str(pki.folder / "issuing.pem"))
    assert not isinstance(error, CertificateRefused)


def test_a_strict_default_of_python_changes_nothing(pki, monkeypatch):
    usual = ssl.create_default_context

    def strict(*arguments, **options):
        context = usual(*arguments, **options)
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        return context

    monkeypatch.setattr(ssl, "create_default_context", strict)
    with Service(tls(pki.context())) as service:  # without an authority key identifier, which strict demands
        assert not isinstance(failure(service.port, ca_file=str(pki.folder / "root.pem")), CertificateRefused)


def test_every_row_of_tls_is_tested():
    tested = {cause for _, cause in HANDSHAKES.values()} | {cause for _, _, cause in CERTIFICATES.values()}
    assert {cause for cause in ROWS if ROWS[cause].how == OPENSSL} <= tested
