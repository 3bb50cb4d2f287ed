"""The transport rules: authentication, encryption, sizes, broken connections; with sockets of our own."""

from __future__ import annotations

import base64
import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests
import spnego
from lxml import etree
from requests_ntlm import HttpNtlmAuth
from winrm.protocol import Protocol

from tests.practice.direct import BASE, REPLY_TO, TRANSFER, envelope
from tests.practice.host_process import PracticeProcess

GET = envelope(
    f"<a:Action>{TRANSFER}Get</a:Action><a:MessageID>uuid:7</a:MessageID>{REPLY_TO}"
    f"<w:ResourceURI>{BASE}config/service</w:ResourceURI>"
)
IDENTIFY = envelope("", '<i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/>')
PLAIN = {"Content-Type": "application/soap+xml;charset=UTF-8"}
SEALED = 'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"'


@pytest.fixture(scope="module")
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as process:
        yield process


@contextmanager
def connected(process: PracticeProcess) -> Iterator[http.client.HTTPConnection]:
    url = urlsplit(process.url)
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def basic(process: PracticeProcess, role: str = "administrator", user: str = "") -> dict[str, str]:
    name, password = process.account(role)
    token = base64.b64encode(f"{user or name}:{password}".encode()).decode()
    return {**PLAIN, "Authorization": f"Basic {token}"}


def post(
    connection: http.client.HTTPConnection, body: bytes, headers: dict[str, str], path: str = "/wsman"
) -> tuple[http.client.HTTPResponse, bytes]:
    connection.request("POST", path, body, headers)
    response = connection.getresponse()
    return response, response.read()


def test_basic_works_plain_and_on_one_connection(host: PracticeProcess) -> None:
    with connected(host) as connection:
        for user in ("", "administrator", ".\\Administrator"):
            response, body = post(connection, GET, basic(host, user=user))
            assert response.status == 200
            assert response.getheader("Content-Type") == PLAIN["Content-Type"]
            assert etree.fromstring(body).findtext(".//{*}RelatesTo") == "uuid:7"


def test_without_authentication_the_offers_come_back(host: PracticeProcess) -> None:
    with connected(host) as connection:
        response, body = post(connection, GET, PLAIN)
        assert (response.status, body) == (401, b"")
        assert response.headers.get_all("WWW-Authenticate") == ["Negotiate", 'Basic realm="WSMAN"']
        wrong = {**PLAIN, "Authorization": "Basic " + base64.b64encode(b"administrator:wrong").decode()}
        for header in (wrong["Authorization"], "Basic ???", "Negotiate ???", "Negotiate " + "A" * 64, "Odd x", "NTLM"):
            response, _ = post(connection, GET, {**PLAIN, "Authorization": header})
            assert response.status == 401


def test_identify_without_authentication_hides_the_build(host: PracticeProcess) -> None:
    with connected(host) as connection:
        response, body = post(connection, IDENTIFY, {**PLAIN, "WSMANIDENTIFY": "unauthenticated"})
        assert response.status == 200
        assert b"OS: 0.0.0 SP: 0.0 Stack: 3.0" in body and b"SecurityProfile" not in body
        assert post(connection, IDENTIFY, PLAIN)[0].status == 401
        assert post(connection, GET, {**PLAIN, "WSMANIDENTIFY": "unauthenticated"})[0].status == 401
        _, body = post(connection, IDENTIFY, basic(host))
        assert b"OS: 10.0.17763" in body and b"secprofile/http/basic" in body


def test_a_plain_body_on_an_ntlm_connection_is_refused(host: PracticeProcess) -> None:
    with requests.Session() as session:
        session.trust_env = False
        session.auth = HttpNtlmAuth(*host.account())
        assert session.post(host.url, timeout=10).status_code == 200
        refused = session.post(host.url, GET, headers=PLAIN, timeout=10)
        assert (refused.status_code, refused.content) == (500, b"")


def test_a_body_sealed_under_another_context_gets_400(host: PracticeProcess) -> None:
    with requests.Session() as session:
        session.trust_env = False
        session.auth = HttpNtlmAuth(*host.account())
        assert session.post(host.url, timeout=10).status_code == 200
        for body in (b"", sealed_body(b"\x01" * 16 + GET), sealed_body(b"")[:-9], b"junk"):
            refused = session.post(host.url, body or b"-", headers={"Content-Type": SEALED}, timeout=10)
            assert (refused.status_code, refused.content) == (400, b"")


