"""Kerberos with a real KDC; the host is an acceptor on pykerberos that seals with the key of the ticket."""

from __future__ import annotations

import os
import sys

import pytest

from gatepost.wsman.errors import (
    AuthenticationFailed,
    AuthenticationUnavailable,
    Delivery,
    EncryptionMissing,
    KerberosFailed,
    KerberosFailureReason,
)
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss_kerberos import GssKerberos
from tests.wsman.raw_host import RawHost, http
from tests.wsman.recorder import Recorder

REFUSED = http(b"", "401 No", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos")


@pytest.fixture
def open_host(kdc, open_target):
    def open_host(url, username="", password=""):
        url = url.replace("127.0.0.1", "localhost")
        return open_target(url, "kerberos", username, password)

    return open_host


@pytest.fixture
def acceptor():
    with AcceptingHost(GssKerberos) as acceptor:
        yield acceptor


@pytest.mark.parametrize("account", [("", ""), ("alice@GATEPOST.TEST", "")], ids=["current", "named"])
def test_the_current_ticket(kdc, acceptor, open_host, account):
    kdc.kinit("alice", "sesame")
    host = open_host(acceptor.url, *account)
    assert (host.authentication, host.encrypted) == ("Kerberos", True)
    assert host.get(uris.CONFIG, {}) == host.get(uris.CONFIG, {}) == b"<c/>"
    assert host.account == "alice@GATEPOST.TEST"
    assert acceptor.users == ["alice@GATEPOST.TEST"]


def test_a_ticket_for_another_name_than_the_address(kdc, acceptor, open_target):
    kdc.kinit("alice", "sesame")
    host = open_target(acceptor.url, "kerberos", "", "", verify_as="localhost")
    assert "127.0.0.1" in acceptor.url
    assert host.get(uris.CONFIG, {}) == b"<c/>"
    assert acceptor.users == ["alice@GATEPOST.TEST"]


@pytest.mark.parametrize("name", ["alice", "alice@gatepost.test", "GATEPOST.TEST\\alice"])
def test_a_user_and_a_password_and_no_trace_of_them(acceptor, open_host, name, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = os.environ["KRB5CCNAME"]
    with Recorder(acceptor.url) as recorder:
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
    assert caught.value.delivery is Delivery.NOT_SENT
    assert "sesame" not in f"{caught.value} {caught.value!r}"
    return caught.value


@pytest.mark.parametrize(
    ("name", "password", "reason"),
    [
        ("alice", "not-this-one", KerberosFailureReason.WRONG_PASSWORD),
        ("nobody", "sesame", KerberosFailureReason.UNKNOWN_ACCOUNT),
        ("stale", "sesame", KerberosFailureReason.PASSWORD_EXPIRED),
        ("gone", "sesame", KerberosFailureReason.ACCOUNT_EXPIRED),
        ("disabled", "sesame", KerberosFailureReason.ACCOUNT_CLOSED),
        ("alice@elsewhere.test", "sesame", KerberosFailureReason.UNKNOWN_DOMAIN),
        ("alice@silent.test", "sesame", KerberosFailureReason.NO_KDC),
        ("alice", "", KerberosFailureReason.NO_TICKET),
        ("", "", KerberosFailureReason.NO_TICKET),
    ],
)
def test_why_there_is_no_login(acceptor, open_host, name, password, reason):
    assert refused(open_host(acceptor.url, name, password)).reason is reason
    assert acceptor.asked == []


def test_an_account_that_too_many_wrong_passwords_have_locked(acceptor, open_host):
    for _ in range(2):
        assert refused(open_host(acceptor.url, "locked", "not-this-one")).reason is KerberosFailureReason.WRONG_PASSWORD
    assert refused(open_host(acceptor.url, "locked", "sesame")).reason is KerberosFailureReason.ACCOUNT_CLOSED


def test_a_host_that_the_domain_does_not_know(kdc, open_host):
    kdc.kinit("alice", "sesame")
    with RawHost() as raw:
        host = open_host(raw.url.replace("127.0.0.1", "localhost.localdomain"))
        assert refused(host).reason is KerberosFailureReason.UNKNOWN_SERVICE
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
    monkeypatch.setattr("gatepost.wsman.login.kerberos.KerberosAuth._check_server_token", lambda *_: None)
    with RawHost(http(b"")) as raw:
        refused(open_host(raw.url), EncryptionMissing)
        assert [asked.body for asked in raw.asked] == [b""]


def test_missing_packages_are_named(open_host, acceptor, monkeypatch):
    monkeypatch.setitem(sys.modules, "krb5", None)
    assert "krb5" in str(refused(open_host(acceptor.url, "alice", "sesame"), AuthenticationUnavailable))
    monkeypatch.delitem(sys.modules, "gatepost.wsman.login.kerberos")
    monkeypatch.setitem(sys.modules, "winrm.vendor.requests_kerberos", None)
    assert "Kerberos" in str(refused(open_host(acceptor.url), AuthenticationUnavailable))


def test_a_password_needs_a_user():
    with pytest.raises(ValueError, match="account"):
        RemoteTarget("kerberos", "", "sesame", "http://srv01:5985/wsman")
