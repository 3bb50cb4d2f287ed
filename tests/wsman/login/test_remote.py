import contextlib
import gzip
import socket
import subprocess
import sys
import threading
import time

import pytest

from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
    HttpError,
    ReplyError,
    WsmanFault,
)
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.wsman.calls import SECRET, failure_of, get, put
from tests.wsman.raw_host import RawHost, http, soap
from tests.wsman.wires import answer, fault_body

# --- targets -------------------------------------------------------------------------------------------------------


def test_importing_the_room_does_not_import_the_network():
    code = "import sys, gatepost.wsman.login.remote; print([m for m in ('requests', 'winrm', 'spnego', 'urllib3') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_password_is_not_in_the_representation():
    assert SECRET not in repr(RemoteTarget("ntlm", "user", SECRET, "http://srv01:5985/wsman"))


@pytest.mark.parametrize(
    ("url", "user", "password"),
    [
        ("srv01", "u", "p"),
        ("ftp://srv01/wsman", "u", "p"),
        ("http:///wsman", "u", "p"),
        ("http://srv01:99999/wsman", "u", "p"),
        ("http://u:p@srv01/wsman", "u", "p"),
        ("http://srv01/wsman", "", "p"),
        ("http://srv01/wsman", "u", ""),
    ],
)
def test_targets_that_make_no_sense(url, user, password):
    with pytest.raises(ValueError, match=r"URL|account|[Pp]ort"):
        RemoteTarget("ntlm", user, password, url)


def test_an_unknown_scheme_of_authentication():
    with pytest.raises(ValueError, match="digest"):
        RemoteTarget("digest", "u", "p", "http://srv01/wsman")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.8.7", "[::1]", "localhost", "LOCALHOST"])
def test_basic_in_clear_to_this_computer(host, transport):
    assert transport(f"http://{host}:5985/wsman").encrypted is False


