"""Tickets: the names people type, a domain controller that is silent, and what never leads to a weaker scheme."""

from __future__ import annotations

import base64
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress

import pytest

from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    KerberosFailed,
    KerberosFailureReason,
    WsmanError,
)
from gatepost.wsman.login.kerberos import KerberosAuth
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.login.tickets import _cache_named
from gatepost.wsman.messages import uris
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss_kerberos import GssKerberos
from tests.wsman.loopback import Listener
from tests.wsman.raw_host import RawHost, http

ALICE = ("alice@GATEPOST.TEST", "sesame")
NEGOTIATE = "WWW-Authenticate: Negotiate"
GARBAGE = base64.b64encode(b"\x60\x03not a token").decode()
NTLM = b"TlRMTVNT"
SOON = 0.5
"""Seconds within which Cancel has to free a lane."""


def named(url: str, host: str = "srv01.gatepost.test") -> str:
    return url.replace("127.0.0.1", host)


class SilentKdc(Listener):
    """A domain controller that takes connections and says nothing."""

    def __init__(self, folder) -> None:
        super().__init__()
        self.asked = threading.Semaphore(0)
        self.configuration = folder / "silent.conf"
        self.configuration.write_text(
            "[libdefaults]\ndefault_realm = GATEPOST.TEST\ndns_lookup_kdc = false\nrdns = false\n"
            "dns_canonicalize_hostname = false\nudp_preference_limit = 1\n"
            f"[realms]\nGATEPOST.TEST = {{\n kdc = 127.0.0.1:{self.port}\n}}\n"
            "[domain_realm]\n.gatepost.test = GATEPOST.TEST\n"
        )

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._hear, connection)

    def _hear(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while connection.recv(10_000):
                self.asked.release()


@pytest.fixture
def silent(kdc, lab_names, tmp_path, monkeypatch):
    with SilentKdc(tmp_path) as silent:
        monkeypatch.setenv("KRB5_CONFIG", str(silent.configuration))
        yield silent


@pytest.mark.parametrize(
    "first",
    [
        http(b"", "401 No", NEGOTIATE),
        http(b"", "401 No", f"{NEGOTIATE} AAAA"),
        http(b"", "401 No", f"{NEGOTIATE} {GARBAGE}"),
        http(b"", "200 OK", f"{NEGOTIATE} {GARBAGE}"),
        http(b"", "200 OK"),
        http(b"", "500 X", f"{NEGOTIATE} AAAA"),
        http(b"", "302 X", "Location: http://127.0.0.1:1/"),
        None,
    ],
    ids=["401 bare", "401 AAAA", "401 garbage", "200 garbage", "200", "500", "302", "hang up"],
)
def test_once_a_ticket_was_sent_no_answer_leads_to_ntlm(kdc, lab_names, open_target, first):
    with RawHost(first, *[http(b"", "401 No", NEGOTIATE)] * 6) as raw:
        host = open_target(named(raw.url), "automatic", *ALICE)
        for _ in range(2):
            with pytest.raises(WsmanError):
                host.identify()
        assert raw.asked
        assert not any(NTLM in asked.head for asked in raw.asked)


def test_a_second_ticket_that_is_not_to_be_had_leads_to_nothing_weaker_either(kdc, lab_names, open_target, monkeypatch):
    """The host asks for another scheme, and the domain controller is gone by then."""
    get_token, got = KerberosAuth._make_token, []

    def once(login, der):
        if got:
            raise KerberosFailed(KerberosFailureReason.NO_KDC, "gone")
        got.append(get_token(login, der))
        return got[0]

    monkeypatch.setattr(KerberosAuth, "_make_token", once)
    with RawHost(http(b"", "401 No", "WWW-Authenticate: Kerberos"), *[http(b"", "401 No", NEGOTIATE)] * 3) as raw:
        with pytest.raises(KerberosFailed):
            open_target(named(raw.url), "automatic", *ALICE).identify()
        assert len(raw.asked) == 1


def test_a_host_with_negotiate_turned_off_is_logged_on_to_by_the_scheme_kerberos(kdc, lab_names, open_target):
    class KerberosOnly(AcceptingHost):
        offers, schemes, protocol = "WWW-Authenticate: Kerberos", "Kerberos", "HTTP-Kerberos-session-encrypted"

    with KerberosOnly(GssKerberos) as host:
        transport = open_target(named(host.url), "automatic", *ALICE)
        assert transport.get(uris.CONFIG, {}) == transport.get(uris.CONFIG, {}) == b"<c/>"
        assert transport.authentication == "Kerberos"
        assert host.users == ["alice@GATEPOST.TEST"]


@pytest.mark.parametrize(
    ("typed", "principal"),
    [
        ("carol@company.example", "carol\\@company.example@GATEPOST.TEST"),
        ("GATEPOST\\carol", "carol\\@GATEPOST@GATEPOST.TEST"),
        ("GATEPOST\\alice", "alice@GATEPOST.TEST"),  # a domain without enterprise names
        ("alice@gatepost.test", "alice@GATEPOST.TEST"),
    ],
)
def test_names_that_are_no_realm_are_asked_for_as_enterprise_names(kdc, lab_names, open_target, typed, principal):
    with AcceptingHost(GssKerberos) as host:
        assert open_target(named(host.url), "kerberos", typed, "sesame").get(uris.CONFIG, {}) == b"<c/>"
        assert host.users == [principal]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("nobody@company.example", KerberosFailureReason.UNKNOWN_DOMAIN),
        ("COMPANY\\nobody", KerberosFailureReason.UNKNOWN_DOMAIN),
        ("GATEPOST\\nobody", KerberosFailureReason.UNKNOWN_ACCOUNT),
        ("nobody@silent.test", KerberosFailureReason.NO_KDC),  # a domain that has domain controllers
    ],
)
def test_a_name_that_the_domain_does_not_know_as_an_enterprise_name_either(kdc, open_target, typed, reason):
    with pytest.raises(KerberosFailed) as caught:
        open_target("http://localhost:5985/wsman", "kerberos", typed, "sesame").identify()
    assert caught.value.reason is reason


