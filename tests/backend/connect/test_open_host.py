"""The way to a host, tried step by step against a practice host."""

import contextlib
import socket
import sys
import threading
import time
from dataclasses import replace

import pytest

from gatepost.backend.connect.addresses import HostAddress, parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step, steps_of
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_host, open_transport, target_of
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.backend.files.settings import Settings
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.work import Cancelled, CancelToken, Progress, WorkContext
from gatepost.wsman.certificates import CertificateProblem
from gatepost.wsman.messages.uris import IDENTITY
from tests.practice.host_process import PracticeProcess
from tests.wsman.raw_host import RawHost, http
from tests.wsman.wires import answer


def steps(results):
    return {result.step: result.works for result in results}


def way_to(bench, role="administrator", scheme="ntlm"):
    user, password = bench.practice.account(role)
    return Connection(scheme, user, parse_address(bench.practice.url)), password


@pytest.fixture
def closed_port():
    with socket.socket() as held:  # bound and not listening: nobody else can take it meanwhile
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.mark.parametrize("scheme", ["ntlm", "basic"])
def test_a_way_that_works(bench, scheme):
    told: list[Progress] = []
    connection, password = way_to(bench, scheme=scheme)
    results = ConnectionTest(connection, password, WorkContext(CancelToken(), told.append)).run()
    assert steps(results) == dict.fromkeys(steps_of(connection), True)
    assert [p.done for p in told] == [0, 1, 2, 3]
    assert str(results[0].said) == "127.0.0.1"
    assert ("not encrypted" in str(results[2].said)) is (scheme == "basic")
    assert "put" not in bench.counts()


def test_a_connection_test_reads_one_page_and_releases_the_rest(bench):
    bench.tell("page-size", "2")
    connection, password = way_to(bench)
    assert ConnectionTest(connection, password, WorkContext()).run()[-1].works
    counts = bench.counts()
    assert (counts["enumerate"], counts.get("pull"), counts.get("release")) == (1, None, 1)


def test_a_wrong_password_stops_at_the_logon(bench):
    connection, _ = way_to(bench)
    results = ConnectionTest(connection, "wrong", WorkContext()).run()
    assert steps(results) == {Step.NAME: True, Step.PORT: True, Step.LOGON: False}
    assert "user name and password" in str(results[-1].said)


def test_an_automatic_login_says_which_it_was(bench):
    connection, password = way_to(bench, scheme="automatic")
    results = ConnectionTest(connection, password, WorkContext()).run()
    assert "NTLM, encrypted" in str(results[2].said)
    host = open_host(connection, password, bench.journal)
    assert host.read_snapshot(WorkContext()).host.authentication == "NTLM"
    host.close()


def test_a_certificate_is_asked_about_pinned_and_guarded(tmp_path):
    with PracticeProcess("reference-page", "--https") as practice:
        user, password = practice.account()
        connection = Connection("ntlm", user, parse_address(practice.info["https_url"]))
        results = ConnectionTest(connection, password, WorkContext()).run()
        assert steps(results) == {Step.NAME: True, Step.PORT: True, Step.TLS: False}
        question = results[-1].question
        assert question is not None
        assert (question.problem, question.changed, question.pin) == (CertificateProblem.UNTRUSTED, False, "")
        assert question.certificate.subject == "CN=SERVER01"

        pinned = replace(connection, pinned_fingerprint=question.certificate.sha256)
        assert steps(ConnectionTest(pinned, password, WorkContext()).run()) == dict.fromkeys(Step, True)

        wrong = replace(connection, pinned_fingerprint="ab" * 32)
        host = open_host(wrong, password, Journal(tmp_path / "journal"))
        with pytest.raises(CertificateQuestion) as caught:
            host.read_snapshot(WorkContext())
        host.close()
        assert (caught.value.changed, caught.value.pin) == (True, "ab" * 32)
        assert caught.value.certificate.sha256 in caught.value.details
        assert "ab" * 32 in caught.value.details


