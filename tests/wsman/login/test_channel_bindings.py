"""Logins over TLS that are bound to the channel, judged by acceptors in C: one in the middle has another certificate."""

import gc

import pytest
from cryptography.hazmat.primitives import hashes

from gatepost.wsman.errors import AuthenticationFailed
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.needs import needs
from tests.wsman import pki
from tests.wsman.acceptor import AcceptingHost, Refused
from tests.wsman.gss import Gss, has_ntlm
from tests.wsman.tls_hosts import Interceptor


class Demanding(Gss):
    """Kerberos says whether the channel was named; a login that did not name it is refused."""

    def step(self, token):
        reply = super().step(token)
        if not self.pinned_to_connection:
            self.user = ""
            raise Refused("not bound")
        return reply


@pytest.fixture
def issued(tmp_path):
    return pki.host(tmp_path)


@pytest.fixture
def secure(issued):
    """Makes an https host whose acceptor knows the channel."""
    made = []

    def secure(kind):
        bindings = b"tls-server-end-point:" + issued.certificate.fingerprint(hashes.SHA256())
        made.append(AcceptingHost(lambda: kind(bindings), issued.context()))
        made[-1].__enter__()
        return made[-1]

    yield secure
    for host in made:
        host.__exit__(None, None, None)
    gc.collect()


def ask(host, port, pin, authentication, user="", password=""):
    url = f"https://{host}:{port}/wsman"
    transport = connect(RemoteTarget(authentication, user, password, url, pinned_fingerprint=pin))
    try:
        return transport.get(uris.CONFIG, {})
    finally:
        transport.close()


@pytest.fixture
def alice(tmp_path, monkeypatch):
    needs(has_ntlm(), "Debian's package gss-ntlmssp")
    accounts = tmp_path / "accounts"
    accounts.write_text("LAB:alice:sesame\n")
    monkeypatch.setenv("NTLM_USER_FILE", str(accounts))
    return "LAB\\alice", "sesame"


def test_ntlm_with_the_right_certificate_logs_on(secure, issued, alice):
    host = secure(Gss)
    assert ask("127.0.0.1", host.port, issued.sha256, "ntlm", *alice) == b"<c/>"
    assert host.users == ["LAB\\alice"]


def test_a_host_that_closes_the_connection_of_its_offer(secure, issued, alice):
    """The certificate that the login is bound to is still known."""
    host = secure(Gss)
    host.offers += "\r\nConnection: close"
    assert ask("127.0.0.1", host.port, issued.sha256, "ntlm", *alice) == b"<c/>"
    assert host.users == ["LAB\\alice"]


def test_ntlm_through_somebody_in_the_middle(secure, issued, alice, tmp_path):
    host, his = secure(Gss), pki.host(tmp_path)
    with Interceptor(f"https://127.0.0.1:{host.port}/", his.context()) as between, pytest.raises(AuthenticationFailed):
        ask("127.0.0.1", between.port, his.sha256, "ntlm", *alice)
    assert host.users == host.envelopes == []


def test_kerberos_with_the_right_certificate_logs_on(secure, issued, kdc):
    kdc.kinit("alice", "sesame")
    host = secure(Demanding)
    assert ask("localhost", host.port, issued.sha256, "kerberos") == b"<c/>"
    assert host.users == ["alice@GATEPOST.TEST"]


def test_kerberos_through_somebody_in_the_middle(secure, kdc, tmp_path):
    kdc.kinit("alice", "sesame")
    host, his = secure(Demanding), pki.host(tmp_path)
    with Interceptor(f"https://127.0.0.1:{host.port}/", his.context()) as between, pytest.raises(AuthenticationFailed):
        ask("localhost", between.port, his.sha256, "kerberos")
    assert host.users == host.envelopes == []