def test_a_silent_domain_controller_costs_the_connection_timeout(silent, open_target):
    begun = time.monotonic()
    with pytest.raises(KerberosFailed) as caught:
        open_target("http://srv01.gatepost.test:9/wsman", "kerberos", *ALICE, connect_timeout=1).identify()
    assert caught.value.reason is KerberosFailureReason.NO_KDC
    assert time.monotonic() - begun < 5


def test_hosts_wait_for_a_silent_domain_controller_side_by_side(silent):
    def ask(number: int) -> float:
        begun = time.monotonic()
        target = RemoteTarget("kerberos", *ALICE, f"http://srv0{number}.gatepost.test:9/wsman", connect_timeout=1)
        with closing(connect(target)) as host, pytest.raises(KerberosFailed):
            host.identify()
        return time.monotonic() - begun

    with ThreadPoolExecutor(6) as pool:
        assert max(pool.map(ask, range(6))) < 5  # one after the other, it would be 6


def test_caches_of_two_threads_are_in_use_at_the_same_time(kdc, tmp_path):
    """The name of a cache is a thread's own: while one waits for a domain controller, nobody waits for a lock."""
    library, both = pytest.importorskip("kerberos"), threading.Barrier(2, timeout=5)

    def use(number: int) -> int:
        with _cache_named(f"FILE:{tmp_path}/{number}", library):
            return both.wait()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(use, range(2))) == [0, 1]


def test_cancel_does_not_wait_for_a_domain_controller(silent, open_target):
    host = open_target("http://srv01.gatepost.test:9/wsman", "automatic", *ALICE, connect_timeout=30)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(host.identify)
        assert silent.asked.acquire(timeout=10)
        begun = time.monotonic()
        host.interrupt()
        error = asking.exception(10)
        assert time.monotonic() - begun < SOON
    assert isinstance(error, ConnectionFailed)
    assert error.problem is ConnectionFailureReason.CLOSED


def test_tickets_of_two_accounts_are_got_side_by_side(kdc, lab_names):
    """Each in a cache of its own: nobody else's, and not named in the environment, which all threads share."""
    with AcceptingHost(GssKerberos) as host:

        def ask(user: str) -> None:
            target = RemoteTarget("kerberos", f"{user}@GATEPOST.TEST", "sesame", named(host.url))
            with closing(connect(target)) as transport:
                transport.get(uris.CONFIG, {})
                assert transport.account == f"{user}@GATEPOST.TEST"

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(ask, ["alice", "bob"] * 8))
        assert sorted(host.users) == ["alice@GATEPOST.TEST"] * 8 + ["bob@GATEPOST.TEST"] * 8


def test_a_refused_ticket_is_no_wrong_password(kdc, lab_names, open_target):
    with RawHost(http(b"", "401 No", NEGOTIATE)) as raw:
        with pytest.raises(AuthenticationFailed) as caught:
            open_target(named(raw.url), "automatic", *ALICE).identify()
        assert caught.value.tried == "Kerberos"