def sealed_body(data: bytes) -> bytes:
    return (
        b"--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
        b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n"
        b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n\x10\x00\x00\x00%s--Encrypted Boundary--\r\n"
    ) % (max(0, len(data) - 16), data)


def test_pywinrm_with_encryption_and_its_stale_session(page: PracticeProcess) -> None:
    user, password = page.account()
    protocol = Protocol(
        page.url, transport="ntlm", username=user, password=password, proxy=None, server_cert_validation="ignore"
    )
    try:
        assert b"RootSDDL" in protocol.send_message(GET)
        assert protocol.transport.encryption is not None
        assert page.console("vanish")["ok"] and page.console("return")["ok"]
        # the new connection makes a new context, but the body was sealed under the old one
        with pytest.raises(Exception, match="400"):
            protocol.send_message(GET)
    finally:
        protocol.transport.close_session()


@pytest.mark.parametrize("user", ["Administrator", ".\\Administrator", "server01\\administrator"])
def test_forms_of_a_local_name(host: PracticeProcess, user: str) -> None:
    protocol = Protocol(
        host.url,
        transport="ntlm",
        username=user,
        password=host.account()[1],
        proxy=None,
        server_cert_validation="ignore",
    )
    try:
        assert b"RootSDDL" in protocol.send_message(GET)
    finally:
        protocol.transport.close_session()


def test_the_context_belongs_to_its_connection(host: PracticeProcess) -> None:
    user, password = host.account()
    context = spnego.client(user, password, protocol="ntlm", options=spnego.NegotiateOptions.use_ntlm)
    with connected(host) as first, connected(host) as second:
        token = base64.b64encode(context.step() or b"").decode()
        response, _ = post(first, b"", {"Authorization": f"Negotiate {token}"})
        (challenge,) = response.headers.get_all("WWW-Authenticate")
        answer = base64.b64encode(context.step(base64.b64decode(challenge.split()[1])) or b"").decode()
        assert post(second, b"", {"Authorization": f"Negotiate {answer}"})[0].status == 401
        assert post(first, b"", {"Authorization": f"Negotiate {answer}"})[0].status == 200
        assert post(first, b"", {})[0].status == 200
        assert post(second, b"", {})[0].status == 401


def test_sizes_paths_and_methods_are_bounded(host: PracticeProcess) -> None:
    big = GET.replace(b"<s:Body>", b"<s:Body><!--" + b" " * (500 * 1024) + b"-->")
    for headers in (basic(host), PLAIN):
        with connected(host) as connection:
            assert post(connection, big + b" " * 8192, headers)[0].status == 413
    with connected(host) as connection:
        assert post(connection, big, basic(host))[0].status == 413
    with connected(host) as connection:
        assert post(connection, GET, basic(host), "/other")[0].status == 404
    with connected(host) as connection:
        connection.request("GET", "/wsman", headers=basic(host))
        assert connection.getresponse().status == 405


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"POST /wsman HTTP/1.1\r\nno colon\r\n\r\n", b"400"),
        (b"POST /wsman HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"411"),
        (b"POST /wsman HTTP/1.1\r\nContent-Length: -5\r\n\r\n", b"411"),
        (b"POST /wsman HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", b"400"),
        (b"POST /wsman HTTP/1.1\r\nX: " + b"a" * 70000 + b"\r\n\r\n", b"400"),
        (b"POST /wsman HTTP/1.1\r\n" + b"X: a\r\n" * 70 + b"\r\n", b"400"),
    ],
)
def test_a_malformed_head_is_answered_and_the_connection_closed(
    host: PracticeProcess, head: bytes, status: bytes
) -> None:
    url = urlsplit(host.url)
    with socket.create_connection((url.hostname, url.port), timeout=10) as raw:
        raw.sendall(head)
        reply = b""
        while chunk := raw.recv(4096):
            reply += chunk
    assert reply.startswith(b"HTTP/1.1 " + status)
    assert b"Connection: close" in reply


def test_basic_can_be_switched_off() -> None:
    with PracticeProcess("reference-page", "--no-allow-basic") as process, connected(process) as connection:
        response, _ = post(connection, GET, basic(process))
        assert response.status == 401
        assert response.headers.get_all("WWW-Authenticate") == ["Negotiate"]