@pytest.mark.parametrize(
    "host", ["srv01", "10.0.0.1", "127.0.0.1.example.org", "localhost.example.org", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_basic_in_clear_to_the_network_is_refused(host):
    with pytest.raises(EncryptionMissing):
        connect(RemoteTarget("basic", "user", SECRET, f"http://{host}:5985/wsman"))


def test_a_transport_tells_host_account_scheme_and_encryption(transport):
    host = transport("http://srv01:5985/wsman", "ntlm")
    assert (host.address, host.account, host.authentication, host.encrypted) == ("srv01", "user", "NTLM", True)
    assert transport("https://srv01/wsman").encrypted is True
    assert transport("http://127.0.0.1/wsman", address="here").address == "here"


def test_connecting_does_not_touch_the_network(transport):
    with RawHost() as raw:
        transport(raw.url, "ntlm")
        assert raw.asked == []


# --- answers -------------------------------------------------------------------------------------------------------


def test_basic_exchange_on_one_connection(transport):
    with RawHost(soap("<c/>"), soap("<d/>")) as raw:
        host = transport(raw.url)
        assert (get(host), put(host)) == (b"<c/>", b"<d/>")
        assert {asked.connection for asked in raw.asked} == {1}
        assert all(b"Accept-Encoding: identity" in asked.head for asked in raw.asked)


def test_a_fault_comes_with_status_500(transport):
    with RawHost(soap(fault_body(), "500 Internal Server Error"), soap("<c/>")) as raw:
        host = transport(raw.url)
        assert failure_of(lambda: put(host), WsmanFault).subcode == "w:AccessDenied"
        assert get(host) == b"<c/>"
        assert {asked.connection for asked in raw.asked} == {1}


@pytest.mark.parametrize("status", ["400 Bad Request", "404 Not Found", "413 Too Large", "500 Oops", "503 Busy"])
@pytest.mark.parametrize("body", [b"", b"<html>words</html>"])
def test_a_status_without_a_message(transport, status, body):
    with RawHost(http(body, status, "Content-Type: text/html")) as raw:
        error = failure_of(lambda: put(transport(raw.url)), HttpError)
    assert error.status == int(status[:3])
    assert error.delivery is Delivery.MAYBE
    assert len(raw.asked) == 1


def test_a_refused_account_names_the_schemes_offered(transport):
    headers = 'WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm="WSMAN"'
    with RawHost(http(b"", "401 Unauthorized", headers)) as raw:
        error = failure_of(lambda: put(transport(raw.url)), AuthenticationFailed)
    assert error.offered == ("Negotiate", "Basic")
    assert error.delivery is Delivery.NOT_SENT


CHUNK = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
BAD_ANSWERS = {
    "empty": (http(b""), "is empty"),
    "no-xml": (http(b"no xml"), "not well-formed"),
    "truncated": (http(b"<a"), "not well-formed"),
    "entity": (http(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "document type"),
    "large": (http(b"x" * 70_000), "larger than"),
    "large-chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNK * 3, "larger than"),
    "continues": (b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000, "larger than"),
    "status-line": (b"HTTP/1.1 abc X\r\nContent-Length: 0\r\n\r\n", "not what HTTP allows"),
    "headers": (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "not what HTTP allows"),
    "lengths": (http(b"<a/>", headers="Content-Length: 3"), "not what HTTP allows"),
    "compressed": (http(gzip.compress(answer("<c/>", None)), headers="Content-Encoding: gzip"), "compressed"),
}


@pytest.mark.parametrize("kind", BAD_ANSWERS)
def test_bad_answers_are_reply_errors_and_end_the_connection(transport, kind):
    reply, words = BAD_ANSWERS[kind]
    with RawHost(reply, soap("<c/>")) as raw:
        host = transport(raw.url, max_reply=60_000)
        error = failure_of(lambda: put(host), ReplyError)
        assert error.delivery is Delivery.DELIVERED
        assert words in str(error)
        assert get(host) == b"<c/>"
        assert [asked.connection for asked in raw.asked] == [1, 2]


def test_what_is_not_http_is_no_answer(transport):
    with RawHost(b"SSH-2.0-hello\r\n" * 9, soap("<c/>")) as raw:
        host = transport(raw.url, max_reply=60_000)
        assert failure_of(lambda: put(host)).delivery is Delivery.MAYBE
        assert get(host) == b"<c/>"


def test_a_redirect_is_not_followed(transport):
    with RawHost() as elsewhere, RawHost(http(b"", "307 Go", f"Location: {elsewhere.url}")) as raw:
        assert failure_of(lambda: put(transport(raw.url)), HttpError).status == 307
        assert elsewhere.asked == []


# --- connections ---------------------------------------------------------------------------------------------------


def test_a_refused_connection_was_not_sent(transport):
    with RawHost() as raw:
        url = raw.url
    error = failure_of(lambda: put(transport(url)))
    assert (error.problem, error.delivery) == (ConnectionFailureReason.REFUSED, Delivery.NOT_SENT)


def test_a_name_that_does_not_exist(transport):
    error = failure_of(lambda: put(transport("http://no-such-host.invalid:5985/wsman", "ntlm")))
    assert (error.problem, error.delivery) == (ConnectionFailureReason.NAME_NOT_FOUND, Delivery.NOT_SENT)


def test_a_put_that_got_no_answer_is_unknown_and_not_repeated(transport):
    with RawHost(None, soap("<P/>")) as raw:
        error = failure_of(lambda: put(transport(raw.url)))
        assert (error.problem, error.delivery) == (ConnectionFailureReason.DROPPED, Delivery.MAYBE)
        assert len(raw.asked) == 1


def test_a_get_that_got_no_answer_is_repeated_where_the_login_has_worked_before(transport):
    with RawHost(soap("<c/>"), None, soap("<c/>")) as raw:
        host = transport(raw.url)
        assert get(host) == get(host) == b"<c/>"
        assert len(raw.asked) == 3


def test_a_first_get_that_got_no_answer_is_no_second_attempt_to_log_on(transport):
    with RawHost(None, soap("<c/>")) as raw:
        assert failure_of(lambda: get(transport(raw.url))).problem is ConnectionFailureReason.DROPPED
        assert len(raw.asked) == 1


def test_an_answer_cut_short_is_unknown(transport):
    with RawHost(http(b"x" * 100)[:-50]) as raw:
        host = transport(raw.url, read_timeout=0.3)
        assert failure_of(lambda: put(host)).delivery is Delivery.MAYBE


def test_a_mute_host(transport):
    with RawHost(b"") as raw:
        started = time.monotonic()
        error = failure_of(lambda: get(transport(raw.url, read_timeout=0.3)))
        assert (error.problem, error.delivery) == (ConnectionFailureReason.TIMED_OUT, Delivery.MAYBE)
        assert time.monotonic() - started < 5
        assert len(raw.asked) == 1


@pytest.mark.parametrize("reply", [soap("<c/>"), b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 90])
def test_an_answer_that_drips_is_cut_at_the_deadline(transport, reply):
    with RawHost(reply, drip=0.05) as raw:
        started = time.monotonic()
        error = failure_of(lambda: put(transport(raw.url, read_timeout=5, exchange_timeout=0.5)))
        assert error.problem is ConnectionFailureReason.TIMED_OUT
        assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform != "linux", reason="needs a listener whose queue is full to stay silent")
def test_a_black_hole_costs_the_connect_timeout(transport):
    with contextlib.ExitStack() as queue:
        host = transport(f"http://127.0.0.1:{black_hole(queue)[1]}/wsman", connect_timeout=0.3)
        started = time.monotonic()
        error = failure_of(lambda: put(host))
        assert (error.problem, error.delivery) == (ConnectionFailureReason.TIMED_OUT, Delivery.NOT_SENT)
        assert time.monotonic() - started < 5


def end_while_waiting(raw, host, end):
    """Read, have another thread end that once the host has been asked, and return how it failed."""
    failures = []
    waiting = threading.Thread(target=lambda: failures.append(failure_of(lambda: get(host))))
    waiting.start()
    deadline = time.monotonic() + 30
    while not raw.asked and time.monotonic() < deadline:
        time.sleep(0.01)
    assert raw.asked
    end()
    waiting.join(5)
    (error,) = failures
    return error


def test_tls_with_a_host_that_speaks_none(transport):
    def greet():
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"220 this is something else\r\n")
            connection.recv(65536)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        greeting = threading.Thread(target=greet)
        greeting.start()
        error = failure_of(lambda: put(transport(f"https://127.0.0.1:{listener.getsockname()[1]}/wsman")))
        greeting.join(5)
    assert (error.problem, error.delivery) == (ConnectionFailureReason.TLS, Delivery.NOT_SENT)


@pytest.mark.parametrize("authentication", ["basic", "ntlm"])
def test_closing_ends_a_waiting_exchange_for_good(transport, authentication):
    with RawHost(b"", soap("<c/>")) as raw:
        host = transport(raw.url, authentication)
        assert end_while_waiting(raw, host, host.close).problem is ConnectionFailureReason.CLOSED
        assert failure_of(lambda: get(host)).delivery is Delivery.NOT_SENT
        assert len(raw.asked) == 1


@pytest.mark.parametrize("authentication", ["basic", "ntlm"])
def test_an_interrupted_exchange_ends_at_once_and_the_next_one_works(transport, authentication):
    with RawHost(b"", soap("<c/>")) as raw:
        host = transport(raw.url, authentication)
        error = end_while_waiting(raw, host, host.interrupt)
        assert error.problem is ConnectionFailureReason.CLOSED
        if authentication == "basic":
            assert error.delivery is Delivery.MAYBE
            assert get(host) == b"<c/>"
        else:
            assert error.delivery is Delivery.NOT_SENT  # the login was under way
        assert raw.asked[0].connection == 1


def test_interrupting_an_idle_host_costs_a_connection_at_most(transport):
    with RawHost(*[soap("<c/>")] * 2, soap("<d/>")) as raw:
        host = transport(raw.url)
        host.interrupt()
        get(host)
        host.interrupt()
        get(host)
        host.interrupt()
        assert put(host) == b"<d/>"
        assert len(raw.asked) == 3


def black_hole(queue):
    """A listener whose queue is full, so that it stays silent; its address."""
    listener = queue.enter_context(socket.socket())
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    for _ in range(3):
        waiting = queue.enter_context(socket.socket())
        waiting.setblocking(False)
        waiting.connect_ex(listener.getsockname())
    return listener.getsockname()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a listener whose queue is full to stay silent")
def test_interrupting_while_connecting(transport):
    with contextlib.ExitStack() as queue:
        host = transport(f"http://127.0.0.1:{black_hole(queue)[1]}/wsman", connect_timeout=30)
        failures = []
        waiting = threading.Thread(target=lambda: failures.append(failure_of(lambda: put(host))))
        waiting.start()
        time.sleep(0.3)
        started = time.monotonic()
        host.interrupt()
        waiting.join(20)
        assert time.monotonic() - started < 5
        assert [(error.problem, error.delivery) for error in failures] == [
            (ConnectionFailureReason.CLOSED, Delivery.NOT_SENT)
        ]


def names_lead_to(monkeypatch, *addresses):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_arguments, **_options: found)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a listener whose queue is full to stay silent")
def test_an_address_that_leads_nowhere_does_not_keep_the_others_from_answering(transport, monkeypatch):
    with contextlib.ExitStack() as queue, RawHost(soap("<c/>")) as raw:
        hole = black_hole(queue)
        names_lead_to(monkeypatch, hole, hole, ("127.0.0.1", raw.port))
        started = time.monotonic()
        assert get(transport("http://localhost:5985/wsman")) == b"<c/>"
        assert time.monotonic() - started < 3
        names_lead_to(monkeypatch, *[hole] * 30)
        started = time.monotonic()
        error = failure_of(lambda: get(transport("http://localhost:5985/wsman", connect_timeout=0.5)))
        assert (error.problem, error.delivery) == (ConnectionFailureReason.TIMED_OUT, Delivery.NOT_SENT)
        assert time.monotonic() - started < 5  # for all thirty


class Ipv6Host(RawHost):
    def listener(self):
        return socket.create_server(("::1", 0), family=socket.AF_INET6)


def test_a_host_with_an_ipv6_address(transport):
    try:
        host = Ipv6Host(soap("<c/>"))
    except OSError:
        pytest.skip("this computer has no IPv6")
    with host as raw:
        assert get(transport(f"http://[::1]:{raw.port}/wsman")) == b"<c/>"
        assert f"Host: [::1]:{raw.port}".encode() in raw.asked[0].head


def test_every_address_refuses(transport, monkeypatch):
    with RawHost() as raw:
        port = raw.port
    names_lead_to(monkeypatch, *[("127.0.0.1", port)] * 3)
    assert failure_of(lambda: get(transport("http://localhost:5985/wsman"))).problem is ConnectionFailureReason.REFUSED


def test_threads_take_turns(transport):
    with RawHost(*[soap("<c/>")] * 40) as raw:
        host = transport(raw.url)
        threads = [threading.Thread(target=lambda: [get(host) for _ in range(10)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(raw.asked) == 40
        assert {asked.connection for asked in raw.asked} == {1}
