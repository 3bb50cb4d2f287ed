"""Every leg of a login that a host, a proxy or another service can spoil, in the words that the user reads."""

from __future__ import annotations

import gc
import socket
import time
from contextlib import closing, suppress

import pytest

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.wsman.errors import WsmanError, WsmanFault
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.failure_rows import LEGS, ROWS, check
from tests.practice.host_process import PracticeProcess
from tests.wsman.http.test_sealing import SEALED, STRONG, challenge
from tests.wsman.loopback import Listener
from tests.wsman.raw_host import RawHost, http
from tests.wsman.wires import answer, fault_body, message_id

PASSWORD = "not-a-real-one"
OFFER = http(b"", "401 No", "Content-Type: text/plain\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos")
CREDSSP = http(b"", "401 No", "WWW-Authenticate: CredSSP")
BARE = http(b"", "401 No", "Server: Microsoft-HTTPAPI/2.0")
HTML = "Content-Type: text/html; charset=us-ascii"
INVALID_HOST = http(b"<TITLE>Bad Request</TITLE><h2>Bad Request - Invalid Hostname</h2>", "400 Bad Request", HTML)
TOO_LONG = http(b"<TITLE>Bad Request</TITLE><h2>Bad Request - Request Too Long</h2>", "400 Bad Request", HTML)
BUSY = http(b"<h2>Service Unavailable</h2>", "503 Service Unavailable", HTML)
PORTAL = http(b"<html><head><title>Sign in</title></head></html>", "200 OK", HTML)
PROXY = http(b"", "407 Proxy Authentication Required", "Proxy-Authenticate: NTLM")
LOGGED_ON = (OFFER, challenge(STRONG), http(b""))
UNSEALABLE = http(
    b"--Encrypted Boundary\r\n\tOriginalContent: Length=4\r\n--Encrypted Boundary\r\n\x10\0\0\0" + bytes(20),
    headers=SEALED,
)

UNDER_ANOTHER_NAME = challenge(STRONG).replace(b"Negotiate", b"NTLM")
WITH_SUCCESS = challenge(STRONG).replace(b"401 No", b"200 OK")

# What is answered to a logon with NTLM, and what it means.
LOGINS = {
    "no challenge": ((BARE,), LoginCause.NO_CHALLENGE),
    "ntlm refused": ((OFFER, OFFER), LoginCause.NTLM_REFUSED),
    "ntlm refused, nothing named": ((OFFER, BARE), LoginCause.NTLM_REFUSED),
    "invalid host name": ((INVALID_HOST,), ReachCause.BAD_HOST_NAME),
    "invalid host name, later": ((OFFER, INVALID_HOST), ReachCause.BAD_HOST_NAME),
    "other bad request": ((OFFER, http(b"", "400 Bad Request")), ReachCause.BAD_REQUEST),
    "forbidden": ((OFFER, http(b"", "403 Forbidden", HTML)), ReachCause.FORBIDDEN),
    "not ready": ((OFFER, BUSY), ReachCause.NOT_READY),
    "error": ((OFFER, http(b"", "500 ")), LoginCause.LOGON_ERROR),
    "error at once": ((http(b"", "500 "),), LoginCause.LOGON_ERROR),
    "error at the answer": ((OFFER, challenge(STRONG), http(b"", "500 ")), LoginCause.LOGON_ERROR),
    "redirect": ((http(b"", "302 Found", "Location: https://srv02/wsman"),), ReachCause.REDIRECTED),
    "method": ((http(b"x", "405 Method Not Allowed", HTML),), ReachCause.WEB_SERVER),
    "portal": ((PORTAL,), ReachCause.WEB_SERVER),
    "proxy": ((PROXY,), ReachCause.PROXY_LOGON),
    "proxy, later": ((OFFER, PROXY), ReachCause.PROXY_LOGON),
    "too many": ((http(b"", "429 Too Many Requests", "Retry-After: 7"),), ReachCause.TOO_MANY),
    "captive portal": ((http(b"", "511 Network Authentication Required", HTML),), ReachCause.WEB_SERVER),
    "gateway": ((http(b"", "502 Bad Gateway", HTML),), ReachCause.GATEWAY),
    "cut before": ((None, None), LoginCause.LOGON_CUT),
    "cut at the first message": ((OFFER, None), LoginCause.LOGON_CUT),
    "cut at the answer": ((OFFER, challenge(STRONG), None), LoginCause.LOGON_CUT),
    "silent": ((OFFER, b""), LoginCause.LOGON_SILENT),
    "token that is not base64": ((OFFER, http(b"", "401 No", "WWW-Authenticate: Negotiate !!!!")), None),
    "token that is none": ((OFFER, http(b"", "401 No", "WWW-Authenticate: Negotiate AAAA")), None),
    "challenge under another name": ((OFFER, UNDER_ANOTHER_NAME), LoginCause.LOGIN_UNREADABLE),
    "challenge with success": ((OFFER, WITH_SUCCESS), LoginCause.LOGIN_UNREADABLE),
    "success without a logon": ((http(b""),), LoginCause.LOGIN_UNREADABLE),
    "not accepted": ((OFFER, challenge(STRONG), OFFER), LoginCause.LOGON_REFUSED),
    "message refused": ((*LOGGED_ON, OFFER), LoginCause.MESSAGE_REFUSED),
    "message refused, nothing named": ((*LOGGED_ON, BARE), LoginCause.MESSAGE_REFUSED),
    "message failed": ((*LOGGED_ON, http(b"", "500 ")), ReachCause.SEALED_ERROR),
    "message too long": ((*LOGGED_ON, TOO_LONG), ReachCause.TOO_LARGE),
    "message too large": ((*LOGGED_ON, http(b"", "413 ")), ReachCause.TOO_LARGE),
    "message forbidden": ((*LOGGED_ON, http(b"", "403 Forbidden", HTML)), ReachCause.FORBIDDEN),
    "message unanswered": ((*LOGGED_ON, b""), ReachCause.TOO_SLOW),
    "clear answer": ((*LOGGED_ON, http(b"<c/>")), LoginCause.CLEAR_ANSWER),
    "answer under another key": ((*LOGGED_ON, UNSEALABLE), LoginCause.UNSEALED),
}
NAMED_INTERCEPTED = {
    LoginCause.CLEAR_ANSWER,
    LoginCause.UNSEALED,
    LoginCause.SERVER_NOT_AUTHENTICATED,
    ReachCause.CERTIFICATE_CHANGED,
}


