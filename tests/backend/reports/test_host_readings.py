"""Hosts of one report: none costs the others more than its own time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gatepost.backend.host import account_naming
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.backend.reports import host_readings
from gatepost.backend.reports.host_readings import read_hosts
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.exposure import ExposureStatus
from gatepost.endpoints.text import english
from gatepost.security import NO_DOMAINS, HostDomains, Sid
from gatepost.work import Cancelled
from gatepost.wsman.login.attempts import LoginAttempts, LoginResult
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.scripted import UNREACHABLE, ScriptedHost
from tests.endpoints.documents import document
from tests.practice.host_process import PracticeProcess

LIMIT = 1.0  # second


@pytest.fixture
def opened(tmp_path):
    """Open a host that holds one endpoint; ``get`` stands for its Get."""

    def opened(sddl="O:NSG:BAD:P(A;;GA;;;BA)", get=None):
        transport = ScriptedHost({"a": document("a", (sddl,))})
        if get is not None:
            transport.get = get
        return lambda: Host(transport, Journal(tmp_path / "journal.sqlite3"), key="k", name="SERVER01")

    return opened


def outcomes(hosts, seconds=LIMIT):
    return {reading.name: reading.outcome for reading in read_hosts(hosts.items(), seconds)}


def test_a_bug_met_on_one_host_is_a_failure_of_that_host(opened):
    def breaks():
        raise ZeroDivisionError("password=hunter2")

    found = outcomes({"bad": breaks, "good": opened()})
    assert "ZeroDivisionError" in found["bad"].problem
    assert "hunter2" not in found["bad"].problem
    assert (found["good"].problem, len(found["good"].endpoints)) == ("", 1)


def test_a_host_that_cannot_even_be_stopped_is_given_up(opened, monkeypatch):
    monkeypatch.setattr(host_readings, "_GRACE", 0.2)
    release = threading.Event()

    def hangs():
        release.wait(60)
        raise HostError(english("late"))

    found = outcomes({"stuck": hangs, "good": opened()}, 0.2)
    release.set()
    assert found["stuck"].problem == "Reading didn't finish within 0.2 seconds. Check the connection, then try again."
    assert found["good"].problem == ""


def test_one_that_hangs_does_not_keep_the_others_waiting(opened, monkeypatch):
    monkeypatch.setattr(host_readings, "_GRACE", 0.1)
    monkeypatch.setattr(host_readings, "AT_ONCE", 1)
    release = threading.Event()
    found = outcomes({"stuck": lambda: release.wait(60), "good": opened()}, 0.2)
    release.set()
    assert found["good"].problem == ""


def test_a_host_that_answers_too_late_ends_at_its_limit(tmp_path):
    with PracticeProcess("reference-page") as practice:
        user, password = practice.account()
        practice.console("delay", "30")

        def opened():
            return Host(
                connect(RemoteTarget("ntlm", user, password, practice.url)), Journal(tmp_path / "j.sqlite3"), "k", "S"
            )

        found = outcomes({"slow": opened})
    assert found["slow"].problem == "Reading didn't finish within 1 seconds. Check the connection, then try again."


def test_as_many_accounts_are_named_as_the_limit_allows(opened, monkeypatch):
    monkeypatch.setattr(account_naming, "MOST_NAMES", 10)
    asked = []
    allows = "".join(f"(A;;GA;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(25))

    def get(resource, selectors):
        if "SID" not in selectors:
            return b"<Service><RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)</RootSDDL></Service>"
        asked.append(selectors["SID"])
        return f"<a><AccountName>u{len(asked)}</AccountName></a>".encode()

    (reading,) = read_hosts([("many", opened(f"O:NSG:BAD:P{allows}", get))], 60)
    assert len(asked) == 10
    assert reading.not_asked == 18  # Administrators, Users and the owner of RootSDDL are asked for too
    assert [entry.principal for entry in reading.outcome.endpoints[0].entries][7:9] == ["u10", "S-1-5-21-1-2-3-1008"]


def silent_from(practice: PracticeProcess, part: str, question: str, journal: Path) -> Callable[[], Host]:
    """Return how to open a practice host that stops answering once it is asked a question."""

    def opened() -> Host:
        target = RemoteTarget("ntlm", *practice.account(), practice.url)
        host = Host(connect(target), Journal(journal), "k", "S")
        ask = getattr(getattr(host, part), question)

        def stuck(*arguments):
            practice.console("delay", "30")
            return ask(*arguments)

        setattr(getattr(host, part), question, stuck)
        return host

    return opened


def test_a_host_whose_settings_never_answer_is_reported_with_its_endpoints(tmp_path):
    with PracticeProcess("reference-page") as practice:
        (reading,) = read_hosts([("S", silent_from(practice, "reader", "exposure", tmp_path / "j.sqlite3"))], 4 * LIMIT)
    outcome = reading.outcome
    assert (outcome.problem, len(outcome.endpoints), reading.settings_missing) == ("", 6, True)
    unread = [row.title for row in outcome.settings if row.standing is ExposureStatus.UNKNOWN]
    assert unread == ["WinRM service", "Listeners", "Firewall rules", "LocalAccountTokenFilterPolicy"]


def test_a_host_that_hangs_over_a_setting_and_cannot_be_stopped_is_reported_with_its_endpoints(opened, monkeypatch):
    monkeypatch.setattr(host_readings, "_GRACE", 0.2)
    release = threading.Event()

    def get(resource, selectors):
        if resource == uris.WIN32_SERVICE:
            release.wait(60)
        return b"<Service><RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)</RootSDDL></Service>"

    (reading,) = read_hosts([("stuck", opened(get=get))], LIMIT)
    release.set()
    outcome = reading.outcome
    assert (outcome.problem, len(outcome.endpoints), reading.settings_missing) == ("", 1, True)
    assert "didn't finish within 1 seconds" in outcome.settings[0].state


def test_a_bug_met_on_a_setting_takes_no_endpoint_with_it(opened):
    def get(resource, selectors):
        if resource == uris.WIN32_SERVICE:
            raise ZeroDivisionError("password=hunter2")
        return b"<Service><RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)</RootSDDL></Service>"

    (reading,) = read_hosts([("odd", opened(get=get))], 60)
    outcome = reading.outcome
    assert (outcome.problem, len(outcome.endpoints), reading.settings_missing) == ("", 1, True)
    assert outcome.settings[0].state == "Unexpected error: ZeroDivisionError: password=[removed]"


def test_a_host_that_hangs_over_a_name_is_reported_with_its_endpoints(tmp_path):
    with PracticeProcess("reference-page") as practice:
        (reading,) = read_hosts(
            [("S", silent_from(practice, "principals", "names", tmp_path / "j.sqlite3"))], 4 * LIMIT
        )
    assert (reading.outcome.problem, len(reading.outcome.endpoints)) == ("", 6)
    assert reading.not_asked and reading.settings_missing


@pytest.mark.parametrize("question", ["names", "domains"])
def test_a_reading_that_is_stopped_while_it_asks_for_a_name_keeps_its_endpoints(opened, question):
    def stopped_at_names() -> Host:
        host = opened("O:NSG:BAD:P(A;;GA;;;S-1-5-21-1-2-3-1000)(A;;GA;;;LA)")()

        def stopped(*_):
            raise Cancelled

        setattr(host.principals, question, stopped)
        return host

    (reading,) = read_hosts([("S", stopped_at_names)], 60)
    assert (reading.outcome.problem, len(reading.outcome.endpoints)) == ("", 1)
    assert reading.not_asked


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (HostDomains(Sid.parse("S-1-5-21-1-2-3"), None), "Administrator"),
        (NO_DOMAINS, "Administrator (of the host)"),
    ],
)
def test_aliases_are_resolved_by_one_question_even_where_no_name_comes(opened, told, name):
    asked = []

    def stopped(*_):
        raise Cancelled

    def without_names() -> Host:
        host = opened("O:NSG:BAD:P(A;;GA;;;LA)")()
        host.principals.domains = lambda: asked.append("domains") or told
        host.principals.names = stopped
        return host

    (reading,) = read_hosts([("S", without_names)], 60)
    assert [entry.principal for entry in reading.outcome.endpoints[0].entries] == [name]
    assert asked == ["domains"]


def test_a_host_too_slow_to_name_its_accounts_is_reported_all_the_same(opened):
    def get(resource, selectors):
        if "SID" in selectors:
            threading.Event().wait(LIMIT / 10)
            return b"<a/>"
        return b"<Service><RootSDDL>O:NSG:BAD:P(A;;GA;;;BA)</RootSDDL></Service>"

    allows = "".join(f"(A;;GA;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(25))
    (reading,) = read_hosts([("slow", opened(f"O:NSG:BAD:P{allows}", get))], 2 * LIMIT)
    assert reading.outcome.problem == ""
    assert 0 < reading.not_asked < 26  # some were named, and Administrators are asked for too


def test_waiting_for_a_slow_host_with_the_same_password_takes_no_time_of_a_good_one(tmp_path, opened):
    """A password is tried on one host alone until it was accepted once; the wait is no fault of the others."""
    attempts, started, stopped = LoginAttempts(), threading.Event(), threading.Event()
    target = RemoteTarget("ntlm", "user", "password", "http://127.0.0.1:1/wsman")

    class Slow(ScriptedHost):
        def enumerate(self, resource_uri, query=""):
            attempt = attempts.attempt(target)
            attempt.begin(lambda: False)
            started.set()
            stopped.wait(60)
            attempt.end()
            raise UNREACHABLE

        def interrupt(self):
            stopped.set()

    def good():
        started.wait(60)
        attempt = attempts.attempt(target)
        attempt.begin(lambda: False)
        attempt.end(LoginResult.ACCEPTED)
        return opened()()

    def slow():
        return Host(Slow({}), Journal(tmp_path / "journal.sqlite3"), key="k", name="SERVER01")

    found = outcomes({"slow": slow, "good": good})
    assert found["slow"].problem.startswith("Reading didn't finish within 1 seconds.")
    assert (found["good"].problem, len(found["good"].endpoints)) == ("", 1)


def test_a_host_does_not_wait_for_its_turn_for_ever(opened, monkeypatch):
    monkeypatch.setattr(host_readings, "_GRACE", 0.1)
    monkeypatch.setattr(host_readings, "_MOST_TURNS", 2)
    attempts, release = LoginAttempts(), threading.Event()
    target = RemoteTarget("ntlm", "user", "password", "http://127.0.0.1:1/wsman")
    first = attempts.attempt(target)
    first.begin(lambda: False)  # and never says what came of it

    def waits():
        attempts.attempt(target).begin(release.is_set)
        raise AssertionError("it was never its turn")

    found = outcomes({"waits": waits, "good": opened()}, 0.2)
    release.set()
    assert found["waits"].problem.startswith("Reading didn't finish within 0.2 seconds.")
    assert found["good"].problem == ""