def test_a_service_that_is_not_that_of_windows_is_named():
    omi = "<i:ProductVendor>Open Management Infrastructure</i:ProductVendor>"
    reply = http(answer(f'<i:IdentifyResponse xmlns:i="{IDENTITY}">{omi}</i:IdentifyResponse>', None))
    with RawHost(reply) as raw:
        results = ConnectionTest(Connection("basic", "u", parse_address(raw.url)), "p", WorkContext()).run()
    assert steps(results)[Step.LOGON] is False
    assert "runs Open Management Infrastructure, not WinRM." in str(results[-1].said)


def test_without_the_right_to_read_the_logon_works(bench):
    connection, password = way_to(bench, "remote-management-user")
    results = ConnectionTest(connection, password, WorkContext()).run()
    assert steps(results)[Step.READ] is False
    assert "Administrators" in str(results[-1].next_step)


def test_a_closed_port(closed_port):
    results = ConnectionTest(Connection("ntlm", "u", HostAddress("127.0.0.1", closed_port)), "p", WorkContext()).run()
    assert steps(results) == {Step.NAME: True, Step.PORT: False}
    assert str(closed_port) in str(results[-1].said)


@pytest.mark.skipif(
    sys.platform != "linux", reason="fills the queue of a port, which only Linux then leaves unanswered"
)
def test_a_port_that_does_not_answer():
    """As behind a firewall that drops packets, or with the host switched off."""
    with socket.socket() as full, contextlib.ExitStack() as waiting:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(3):
            client = waiting.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(full.getsockname())
        connection = Connection("ntlm", "u", HostAddress("127.0.0.1", full.getsockname()[1]))
        results = ConnectionTest(connection, "p", WorkContext(), Settings(connect_seconds=1)).run()
    assert steps(results) == {Step.NAME: True, Step.PORT: False}
    assert str(results[-1].said) == f"{connection.address.label} doesn't answer."


def test_an_unknown_name():
    results = ConnectionTest(Connection("ntlm", "u", parse_address("nosuch.invalid")), "p", WorkContext()).run()
    assert steps(results) == {Step.NAME: False}
    assert "nosuch.invalid" in str(results[0].said)


def test_cancelled_between_two_steps():
    token = CancelToken()
    context = WorkContext(token, lambda progress: token.cancel())
    with pytest.raises(Cancelled):
        ConnectionTest(Connection("ntlm", "u", parse_address("127.0.0.1")), "p", context).run()


@pytest.mark.parametrize("scheme", ["automatic", "ntlm", "basic"])
def test_cancelled_while_the_host_hangs(scheme):
    with RawHost(b"") as raw:
        token = CancelToken()
        ended = []

        def attempt():
            try:
                ConnectionTest(Connection(scheme, "u", parse_address(raw.url)), "p", WorkContext(token)).run()
            except Cancelled:
                ended.append(time.monotonic())

        thread = threading.Thread(target=attempt)
        thread.start()
        deadline = time.monotonic() + 30
        while not raw.asked and time.monotonic() < deadline:
            time.sleep(0.01)
        assert raw.asked
        begun = time.monotonic()
        token.cancel()
        thread.join(30)
        assert ended and ended[0] - begun < 10


@pytest.mark.parametrize(
    ("user", "password", "scheme", "said"),
    [
        ("", "p", "ntlm", "Enter a user name"),
        ("", "p", "automatic", "Enter a user name"),
        ("", "p", "kerberos", "Enter a user name"),
        ("u", "", "ntlm", "No password is saved"),
        ("u", "p", "basic", "over HTTP"),
        ("", "", "certificate", "client certificate file"),
    ],
)
def test_what_cannot_be_tried_is_told(user, password, scheme, said):
    with pytest.raises(HostError, match=said):
        open_transport(Connection(scheme, user, parse_address("srv01")), password)


def test_the_ticket_of_a_named_user_needs_no_password():
    target = target_of(Connection("kerberos", "nina@CONTOSO.COM", parse_address("srv01.contoso.com")), "", Settings())
    assert (target.authentication, target.user, target.password) == ("kerberos", "nina@CONTOSO.COM", "")


def test_a_host_is_known_by_its_address(bench):
    connection, password = way_to(bench)
    host = open_host(connection, password, bench.journal)
    assert host.identity.key == connection.key
    assert host.identity.name == connection.address.label
    assert len(host.read_snapshot(WorkContext()).configurations) == 6
    host.close()
