"""NTLM with a host whose side is C behind GSSAPI, so that no mistake can be made on both sides alike."""

from __future__ import annotations

import gc

import pytest

from gatepost.wsman.errors import AlreadyRejected, AuthenticationFailed, ConnectionFailed, Delivery
from gatepost.wsman.messages import uris
from tests.needs import needs
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss import Gss, has_ntlm
from tests.wsman.wires import action

needs(has_ntlm(), "Debian's package gss-ntlmssp")

USER, PASSWORD = "LAB\\alice", "open sesame ünd mehr"


@pytest.fixture
def raw(tmp_path, monkeypatch):
    accounts = tmp_path / "accounts"
    accounts.write_text(f"LAB:alice:{PASSWORD}\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(accounts))
    with AcceptingHost(Gss) as raw:
        yield raw
    gc.collect()


@pytest.fixture
def open_host(open_target):
    def open_host(url, password=PASSWORD, authentication="ntlm"):
        return open_target(url, authentication, USER, password)

    return open_host


@pytest.mark.parametrize("authentication", ["ntlm", "automatic"])
def test_reads_and_writes_in_order(raw, open_host, authentication):
    host = open_host(raw.url, authentication=authentication)
    for _ in range(3):
        assert host.get(uris.CONFIG, {}) == b"<c/>"
        assert host.put(uris.CONFIG, {}, b"<c>" + b"x" * 70_000 + b"</c>") == b"<c/>"
    assert (host.authentication, host.account) == ("NTLM", USER)
    assert raw.users == ["LAB\\alice"]
    assert [action(envelope) for envelope in raw.envelopes] == ["Get", "Put"] * 3


SPELLINGS = {
    "a space after the dashes": lambda body, headers: (body.replace(b"--Enc", b"-- Enc"), headers),
    "no line end after the last boundary": lambda body, headers: (body.removesuffix(b"\r\n"), headers),
    "another boundary": lambda body, headers: (
        body.replace(b"Encrypted Boundary", b"b1"),
        headers.replace('"Encrypted Boundary"', "b1"),
    ),
    "a protocol without quotes": lambda body, headers: (
        body,
        headers.replace('"application', "application").replace('";', ";"),
    ),
    "the protocol of Kerberos": lambda body, headers: (body, headers.replace("SPNEGO", "Kerberos")),
    "other letters": lambda body, headers: (
        body.replace(b"\r\n\tContent-Type", b"\r\n content-type"),
        headers.replace("multipart/encrypted", "Multipart/Encrypted"),
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_encrypted_answer_in_another_spelling(raw, open_host, spelling):
    raw.sealed_as = SPELLINGS[spelling]
    host = open_host(raw.url)
    assert host.get(uris.CONFIG, {}) == host.get(uris.CONFIG, {}) == b"<c/>"


def test_a_wrong_password(raw, open_host):
    host = open_host(raw.url, password="not-this-one")
    with pytest.raises(AuthenticationFailed) as caught:
        host.get(uris.CONFIG, {})
    assert caught.value.offered == ("Negotiate", "Kerberos")
    with pytest.raises(AlreadyRejected):
        host.get(uris.CONFIG, {})
    assert raw.envelopes == raw.users == []


def test_a_dropped_connection(raw, open_host):
    host = open_host(raw.url)
    host.get(uris.CONFIG, {})
    raw.hang_up()
    assert host.get(uris.CONFIG, {}) == b"<c/>"
    raw.drops = 1
    with pytest.raises(ConnectionFailed) as caught:
        host.put(uris.CONFIG, {}, b"<c/>")
    assert caught.value.delivery is Delivery.MAYBE
    assert host.get(uris.CONFIG, {}) == b"<c/>"
    assert [action(envelope) for envelope in raw.envelopes] == ["Get"] * 3
    assert len(raw.users) == 3
