"""The failures that a real KDC gives, in the words that the user reads."""

from __future__ import annotations

import gc
import shutil
import subprocess
from contextlib import closing

import pytest

from gatepost.backend.failures.catalog import Cause
from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.failure_rows import KDC, ROWS, check
from tests.needs import needs
from tests.wsman.kdc import Kdc, needs_kerberos
from tests.wsman.raw_host import RawHost

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
    Cause.NO_TICKET: ("alice", ""),
    Cause.UNKNOWN_ACCOUNT: ("nobody", "sesame"),
    Cause.WRONG_PASSWORD: ("alice", "not-this-one"),
    Cause.PASSWORD_EXPIRED: ("stale", "sesame"),
    Cause.ACCOUNT_EXPIRED: ("gone", "sesame"),
    Cause.ACCOUNT_CLOSED: ("disabled", "sesame"),
    Cause.NO_DOMAIN_CONTROLLER: ("alice@silent.test", "sesame"),
    Cause.KERBEROS_FAILED: ("alice@@", "sesame"),
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
        host = connect(RemoteTarget(raw.url.replace("127.0.0.1", name), "kerberos", username, password))
        with closing(host), pytest.raises(WsmanError) as caught:
            host.get(uris.CONFIG, {})
        assert raw.asked == []
    return caught.value


def judged(cause, error):
    found = host_error(error, "SRV01")
    check(cause, found, cause_of(error))
    assert "sesame" not in f"{found!s} {found.details} {error!r}"


def test_every_row_of_the_kdc_is_tested():
    assert {cause for cause in ROWS if ROWS[cause].how == KDC} == {*CONDITIONS, Cause.UNKNOWN_SPN, Cause.CLOCK_SKEW}


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("cause", CONDITIONS, ids=lambda cause: cause.name)
def test_a_login_that_fails(cause):
    judged(cause, failure(*CONDITIONS[cause]))


def test_a_host_without_an_spn(ready):
    ready.kinit("alice", "sesame")
    judged(Cause.UNKNOWN_SPN, failure("", "", "localhost.localdomain"))


@pytest.mark.parametrize("user", ["alice", "bob"], ids=["told by the KDC", "seen in its answer"])
def test_a_domain_whose_clock_is_two_hours_ahead(tmp_path, monkeypatch, user):
    needs(shutil.which("gcc"), "gcc, which makes the library that turns the clock")
    (tmp_path / "later.c").write_text(_LATER)
    library = tmp_path / "later.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(tmp_path / "later.c"), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    with closing(Kdc(tmp_path, LD_PRELOAD=str(library))) as kdc:
        use(kdc, monkeypatch, tmp_path)
        judged(Cause.CLOCK_SKEW, failure(user, "sesame"))
        gc.collect()