class Banner(Listener):
    """A service that speaks first, and does not understand what it hears."""

    def __init__(self, banner: bytes) -> None:
        super().__init__()
        self._banner = banner

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.sendall(self._banner)
            connection.recv(10_000)


class Alerting(Listener):
    """A TLS server that is spoken to in HTTP, and says so as TLS does."""

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(10_000)
            connection.sendall(b"\x15\x03\x01\x00\x02\x02\x46")  # alert protocol_version


@pytest.fixture(autouse=True)
def nothing_left_open():
    yield
    gc.collect()


def failure(url: str, scheme: str = "ntlm", **options) -> WsmanError:
    waits = {"connect_timeout": 1, "read_timeout": 0.5, **options}
    target = RemoteTarget(scheme, "LAB\\user", PASSWORD, url, **waits)
    with closing(connect(target)) as host, pytest.raises(WsmanError) as caught:
        host.get(uris.CONFIG, {})
    return caught.value


def judged(cause, error: WsmanError) -> str:
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert PASSWORD not in f"{found!s} {found.details} {error!r}"
    return found.details


@pytest.mark.parametrize("name", LOGINS)
def test_what_comes_back_decides_the_cause(name):
    steps, cause = LOGINS[name]
    with RawHost(*steps) as raw:
        error = failure(raw.url)
    judged(cause or LoginCause.LOGIN_UNREADABLE, error)


@pytest.mark.parametrize(
    ("banner", "cause"),
    [
        (b"SSH-2.0-OpenSSH_for_Windows_9.5\r\n", ReachCause.SSH_SERVER),
        (b"220 mail.example.org ESMTP Postfix\r\n", ReachCause.MAIL_SERVER),
        (b"421 mail.example.org too many connections\r\n", ReachCause.MAIL_SERVER),
        (b"+OK POP3 ready\r\n", ReachCause.MAIL_SERVER),
        (b"* OK IMAP4rev1 ready\r\n", ReachCause.MAIL_SERVER),
        (b"\x00\x00\x00\x0bRFB 003.008\n", ReachCause.NOT_HTTP),
    ],
)
def test_a_service_that_speaks_first_is_named(banner, cause):
    with Banner(banner) as service:
        judged(cause, failure(f"http://127.0.0.1:{service.port}/wsman"))


def test_an_https_port_that_is_spoken_to_in_http_is_named():
    with Alerting() as host:
        judged(ReachCause.TLS_PORT, failure(f"http://127.0.0.1:{host.port}/wsman"))


@pytest.mark.parametrize(
    ("steps", "cause"),
    [
        ((CREDSSP, CREDSSP), LoginCause.CREDSSP_REFUSED),
        ((CREDSSP, BARE), LoginCause.CREDSSP_REFUSED),
        ((CREDSSP, None), LoginCause.LOGON_CUT),
        ((CREDSSP, http(b"")), LoginCause.LOGIN_UNREADABLE),
        ((CREDSSP, http(b"", "401 No", "WWW-Authenticate: CredSSP AAAA")), LoginCause.LOGIN_UNREADABLE),
    ],
)
def test_credssp_that_ends_before_the_password(steps, cause):
    with RawHost(*steps) as raw:
        judged(cause, failure(raw.url, "credssp"))


