"""Kerberos with a real KDC; the host is an acceptor on pykerberos that seals with the key of the ticket."""

from __future__ import annotations

import gc
import os
import re
import struct

import pytest

from app.wsman import uris
from app.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    EncryptionMissing,
    KerberosFailed,
    KerberosProblem,
)
from app.wsman.remote import RemoteTarget, connect
from tests.wsman.kdc import Kdc, missing_tools
from tests.wsman.raw_host import RawHost, http
from tests.wsman.recorder import Recorder
from tests.wsman.wires import answer, message_id

kerberos = pytest.importorskip("kerberos", reason="the extra gatepost[kerberos] is not installed")
pytest.importorskip("krb5", reason="the package krb5 is not installed")
if missing_tools():
    pytest.skip(f"no MIT Kerberos: {', '.join(missing_tools())} not found", allow_module_level=True)

REFUSED = http(b"", "401 No", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos")
SEALED = (
    'Content-Type: multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";'
    'boundary="Encrypted Boundary"'
)


class Acceptor:
    """Steps of a ``RawHost``: the login, then sealed messages."""

    def __init__(self) -> None:
        self.raw: RawHost | None = None
        self.users: list[str] = []
        self.envelopes: list[bytes] = []
        self._state = None

    def login(self, _body: bytes) -> bytes:
        assert self.raw is not None
        found = re.search(rb"Authorization: Negotiate ([\w+/=]+)", self.raw.asked[-1].head)
        assert found
        _, self._state = kerberos.authGSSServerInit("HTTP@localhost")
        kerberos.authGSSServerStep(self._state, found[1].decode())
        self.users.append(kerberos.authGSSServerUserName(self._state))
        proof = kerberos.authGSSServerResponse(self._state)
        return http(b"", headers=f"WWW-Authenticate: Negotiate {proof}")

    def message(self, body: bytes) -> bytes:
        data = body.split(b"\tContent-Type: application/octet-stream\r\n")[1].removesuffix(
            b"--Encrypted Boundary--\r\n"
        )
        (size,) = struct.unpack_from("<i", data)
        envelope = kerberos.authGSSWinRMDecryptMessage(self._state, data[4 + size :], data[4 : 4 + size])
        envelope = envelope if isinstance(envelope, bytes) else envelope.encode()
        self.envelopes.append(envelope)
        reply = answer("<c/>", message_id(envelope))
        sealed, header = kerberos.authGSSWinRMEncryptMessage(self._state, reply)
        content = b"".join(
            (
                b"--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n",
                b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % len(reply),
                b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n",
                struct.pack("<i", len(header)) + header + sealed,
                b"--Encrypted Boundary--\r\n",
            )
        )
        return http(content, headers=SEALED)


@pytest.fixture(scope="module")
def kdc(tmp_path_factory):
    kdc = Kdc(tmp_path_factory.mktemp("kdc"))
    yield kdc
    kdc.close()


@pytest.fixture
def no_tickets(kdc, monkeypatch, tmp_path):
    for name, value in kdc.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{tmp_path}/tickets")


@pytest.fixture
def open_host(no_tickets):
    made = []

    def open_host(url, username="", password=""):
        url = url.replace("127.0.0.1", "localhost")
        made.append(connect(RemoteTarget(url, "kerberos", username, password)))
        return made[-1]

    yield open_host
    for host in made:
        host.close()
    gc.collect()


@pytest.fixture
def acceptor():
    acceptor = Acceptor()
    with RawHost(acceptor.login, *[acceptor.message] * 4) as acceptor.raw:
        yield acceptor


@pytest.mark.parametrize("account", [("", ""), ("alice@GATEPOST.TEST", "")], ids=["current", "named"])
def test_the_current_ticket(kdc, acceptor, open_host, account):
    kdc.kinit("alice", "sesame")
    host = open_host(acceptor.raw.url, *account)
    assert (host.authentication, host.encrypted) == ("Kerberos", True)
    assert host.get(uris.CONFIG, {}) == host.get(uris.CONFIG, {}) == b"<c/>"
    assert acceptor.users == ["alice@GATEPOST.TEST"]


@pytest.mark.parametrize("name", ["alice", "alice@gatepost.test", "GATEPOST.TEST\\alice"])
def test_a_user_and_a_password_and_no_trace_of_them(acceptor, open_host, name, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = os.environ["KRB5CCNAME"]
    with Recorder(acceptor.raw.url) as recorder:
        host = open_host(recorder.url, name, "sesame")
        assert host.get(uris.CONFIG, {}) == b"<c/>"
        assert host.put(uris.CONFIG, {}, b"<c/>") == b"<c/>"
        heard = recorder.heard
    assert acceptor.users == ["alice@GATEPOST.TEST"]
    assert len(acceptor.envelopes) == 2
    assert os.environ["KRB5CCNAME"] == before
    assert list(tmp_path.iterdir()) == []
    for clear in (b"Envelope", b"wsman.xsd", b"sesame"):
        assert clear not in heard


def refused(host, kind=KerberosFailed):
    with pytest.raises(kind) as caught:
        host.identify()
    assert caught.value.sent is False
    assert "sesame" not in f"{caught.value} {caught.value!r}"
    return caught.value


@pytest.mark.parametrize(
    ("name", "password", "reason"),
    [
        ("alice", "not-this-one", KerberosProblem.WRONG_PASSWORD),
        ("nobody", "sesame", KerberosProblem.UNKNOWN_ACCOUNT),
        ("stale", "sesame", KerberosProblem.PASSWORD_EXPIRED),
        ("gone", "sesame", KerberosProblem.ACCOUNT_EXPIRED),
        ("shut", "sesame", KerberosProblem.ACCOUNT_CLOSED),
        ("alice@elsewhere.test", "sesame", KerberosProblem.NO_KDC),
        ("alice@silent.test", "sesame", KerberosProblem.NO_KDC),
        ("alice", "", KerberosProblem.NO_TICKET),
        ("", "", KerberosProblem.NO_TICKET),
    ],
)
def test_why_there_is_no_login(acceptor, open_host, name, password, reason):
    assert refused(open_host(acceptor.raw.url, name, password)).reason is reason
    assert acceptor.raw.asked == []


def test_a_host_that_the_domain_does_not_know(kdc, open_host):
    kdc.kinit("alice", "sesame")
    with RawHost() as raw:
        host = open_host(raw.url.replace("127.0.0.1", "localhost.localdomain"))
        assert refused(host).reason is KerberosProblem.UNKNOWN_SERVICE
        assert raw.asked == []


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ([http(b"")], AuthenticationFailed),
        ([http(b"", headers="WWW-Authenticate: Negotiate AAAA")], AuthenticationFailed),
        ([REFUSED] * 3, AuthenticationFailed),
    ],
    ids=["no-proof", "false-proof", "refused"],
)
def test_a_host_that_does_not_prove_itself_gets_no_message(kdc, open_host, steps, kind):
    kdc.kinit("alice", "sesame")
    with RawHost(*steps) as raw:
        refused(open_host(raw.url), kind)
        assert raw.asked
        assert all(asked.body == b"" for asked in raw.asked)


def test_a_login_that_did_not_happen_gives_no_key(kdc, open_host, monkeypatch):
    kdc.kinit("alice", "sesame")
    monkeypatch.setattr("app.wsman.kerberos_login.KerberosAuth.handle_other", lambda _self, response: response)
    with RawHost(http(b"")) as raw:
        refused(open_host(raw.url), EncryptionMissing)
        assert [asked.body for asked in raw.asked] == [b""]


def test_missing_packages_are_named(open_host, acceptor, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "krb5", None)
    assert "krb5" in str(refused(open_host(acceptor.raw.url, "alice", "sesame"), AuthenticationUnavailable))
    monkeypatch.setattr("winrm.transport.HAVE_KERBEROS", False)
    assert "Kerberos" in str(refused(open_host(acceptor.raw.url), AuthenticationUnavailable))


def test_a_password_needs_a_user():
    with pytest.raises(ValueError, match="account"):
        RemoteTarget("http://srv01:5985/wsman", "kerberos", "", "sesame")
