"""Prove it: a real session is opened and closed, and the host's own answer is told, whatever goes wrong."""

from __future__ import annotations

import pytest

from gatepost.endpoints.access.connected_account import connected_account
from gatepost.endpoints.access.effective_access import SessionTestResult, Verdict, compared, effective_access
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import english

LOCAL = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)"


def outcome_of(bench, name: str = "Test") -> SessionTestResult:
    found = bench.list().configuration(name)
    assert found is not None
    return bench.host.test_session(found)


def shells(bench) -> tuple[int, int]:
    counts = bench.tell("counts")
    return counts["shell-create"], counts["shell-delete"]


def test_a_session_is_opened_and_closed(bench) -> None:
    found = outcome_of(bench)
    assert (found.verdict, found.left_open) == (Verdict.YES, english(""))
    assert shells(bench) == (1, 1)
    assert bench.tell("counts")["put"] == {}


@pytest.mark.parametrize("console", [("set-sddl", "Test", LOCAL), ("set-enabled", "Test", "false")])
def test_a_refusal_is_the_hosts_no(bench, console) -> None:
    bench.tell(*console)
    found = outcome_of(bench)
    assert found.verdict is Verdict.NO and str(found.said).startswith("The host refused to open a session: ")
    assert shells(bench) == (1, 0)


def test_an_answer_that_is_lost_does_not_leave_a_session_behind(bench) -> None:
    endpoint = bench.list().configuration("Test")
    bench.tell("drop-after", "1")
    found = bench.host.test_session(endpoint)
    assert found.verdict is Verdict.YES and "answer was lost" in str(found.said) and not found.left_open
    assert shells(bench) == (1, 1)


def test_a_session_that_cannot_be_closed_is_not_hidden(bench) -> None:
    endpoint = bench.list().configuration("Test")
    bench.tell("after", "1", "drop", "3")
    found = bench.host.test_session(endpoint)
    assert found.verdict is Verdict.YES and str(found.said) == "The host opened a session."
    assert "might still be open" in str(found.left_open)


def test_a_host_that_is_gone_says_nothing(bench) -> None:
    endpoint = bench.list().configuration("Test")
    bench.tell("vanish")
    found = bench.host.test_session(endpoint)
    assert found.verdict is Verdict.UNKNOWN


def test_an_endpoint_that_is_gone_is_neither_yes_nor_no(bench) -> None:
    endpoint = bench.list().configuration("Test")
    bench.tell("remove", "Test")
    found = bench.host.test_session(endpoint)
    assert found.verdict is Verdict.UNKNOWN and not found.left_open


@pytest.mark.parametrize("scenario", ["reference-page", "windows-server", "hard-cases"])
def test_it_agrees_with_what_is_computed_for_the_connected_account(start, scenario: str) -> None:
    bench = start(scenario)
    snapshot = bench.list()
    bench.apply(set_access_mode(snapshot, [snapshot.configurations[0].name], AccessMode.LOCAL))
    snapshot = bench.list()
    connected = connected_account(snapshot)
    for configuration in snapshot.configurations:
        computed = effective_access(snapshot.endpoint_with(configuration), connected.account_token, connected.origin)
        said = str(compared(bench.host.test_session(configuration).verdict, computed.verdict))
        assert said == "The computed answer is the same.", configuration.name
    created, deleted = shells(bench)
    assert created == len(snapshot.configurations) and 0 < deleted < created


@pytest.mark.parametrize(
    ("host", "computed", "said"),
    [
        (Verdict.YES, Verdict.YES, "the same"),
        (Verdict.YES, Verdict.NO, "might be in a group that isn't known"),
        (Verdict.NO, Verdict.YES, "A Deny might apply to one of your groups"),
        (Verdict.UNKNOWN, Verdict.YES, "can't be compared"),
        (Verdict.NO, Verdict.UNKNOWN, "can't be compared"),
    ],
)
def test_the_difference_is_said(host: Verdict, computed: Verdict, said: str) -> None:
    assert said in str(compared(host, computed))
