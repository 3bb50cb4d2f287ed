"""What somebody on the way sees: for every login that seals over HTTP, no message and no password, whatever happens.

A recorder stands between. Tokens are decoded before they are searched, and what is searched for is also looked for as
UTF-16, which NTLM writes.
"""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from gatepost.wsman.errors import AuthenticationFailed, ConnectionFailed
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.needs import needs
from tests.practice.host_process import PracticeProcess
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss import Gss, has_ntlm
from tests.wsman.gss_kerberos import GssKerberos
from tests.wsman.recorder import Recorder

PLUGIN = {"Name": "microsoft.powershell"}
MESSAGE = (b"Envelope", b"wsman.xsd", b"PlugInConfiguration", b"Sddl", PLUGIN["Name"].encode())
WRONG = "not-this-one"
TOKEN = re.compile(rb"(?:Negotiate|NTLM|Kerberos|CredSSP|Basic) ([\w+/]{8,}=*)")


@dataclass
class Bench:
    """A host, how one logs on to it, and how it is made to hang up on the next request."""

    url: str
    authentication: str
    user: str
    password: str
    drop: Callable[[], object]
    log_on: Callable[[], None] = lambda: None


@pytest.fixture(scope="module")
def practice():
    with PracticeProcess("reference-page", "--credssp") as practice:
        yield practice


def practice_bench(practice, authentication):
    practice.console("drop 0")
    return Bench(practice.url, authentication, *practice.account(), lambda: practice.console("drop 1"))


def kerberos_bench(request, authentication, password):
    kdc = request.getfixturevalue("kdc")
    request.getfixturevalue("lab_names")
    host = AcceptingHost(GssKerberos)
    user = "alice@GATEPOST.TEST" if password else ""
    url = host.url.replace("127.0.0.1", "srv01.gatepost.test")
    log_on = (lambda: None) if password else (lambda: kdc.kinit("alice", "sesame"))
    return host, Bench(url, authentication, user, password, lambda: setattr(host, "drops", 1), log_on)


def gss_bench(request):
    needs(has_ntlm(), "Debian's package gss-ntlmssp")
    accounts = request.getfixturevalue("tmp_path") / "accounts"
    accounts.write_text("LAB:alice:open sesame\n")
    request.getfixturevalue("monkeypatch").setenv("NTLM_USER_FILE", str(accounts))
    host = AcceptingHost(Gss)
    return host, Bench(host.url, "ntlm", "LAB\\alice", "open sesame", lambda: setattr(host, "drops", 1))


COMBINATIONS = {
    "ntlm": lambda request: practice_bench(request.getfixturevalue("practice"), "ntlm"),
    "ntlm-gss": gss_bench,
    "credssp": lambda request: practice_bench(request.getfixturevalue("practice"), "credssp"),
    "kerberos-ticket": lambda request: kerberos_bench(request, "kerberos", ""),
    "kerberos-password": lambda request: kerberos_bench(request, "kerberos", "sesame"),
    "automatic-ntlm": lambda request: practice_bench(request.getfixturevalue("practice"), "automatic"),
    "automatic-kerberos": lambda request: kerberos_bench(request, "automatic", "sesame"),
}


@pytest.fixture(params=COMBINATIONS)
def bench(request) -> Iterator[Bench]:
    made = COMBINATIONS[request.param](request)
    if isinstance(made, Bench):
        yield made
        return
    host, bench = made
    with host:
        yield bench


@pytest.fixture
def recorder(bench):
    here = urlsplit(bench.url)._replace(netloc=f"127.0.0.1:{urlsplit(bench.url).port}").geturl()
    with Recorder(here) as recorder:
        yield recorder


@pytest.fixture
def open_host(bench, recorder, open_target):
    def open_host(password=""):
        url = bench.url.replace(str(urlsplit(bench.url).port), str(recorder.port))
        return open_target(url, bench.authentication, bench.user, password or bench.password)

    return open_host


def get(host):
    return host.get(uris.CONFIG_PLUGIN, PLUGIN)


def streams(recorder) -> list[bytes]:
    """What crossed, connection by connection and direction by direction, and every token in it."""
    crossed = [bytes(each) for each in recorder.sent + recorder.received]
    return crossed + [base64.b64decode(token) for each in crossed for token in TOKEN.findall(each)]


def assert_sealed(recorder, *secrets, messages=1):
    found = streams(recorder)
    assert sum(each.count(b"-session-encrypted\r\n") for each in found) >= messages
    for clear in (*MESSAGE, *[secret.encode() for secret in secrets if secret]):
        for written in (clear, clear.decode().encode("utf-16-le"), base64.b64encode(clear)):
            assert not any(written in each for each in found), written


def test_reading_and_writing(bench, recorder, open_host):
    bench.log_on()
    host = open_host()
    document = get(host)
    assert host.put(uris.CONFIG_PLUGIN, PLUGIN, document)
    assert host.put(uris.CONFIG_PLUGIN, PLUGIN, document.replace(b">", b"><!--" + b"x" * 40_000 + b"-->", 1))
    assert_sealed(recorder, bench.password, messages=6)


def test_after_a_first_login_that_failed(bench, recorder, open_host):
    first = open_host(WRONG if bench.password else "")
    for operation in (get, lambda host: host.put(uris.CONFIG_PLUGIN, PLUGIN, b"<PlugInConfiguration/>"), get):
        with pytest.raises(AuthenticationFailed):
            operation(first)
    assert_sealed(recorder, WRONG, bench.password, messages=0)
    bench.log_on()
    assert get(open_host() if bench.password else first)
    assert_sealed(recorder, WRONG, bench.password)


def test_after_connections_that_were_cut(bench, recorder, open_host):
    bench.log_on()
    host = open_host()
    document = get(host)
    recorder.hang_up()
    assert get(host) == document
    bench.drop()
    assert get(host) == document
    bench.drop()
    with pytest.raises(ConnectionFailed):
        host.put(uris.CONFIG_PLUGIN, PLUGIN, document)
    recorder.hang_up()
    assert host.put(uris.CONFIG_PLUGIN, PLUGIN, document)
    assert recorder.connections >= 4
    assert_sealed(recorder, bench.password, messages=8)


@pytest.mark.parametrize("first_fails", [False, True])
def test_with_more_than_one_thread(bench, recorder, open_host, first_fails):
    """Also where the threads race for the first login, and where that one fails."""
    if not first_fails:
        bench.log_on()
    host = open_host(WRONG if first_fails and bench.password else "")
    came: list[object] = []

    def ask():
        for _ in range(3):
            try:
                came.append(get(host))
            except AuthenticationFailed as failure:
                came.append(type(failure))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(came) == 9
    assert all(isinstance(each, type) is first_fails for each in came)
    assert_sealed(recorder, WRONG, bench.password, messages=0 if first_fails else 18)


def test_the_recorder_would_notice(practice):
    user, password = practice.account()
    with Recorder(practice.url) as recorder:
        host = connect(RemoteTarget("basic", user, password, recorder.url))
        get(host)
        host.close()
        found = streams(recorder)
    assert all(any(clear in each for each in found) for clear in (*MESSAGE, password.encode()))