@pytest.mark.parametrize("status", [504, 521, 522, 523, 524])
def test_a_gateway_is_known_by_other_numbers_too(status):
    with RawHost(http(b"", f"{status} ", HTML)) as raw:
        assert cause_of(failure(raw.url)) is ReachCause.GATEWAY


def test_a_page_after_basic_is_a_web_server():
    with RawHost(PORTAL) as raw:
        judged(ReachCause.WEB_SERVER, failure(raw.url, "basic"))


@pytest.mark.parametrize("head", ["Connection: close\r\nWWW-Authenticate: Negotiate", "WWW-Authenticate: Negotiate"])
def test_a_connection_that_ends_after_each_answer_gets_no_password(head):
    """As behind a proxy that does not keep connections; the answer is for the connection of its challenge."""

    class Closing(RawHost):
        def _serve(self, connection, number):
            with connection, connection.makefile("rb") as incoming, suppress(OSError):
                request = self._request(incoming, number)
                first = request is not None and b"NTLMSSP" not in request.head and b"TlRMTVNTU" not in request.head
                self._send(connection, http(b"", "401 No", head) if first else challenge(STRONG))

    with Closing() as raw:
        judged(LoginCause.LOGON_CUT, failure(raw.url))
        assert all(b"TlRMTVNTUAAD" not in asked.head for asked in raw.asked)  # the third NTLM message


def test_all_legs_are_in_the_details():
    with RawHost(OFFER, http(b"", "403 Forbidden", HTML + "\r\nServer: squid")) as raw:
        details = judged(ReachCause.FORBIDDEN, failure(raw.url))
    assert "Sent a request without credentials; came HTTP 401" in details
    assert "Sent the first NTLM message, which holds no secret; came HTTP 403" in details
    assert "Server: squid" in details


def test_a_first_answer_in_time_is_no_matter_of_being_switched_on():
    with RawHost(b"") as raw:
        begun = time.monotonic()
        error = failure(raw.url)
        assert time.monotonic() - begun < 5
    judged(LoginCause.LOGON_SILENT, error)
    assert "turned on" not in str(host_error(error, "SRV01"))


def test_a_real_host_that_takes_ntlm_and_not_this_password():
    with PracticeProcess("reference-page") as practice:
        error = failure(practice.url, read_timeout=20)
    judged(LoginCause.LOGON_REFUSED, error)


def test_somebody_in_between_is_named_on_evidence_alone():
    naming = {cause for cause in ROWS if "intercepted" in cause.summary.template + cause.next_step.template}
    assert naming == NAMED_INTERCEPTED


def test_every_row_of_a_login_is_tested():
    tested = {cause or LoginCause.LOGIN_UNREADABLE for _, cause in LOGINS.values()}
    tested |= {ReachCause.SSH_SERVER, ReachCause.MAIL_SERVER, ReachCause.NOT_HTTP, ReachCause.TLS_PORT}
    assert {cause for cause in ROWS if ROWS[cause].how == LEGS} <= tested | {LoginCause.CREDSSP_REFUSED}


@pytest.mark.parametrize(
    "kind", ["application/soap+xml", "Application/SOAP+XML; Charset=UTF-8", "text/xml", "octet/stream"]
)
def test_a_fault_is_read_whatever_its_content_type(kind):
    denied = fault_body(reason="Zugriff verweigert")

    def answered(body: bytes) -> bytes:
        return http(answer(denied, message_id(body)), "500 Internal Server Error", f"Content-Type: {kind}")

    with RawHost(answered) as raw:
        error = failure(raw.url, "basic")
    assert cause_of(error) is Cause.ACCESS_DENIED


def test_the_provider_of_a_fault_is_in_the_details():
    fault = WsmanFault(5, "w:X", "outer", "", provider="microsoft.powershell", provider_path="pwrshplugin.dll")
    assert host_error(fault, "SRV01").details.splitlines()[-2:] == [
        "Provider: microsoft.powershell",
        "Path: pwrshplugin.dll",
    ]


def test_a_provider_that_says_nothing_is_named():
    crashed = WsmanFault(
        0xC0000005, "w:InternalError", "It failed.", "", provider="pwrsh\u202eplugin", provider_path="p.dll"
    )
    assert "(pwrsh⟨U+202E⟩plugin, p.dll)" in str(host_error(crashed, "SRV01").summary)
    told = WsmanFault(0xC0000005, "w:InternalError", "It failed.", "in its own words", provider="pwrshplugin")
    assert str(host_error(told, "SRV01").summary).endswith("in its own words")
