"""The host check against practice hosts: what it says, what it leaves, and what it never tells."""

from __future__ import annotations

import re
from functools import cache

import pytest

from gatepost.backend.check.own_endpoint import NAME, OwnEndpoint
from gatepost.backend.check.questions import Question
from gatepost.backend.check.results import CheckAnswer, HostCheck, as_json, read_check
from gatepost.backend.check.run import LEFT, check_host
from gatepost.endpoints.errors import HostError
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.backend.check.hosts import scenario
from tests.practice.host_process import PracticeProcess

NEVER = {Question.RUN_AS_KEPT, Question.NOT_ADMINISTRATOR}
WRITING = {question for question in Question if question.number >= Question.CREATE.number}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    with PracticeProcess(scenario(tmp_path_factory.mktemp("x"), contrary=False)) as host:
        yield host


@pytest.fixture(scope="module")
def contrary(tmp_path_factory):
    with PracticeProcess(scenario(tmp_path_factory.mktemp("y"), contrary=True)) as host:
        yield host


def ask(host: PracticeProcess, *, writing: bool, role: str = "administrator") -> HostCheck:
    user, password = host.account(role)
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert isinstance(transport, WsmanClient)
    try:
        return check_host(transport, (user,), OwnEndpoint(transport) if writing else None, lambda _: None)
    finally:
        transport.close()


def by_answer(check: HostCheck, answer: CheckAnswer) -> set[int]:
    return {result.number for result in check.results if result.answer is answer}


def numbers(questions: set[Question]) -> set[int]:
    return {question.number for question in questions}


def test_reading_alone_answers_what_it_can_and_writes_nothing(practice):
    before = practice.console("counts")
    check = ask(practice, writing=False)
    after = practice.console("counts")
    assert [after[kind] for kind in ("put", "create", "delete", "shell-create")] == [
        before[kind] for kind in ("put", "create", "delete", "shell-create")
    ]
    assert by_answer(check, CheckAnswer.NOT_ANSWERED) == numbers(NEVER | WRITING)
    assert by_answer(check, CheckAnswer.CONTRADICTED) == set()
    assert check.windows == "10.0.20348"


def test_with_a_test_endpoint_everything_is_confirmed_and_the_host_is_as_it_was(practice):
    before = snapshot(practice)
    check = ask(practice, writing=True)
    assert by_answer(check, CheckAnswer.NOT_ANSWERED) == numbers(NEVER)
    assert by_answer(check, CheckAnswer.CONTRADICTED) == set()
    assert check.left == ""
    assert snapshot(practice) == before


def snapshot(host: PracticeProcess) -> list[bytes]:
    user, password = host.account()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    try:
        return list(transport.enumerate("http://schemas.microsoft.com/wbem/wsman/1/config/plugin"))
    finally:
        transport.close()


def test_a_host_that_is_otherwise_at_every_point_is_noticed_at_every_point(contrary):
    before = snapshot(contrary)
    check = ask(contrary, writing=True)
    # That the endpoint can be made at all is what the rest builds on; a refusal of that is tested below.
    assert by_answer(check, CheckAnswer.CONFIRMED) == numbers({Question.CREATE})
    assert by_answer(check, CheckAnswer.NOT_ANSWERED) == numbers(NEVER)
    assert check.left == ""
    assert snapshot(contrary) == before


def test_what_an_account_is_not_allowed_to_do_is_no_answer(practice):
    check = ask(practice, writing=True, role="remote-management-user")
    assert by_answer(check, CheckAnswer.CONTRADICTED) == set()
    assert numbers(WRITING) <= by_answer(check, CheckAnswer.NOT_ANSWERED)


SECRETS = re.compile(r"S-1-5-21-\d|\d+\.\d+\.\d+\.\d+|CONTOSO|SERVER0|svc|lab\.|Helpdesk", re.IGNORECASE)


@pytest.mark.parametrize("kind", ["practice", "contrary"])
def test_nothing_in_the_file_names_the_host_or_anybody_on_it(request, kind):
    host = request.getfixturevalue(kind)
    check = ask(host, writing=True)
    assert SECRETS.findall(as_json(check).replace(check.windows, "").replace(check.stack, "")) == []
    observed = [result.observed for result in check.results if result.answer is not CheckAnswer.NOT_ANSWERED]
    text = repr((observed, check.shapes))  # our own words may hold "administrator"
    for account in host.info["accounts"]:
        for part in (*account["user"].split("\\"), account["password"]):
            assert not re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE), part
    assert host.info["host"].lower() not in text.lower()


def test_the_file_is_read_back_as_it_was_written(practice):
    check = ask(practice, writing=True)
    assert read_check(as_json(check).encode()) == check


@pytest.mark.parametrize(
    "octets",
    [b"", b"{}", b"[]", b'{"gatepost_host_check": 2}', b"[" * 100_000, b"\xff", b'{"gatepost_host_check": 1}'],
)
def test_other_files_are_refused(octets):
    with pytest.raises(HostError, match="isn't a host check"):
        read_check(octets)


FAULTS = ["fault 5", "fault 2150858793", "drop 1", "drop-after 1", "answer-status 500", "garble not-xml"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_host_that_fails_at_any_step_is_left_as_it_was(practice, fault):
    """Every ninth step for each kind of failure, beginning elsewhere for each."""
    before = snapshot(practice)
    for step in range(1 + FAULTS.index(fault), requests_of(practice) - 1, 9):
        assert practice.console(f"after {step} {fault}")["ok"]
        try:
            check = ask(practice, writing=True)
        except WsmanError:
            pass  # it did not even identify itself
        else:
            assert check.left in ("", LEFT)
            assert (check.left == "") == (NAME.encode() not in b"".join(snapshot(practice)))
        clean_up(practice)
    assert snapshot(practice) == before


@cache
def requests_of(host: PracticeProcess) -> int:
    """How many requests a whole check makes."""
    user, password = host.account()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert isinstance(transport, WsmanClient)
    check_host(transport, (user,), OwnEndpoint(transport), lambda _: None)
    transport.close()
    return transport.exchanges


def clean_up(host: PracticeProcess) -> None:
    """What the guard of a check does where the check itself could not."""
    user, password = host.account()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert OwnEndpoint(transport).remove()
    transport.close()
