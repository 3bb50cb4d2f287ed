"""What comes on a connection is refused, or is what the standard library makes of the same octets."""

from __future__ import annotations

import contextlib
import http.client
import re
import socket
import threading
import time

import pytest
import requests
from hypothesis import example, given
from hypothesis import strategies as st

from gatepost.wsman.errors import ReplyError
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.http.wire import ConnectionGone

TYPE = b"Content-Type: multipart/encrypted\r\n"
URL = "http://127.0.0.1:5985/wsman"
LOOKED_AT = ("Content-Type", "WWW-Authenticate")
FOLD = re.compile(rb"\n[ \t]")


@contextlib.contextmanager
def connected(read_timeout: float = 5, before=lambda _: None):
    """A connection as a login leaves it behind, and the host's end of it."""
    ours, theirs = socket.socketpair()
    connection = BoundedConnection(
        None, "", connect_timeout=5, read_timeout=read_timeout, before=before, after=lambda _: None
    )
    connection._take(ours)
    connection.bind()
    connection.start(5, 1_000_000)
    with ours, theirs:
        theirs.settimeout(5)
        yield connection, theirs


def exchanged(*pieces: bytes) -> tuple[requests.Response, bytes, bool]:
    """What an exchange makes of an answer, what it sent, and whether it has closed the connection."""
    sent = []

    def host(end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while not (sent and sent[-1].endswith(b"asked")):
                sent.append(end.recv(10_000))
            for piece in pieces:
                end.sendall(piece)
            end.shutdown(socket.SHUT_WR)

    request = requests.Request("POST", URL, data=b"asked").prepare()
    with connected() as (connection, end):
        serving = threading.Thread(target=host, args=(end,))
        serving.start()
        try:
            answer = connection.send(request)
        finally:
            is_closed = connection._socket.fileno() == -1
            connection.close()
            serving.join(10)
        return answer, b"".join(sent), is_closed


def of(octets: bytes) -> object:
    """What an exchange makes of the octets, in one word where it is an error."""
    try:
        answer, _, closed = exchanged(octets)
    except (OSError, http.client.HTTPException, ReplyError, ValueError) as error:
        return type(error)
    headers = {name: answer.headers.get(name, "") for name in LOOKED_AT}
    return answer.status_code, headers, answer.content, closed


def by_the_library(octets: bytes) -> object:
    """What http.client makes of them."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(octets)
        theirs.shutdown(socket.SHUT_WR)
        answer = http.client.HTTPResponse(ours, method="POST")
        try:
            answer.begin()
            if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                return ReplyError
            content = answer.read()
        except (OSError, http.client.HTTPException, ValueError) as error:
            return type(error)
        finally:
            answer.close()
        headers = {
            name: ", ".join(value.strip(" \t") for value in answer.headers.get_all(name, ())) for name in LOOKED_AT
        }
        return answer.status, headers, content, answer.will_close


def _is_without_body(answer: object) -> bool:
    """Whether it is an answer that has no body whatever its fields say ([RFC 9112] 6.3); http.client looks for one."""
    return isinstance(answer, tuple) and answer[0] in (204, 304) and answer[2] == b""


def _unfolded(answer: object) -> object:
    """The answer with one space for each run of blanks in its headers.

    A client puts one or more spaces for a folded line ([RFC 9112] 5.2): h11 keeps the blanks around the line end, and
    http.client even the line end.
    """
    if isinstance(answer, type):
        return answer
    status, headers, content, closed = answer
    return status, {name: re.sub(r"[ \t\r\n]+", " ", value) for name, value in headers.items()}, content, closed


def check(octets: bytes) -> None:
    """The reader may be stricter than the library, never more lenient or of another opinion.

    Stricter is also to close a connection that the library keeps: http.client looks at the first Connection field alone,
    and keeps connections of HTTP/1.0.
    """
    ours = of(octets)
    if isinstance(ours, type) or _is_without_body(ours):
        return
    theirs = by_the_library(octets)
    folded = FOLD.search(octets) is not None
    if folded:
        ours, theirs = _unfolded(ours), _unfolded(theirs)
    assert not isinstance(theirs, type)
    assert ours[:3] == theirs[:3]
    assert ours[3] or not theirs[3] or folded  # http.client finds a "close" in "close folded"


FIELD = st.sampled_from(
    (
        b"Content-Length: 4",
        b"content-length:4",
        b"Content-Length: 40",
        b"Content-Length: -4",
        b"Content-Length: +4",
        b"Content-Length : 4",
        b"Content-Length: 0x4",
        b"Content-Type: text/plain",
        b"Content-Type:\ttext/html \t",
        b"Transfer-Encoding: chunked",
        b"Content-Encoding: gzip",
        b"Connection: close",
        b"Connection: keep-alive",
        b"WWW-Authenticate: Negotiate",
        b"WWW-Authenticate: Kerberos",
        b"Server: Microsoft-HTTPAPI/2.0",
        b" folded",
        b"no colon",
        b": no name",
        b"na me: value",
        b"Date: \xe4",
    )
)
FIRST = st.sampled_from(
    (
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 200",
        b"HTTP/1.1 401 ",
        b"HTTP/1.1 500 Internal Server Error",
        b"HTTP/1.0 200 OK",
        b"HTTP/1.1 204 No Content",
        b"HTTP/1.1 304 Not Modified",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
        b"HTTP/1.1  200 OK",
        b"HTTP/1.1 2000 OK",
        b"HTTP/2 200",
        b"ICY 200 OK",
    )
)


@given(
    FIRST, st.lists(FIELD, max_size=5), st.sampled_from((b"", b"four", b"more than four", b"4\r\nfour\r\n0\r\n\r\n"))
)
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Content-Type: text/plain"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Transfer-Encoding: chunked"], b"4\r\nfour\r\n0\r\n\r\n")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Connection: close"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Connection: keep-alive", b"Connection: close"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Connection: close", b" folded"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Content-Encoding: gzip"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Length: 4", b"Content-Length: 40"], b"four")
@example(b"HTTP/1.1 200 OK", [b"no colon", b"Content-Length: 4"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Type: text/plain", b" folded", b"Content-Length: 4"], b"four")
@example(b"HTTP/1.1 200 OK", [b"Content-Type:\ttext/html \t", b" folded", b"Content-Length: 4"], b"four")
@example(
    b"HTTP/1.1 401 ", [b"Content-Length: 4", b"WWW-Authenticate: Negotiate", b"WWW-Authenticate: Kerberos"], b"four"
)
@example(b"HTTP/1.0 200 OK", [b"Content-Length: 4"], b"four")
@example(b"HTTP/1.0 200 OK", [b"Content-Length: 4", b"Connection: keep-alive"], b"four")
@example(b"HTTP/1.1 200 OK", [b"X: a\rTransfer-Encoding: chunked", b"Content-Length: 14"], b"4\r\nfour\r\n0\r\n\r\n")
@example(b"HTTP/1.1 200 OK", [b"X:" + 7000 * b" " + b"\n", b"Content-Length: 4"], b"four")  # minutes, for some patterns
@example(b"HTTP/1.1 200 OK", [b"X:" + 7000 * b" " + b"x", b"Content-Length: 4"], b"four")
def test_any_answer_is_what_the_library_makes_of_it(first, fields, body):
    check(b"\r\n".join([first, *fields, b"", body]))


@given(st.binary(max_size=200))
def test_octets_that_are_no_answer(octets):
    check(octets)


@pytest.mark.parametrize(
    ("octets", "found"),
    [
        (
            b"HTTP/1.1 200 OK\r\n" + TYPE + b"Content-Length: 4\r\n\r\nfour",
            (200, "multipart/encrypted", b"four", False),
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n\r\n", (200, "", b"four", False)),
        (b"HTTP/1.1 401 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n", (401, "", b"", True)),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", (200, "", b"", True)),
        (b"HTTP/1.1 500 \r\n" + TYPE + b"\r\nto the end", (500, "multipart/encrypted", b"to the end", True)),
    ],
)
def test_answers_as_hosts_give_them(octets, found):
    status, headers, content, closed = of(octets)
    assert (status, headers["Content-Type"], content, closed) == found


@pytest.mark.parametrize(
    "octets",
    [
        b"SSH-2.0-OpenSSH_for_Windows_9.5\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nfour",
        b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\nfour",
        b"HTTP/1.1 200 OK\r\nContent-Length : 4\r\n\r\nfour",
        b"",
    ],
)
def test_answers_that_are_refused(octets):
    assert isinstance(of(octets), type)


def test_an_answer_in_pieces_of_one_octet():
    octets = b"HTTP/1.1 200 OK\r\n" + TYPE + b"Content-Length: 4\r\n\r\nfour"
    answer, _, _ = exchanged(*(octets[n : n + 1] for n in range(len(octets))))
    assert answer.content == b"four"


def test_a_huge_answer_is_refused_before_it_is_there():
    assert of(b"HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n" + b"x" * 1_100_000) is ReplyError


def test_what_is_sent():
    _, sent, _ = exchanged(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    assert sent == b"POST /wsman HTTP/1.1\r\nHost: 127.0.0.1:5985\r\nContent-Length: 5\r\n\r\nasked"


def test_a_connection_that_has_ended_sends_nothing():
    request = requests.Request("POST", URL, data=b"asked").prepare()
    with connected() as (connection, host):
        host.shutdown(socket.SHUT_WR)
        with pytest.raises(ConnectionGone):
            connection.send(request)
        assert host.recv(10) == b""


def test_a_service_that_speaks_another_protocol_is_not_waited_for():
    request = requests.Request("POST", URL, data=b"asked").prepare()
    with connected() as (connection, host):
        threading.Timer(0.1, host.sendall, (b"220 mail.lab ESMTP\r\n",)).start()
        with pytest.raises(requests.ConnectionError):
            connection.send(request)
        assert connection.first_bytes.startswith(b"220 ")
        assert not connection.timed_out


def test_the_host_is_sent_as_the_session_names_it():
    """Without the zone of its address."""
    request = requests.Request(
        "POST", "http://[fe80::1%25eth0]:5985/wsman", headers={"Host": "[fe80::1]:5985"}
    ).prepare()
    with connected() as (connection, host):
        threading.Timer(0.1, host.sendall, (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",)).start()
        connection.send(request)
        sent = host.recv(1000)
        assert b"\r\nHost: [fe80::1]:5985\r\n" in sent
        assert b"eth0" not in sent


def test_an_answer_that_comes_before_everything_is_sent_is_read():
    request = requests.Request("POST", URL, data=b"x" * 10_000_000).prepare()

    def refuse(host: socket.socket) -> None:
        host.recv(10)
        host.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        host.close()

    with connected() as (connection, host):
        refusing = threading.Thread(target=refuse, args=(host,))
        refusing.start()
        assert connection.send(request).status_code == 413
        refusing.join(10)


def test_a_host_that_takes_nothing_has_timed_out():
    request = requests.Request("POST", URL, data=b"x" * 50_000_000).prepare()
    with connected(read_timeout=0.2) as (connection, _):
        with pytest.raises(requests.ConnectionError):
            connection.send(request)
        assert connection.timed_out


def test_waiting_for_its_turn_takes_no_time_from_the_host():
    request = requests.Request("POST", URL, data=b"asked").prepare()
    with connected(before=lambda _: time.sleep(0.3)) as (connection, host):
        connection.start(0.2, 1000)
        threading.Timer(0.35, host.sendall, (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",)).start()
        assert connection.send(request).status_code == 200
