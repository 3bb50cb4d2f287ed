"""One wrong password and many hosts: counted where it counts, at the hosts."""

from __future__ import annotations

import base64
import threading
from contextlib import ExitStack
from dataclasses import replace

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest, Step
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.work import Cancelled, CancelToken, WorkContext
from gatepost.wsman.login.attempts import LoginAttempts
from tests.practice.host_process import PracticeProcess
from tests.wsman.http.test_sealing import NTLM_OFFER, STRONG, challenge
from tests.wsman.raw_host import RawHost, http

REFUSED = http(b"", "401 No", NTLM_OFFER)


class Rejecting(RawHost):
    """Rejects every NTLM logon and counts them: one for each answer to its challenge."""

    def __init__(self) -> None:
        super().__init__()
        self.logons = 0

    def reply(self, request):
        token = next((line for line in request.head.split(b"\r\n") if line.lower().startswith(b"authorization:")), b"")
        kind = base64.b64decode(token.rpartition(b" ")[2])[8:9] if token else b""
        if kind == b"\x01":
            return challenge(STRONG)
        self.logons += kind == b"\x03"
        return REFUSED


@pytest.fixture
def hosts():
    with ExitStack() as stack:
        yield [stack.enter_context(Rejecting()) for _ in range(12)]


def read(url: str, tmp_path, attempts: LoginAttempts, token: CancelToken | None = None) -> HostError | None:
    connection = Connection("automatic", "CORP\\admin", parse_address(url))
    host = open_host(connection, "wrong", Journal(tmp_path / "journal"), attempts=attempts)
    token = token or CancelToken()
    try:
        with token.stopping(host.interrupt):
            host.read_snapshot(WorkContext(token))
    except HostError as error:
        return error
    except Cancelled:
        return None
    finally:
        host.close()
    return None


def read_all(urls, tmp_path, attempts: LoginAttempts) -> list[HostError | None]:
    outcomes: list[HostError | None] = []
    threads = [threading.Thread(target=lambda u=u: outcomes.append(read(u, tmp_path, attempts))) for u in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


def test_of_many_hosts_one_hears_of_a_wrong_password(hosts, tmp_path):
    outcomes = read_all([host.url for host in hosts], tmp_path, LoginAttempts())
    assert sum(host.logons for host in hosts) == 1
    assert len(outcomes) == len(hosts)
    not_sent = [error for error in outcomes if "didn't send them" in str(error)]
    assert len(not_sent) == len(hosts) - 1


def test_reading_a_host_again_does_not_send_what_it_rejected(hosts, tmp_path):
    attempts = LoginAttempts()
    for _ in range(3):
        assert read(hosts[0].url, tmp_path, attempts) is not None
    assert hosts[0].logons == 1
    attempts.forget("CORP\\admin", "wrong", hosts[0].url)  # typed again
    read(hosts[0].url, tmp_path, attempts)
    assert hosts[0].logons == 2


def test_a_test_of_a_connection_counts_too(hosts, tmp_path):
    attempts = LoginAttempts()
    connection = Connection("ntlm", "CORP\\admin", parse_address(hosts[0].url))
    for host in hosts[:2]:
        tried = replace(connection, address=parse_address(host.url))
        results = ConnectionTest(tried, "wrong", WorkContext(), attempts=attempts).run()
        assert [result.step for result in results if not result.works] == [Step.LOGON]
    assert [host.logons for host in hosts[:2]] == [1, 0]


def test_a_right_password_reaches_all_hosts(tmp_path):
    with ExitStack() as stack:
        practice = [stack.enter_context(PracticeProcess("reference-page")) for _ in range(2)]
        user = practice[0].account()[0]
        attempts = LoginAttempts()
        for host in practice:
            connection = Connection("ntlm", user, parse_address(host.url))
            opened = open_host(connection, host.account()[1], Journal(tmp_path / "journal"), attempts=attempts)
            assert opened.read_snapshot(WorkContext()).configurations
            opened.close()


def test_whoever_waits_for_the_first_host_can_be_cancelled(hosts, tmp_path):
    attempts = Watched(hosts[0].url)
    tokens = CancelToken(), CancelToken()
    with Silent() as silent:
        first, other = (
            threading.Thread(target=read, args=(host.url, tmp_path, attempts, token))
            for host, token in zip((silent, hosts[0]), tokens, strict=True)
        )
        first.start()
        assert silent.heard.wait(20)
        other.start()
        assert attempts.waiting.wait(20)
        tokens[1].cancel()
        other.join(5)
        assert not other.is_alive()
        assert hosts[0].logons == 0
        tokens[0].cancel()
        first.join(20)


class Watched(LoginAttempts):
    """Tells when one host waits for its turn."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.waiting = threading.Event()
        self._url = url

    def begin(self, target, stopped):
        if target.url == self._url:
            self.waiting.set()
        return super().begin(target, stopped)


class Silent(Rejecting):
    """Says nothing to a logon."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = threading.Event()

    def reply(self, request):
        reply = super().reply(request)
        if self.logons:
            self.heard.set()
            return b""
        return reply
