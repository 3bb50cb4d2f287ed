"""The failures that a real KDC gives, in the words that the user reads."""

from __future__ import annotations

import gc
import shutil
import subprocess
from contextlib import closing

import pytest

from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.failures.reach_catalog import ReachCause
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.failure_rows import KDC, ROWS, check
from tests.needs import needs
from tests.wsman.acceptor import AcceptingHost
from tests.wsman.gss_kerberos import GssKerberos
from tests.wsman.kdc import Kdc, needs_kerberos
from tests.wsman.raw_host import RawHost, http

needs_kerberos()

# A library that turns the clock of the program forward which loads it first.
_LATER = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
#define LATER 7200
time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
int gettimeofday(struct timeval *out, void *zone) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    out->tv_sec = now.tv_sec;
    out->tv_usec = now.tv_nsec / 1000;
    return 0;
}
int clock_gettime(clockid_t id, struct timespec *out) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(id, out);
    if (id == CLOCK_REALTIME) out->tv_sec += LATER;
    return result;
}
"""

CONDITIONS = {
    LoginCause.NO_TICKET: ("alice", ""),
    LoginCause.UNKNOWN_ACCOUNT: ("nobody", "sesame"),
    LoginCause.WRONG_PASSWORD: ("alice", "not-this-one"),
    LoginCause.PASSWORD_EXPIRED: ("stale", "sesame"),
    LoginCause.ACCOUNT_EXPIRED: ("gone", "sesame"),
    LoginCause.ACCOUNT_CLOSED: ("disabled", "sesame"),
    LoginCause.NO_DOMAIN_CONTROLLER: ("alice@silent.test", "sesame"),
    LoginCause.UNKNOWN_DOMAIN: ("alice@company.example", "sesame"),
    LoginCause.KERBEROS_FAILED: ("alice@@", "sesame"),
}


@pytest.fixture(scope="module")
def kdc(tmp_path_factory):
    with closing(Kdc(tmp_path_factory.mktemp("kdc"))) as kdc:
        yield kdc


def use(kdc, monkeypatch, folder):
    for name, value in kdc.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{folder}/tickets")


@pytest.fixture
def ready(kdc, monkeypatch, tmp_path):
    use(kdc, monkeypatch, tmp_path)
    yield kdc
    gc.collect()


def failure(username, password, name="localhost") -> WsmanError:
    with RawHost() as raw:
        host = connect(RemoteTarget("kerberos", username, password, raw.url.replace("127.0.0.1", name)))
        with closing(host), pytest.raises(WsmanError) as caught:
            host.get(uris.CONFIG, {})
        assert raw.asked == []
    return caught.value


def ask(url) -> WsmanError:
    target = RemoteTarget("kerberos", "", "", url, read_timeout=0.5)
    with closing(connect(target)) as host, pytest.raises(WsmanError) as caught:
        host.get(uris.CONFIG, {})
    return caught.value


def judged(cause, error):
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert "sesame" not in f"{found!s} {found.details} {error!r}"


OFFERS = "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos"
REFUSED = http(b"", "401 No", OFFERS)
TOO_LONG = http(
    b"<TITLE>Bad Request</TITLE><h2>Bad Request - Request Too Long</h2>", "400 Bad Request", "Content-Type: text/html"
)
# What is answered to a ticket, and what it means.
ANSWERS = {
    "refused": (REFUSED, LoginCause.TICKET_REFUSED),
    "refused, nothing named": (http(b"", "401 No"), LoginCause.TICKET_REFUSED),
    "refused, with something": (http(b"", "401 No", "WWW-Authenticate: Negotiate AAAA"), LoginCause.TICKET_REFUSED),
    "too large": (TOO_LONG, LoginCause.TICKET_TOO_LARGE),
    "too large for the header": (http(b"", "431 "), LoginCause.TICKET_TOO_LARGE),
    "no proof": (http(b""), LoginCause.MUTUAL_AUTHENTICATION_MISSING),
    "proof that is none": (http(b"", headers="WWW-Authenticate: Negotiate AAAA"), LoginCause.LOGIN_UNREADABLE),
    "cut": (None, LoginCause.LOGON_CUT),
    "silent": (b"", LoginCause.LOGON_SILENT),
    "proxy": (http(b"", "407 Proxy Authentication Required"), ReachCause.PROXY_LOGON),
}


def test_every_row_of_the_kdc_is_tested():
    tested = {*CONDITIONS, LoginCause.UNKNOWN_SPN, LoginCause.CLOCK_SKEW, LoginCause.SERVER_NOT_AUTHENTICATED}
    assert {cause for cause in ROWS if ROWS[cause].how == KDC} <= tested | {cause for _, cause in ANSWERS.values()}


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_comes_back_for_a_ticket(ready, answer):
    ready.kinit("alice", "sesame")
    step, cause = ANSWERS[answer]
    with RawHost(step) as raw:
        judged(cause, ask(raw.url.replace("127.0.0.1", "localhost")))


def test_a_host_that_has_another_key_than_the_domain_refuses_the_ticket(ready, tmp_path, monkeypatch):
    ready.kinit("alice", "sesame")
    other = tmp_path / "keytab"
    ready.command(f"addprinc -randkey HTTP/{tmp_path.name}", f"ktadd -k {other} HTTP/{tmp_path.name}")
    monkeypatch.setenv("KRB5_KTNAME", f"FILE:{other}")
    with AcceptingHost(GssKerberos) as host:
        error = ask(host.url.replace("127.0.0.1", "localhost"))
        judged(LoginCause.TICKET_REFUSED, error)
        assert host.users == []
    said = host_error(error, f"localhost:{host.port}")
    assert "setspn -Q HTTP/localhost and" in str(said.next_step)  # an SPN without the port
    assert "--auth ntlm" in said.on_command_line


def test_the_proof_of_another_login_is_evidence_of_somebody_else(ready):
    """Whoever has recorded the host's answer to one ticket cannot use it for the next."""
    ready.kinit("alice", "sesame")
    recorded: list[bytes] = []

    class Replaying(AcceptingHost):
        def _login(self, connection, scheme, token):
            recorded.append(super()._login(connection, scheme, token))
            return recorded[0]

    with Replaying(GssKerberos) as host:
        url = host.url.replace("127.0.0.1", "localhost")
        with closing(connect(RemoteTarget("kerberos", "", "", url))) as first:
            first.get(uris.CONFIG, {})
        judged(LoginCause.SERVER_NOT_AUTHENTICATED, ask(url))


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("cause", CONDITIONS, ids=lambda cause: cause.name)
def test_a_login_that_fails(cause):
    judged(cause, failure(*CONDITIONS[cause]))


def test_a_host_without_an_spn(ready):
    ready.kinit("alice", "sesame")
    error = failure("", "", "localhost.localdomain")
    judged(LoginCause.UNKNOWN_SPN, error)
    assert "no service principal name HTTP/localhost.localdomain for" in str(
        host_error(error, "localhost.localdomain:5985")
    )


@pytest.mark.parametrize("user", ["alice", "bob"], ids=["told by the KDC", "seen in its answer"])
def test_a_domain_whose_clock_is_two_hours_ahead(tmp_path, monkeypatch, user):
    needs(shutil.which("gcc"), "gcc, which makes the library that turns the clock")
    (tmp_path / "later.c").write_text(_LATER)
    library = tmp_path / "later.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(tmp_path / "later.c"), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    with closing(Kdc(tmp_path, LD_PRELOAD=str(library))) as kdc:
        use(kdc, monkeypatch, tmp_path)
        judged(LoginCause.CLOCK_SKEW, failure(user, "sesame"))
        gc.collect()
