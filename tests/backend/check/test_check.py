"""The host check against practice hosts: what it says, what it leaves, and what it never tells."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gatepost.backend.check.own_endpoint import NAME, duplicate
from gatepost.backend.check.questions import Question
from gatepost.backend.check.results import CheckAnswer, HostCheck, as_json, read_check
from gatepost.backend.check.run import LEFT, check_host
from gatepost.backend.check.writings import RunAsAccount
from gatepost.backend.host.reconcile_write import reconcile_write
from gatepost.backend.host.subjects import endpoint_note
from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.queries import can_be_reverted
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedAction, PlannedWrite, SubjectKind
from gatepost.wsman.client import WsmanClient
from gatepost.wsman.errors import AuthenticationFailed, WsmanError
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.powershell_shell import OPTIONS, new_shell_id, shell_document
from gatepost.wsman.transport import Identity
from tests.backend.check.hosts import IDENTITY, own_endpoint, scenario
from tests.practice.host_process import PracticeProcess

NEVER = {Question.RUN_AS_KEPT, Question.NOT_ADMINISTRATOR}  # by an administrator without --with-run-as
WRITING = {question for question in Question if question.number >= Question.CREATE.number}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    with PracticeProcess(scenario(tmp_path_factory.mktemp("x"))) as host:
        yield host


@pytest.fixture(scope="module")
def contrary(tmp_path_factory):
    with PracticeProcess(scenario(tmp_path_factory.mktemp("y")), module="tests.backend.check.contrary_host") as host:
        yield host


def ask(host: PracticeProcess, *, writing: bool, role: str = "administrator", journal: Path | None = None) -> HostCheck:
    user, password = host.account(role)
    journal = journal or new_journal()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert isinstance(transport, WsmanClient)
    try:
        return check_host(transport, (user,), own_endpoint(transport, journal) if writing else None, lambda _: None)
    finally:
        transport.close()


def new_journal() -> Path:
    return Path(tempfile.mkdtemp(prefix="gatepost-"), "journal.sqlite3")


def by_answer(check: HostCheck, answer: CheckAnswer) -> set[int]:
    return {result.number for result in check.results if result.answer is answer}


def numbers(questions: set[Question]) -> set[int]:
    return {question.number for question in questions}


def test_the_questions_are_numbered_from_one() -> None:
    assert [question.number for question in Question] == list(range(1, 30))


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
    assert {"a listener", "the service"} <= check.shapes.keys()


def test_with_a_test_endpoint_everything_is_confirmed_and_the_host_is_as_it_was(practice):
    before = snapshot(practice)
    check = ask(practice, writing=True)
    assert by_answer(check, CheckAnswer.NOT_ANSWERED) == numbers(NEVER)
    assert by_answer(check, CheckAnswer.CONTRADICTED) == set()
    assert check.left == ""
    assert snapshot(practice) == before


def test_what_an_open_shell_looks_like_is_in_the_result(practice):
    user, password = practice.account()
    transport = connect(RemoteTarget("ntlm", user, password, practice.url))
    assert isinstance(transport, WsmanClient)
    powershell, shell_id = "http://schemas.microsoft.com/powershell/microsoft.powershell", new_shell_id()
    transport.create(powershell, {}, shell_document(shell_id), OPTIONS)
    check = check_host(transport, (user,), None, lambda _: None)
    transport.delete(powershell, {"ShellId": shell_id})
    transport.close()
    assert "Shell" in check.shapes["an open shell"][0]


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
    assert "did not finish in time" not in str(check.results)
    assert "the account isn't allowed to do that" in str(check.results)


def test_somebody_who_is_no_administrator_answers_how_he_is_refused(practice, contrary):
    number = Question.NOT_ADMINISTRATOR.number
    role = "remote-management-user"
    assert number in by_answer(ask(practice, writing=False, role=role), CheckAnswer.CONFIRMED)
    assert number in by_answer(ask(contrary, writing=False, role=role), CheckAnswer.CONTRADICTED)


@pytest.mark.parametrize("kind", ["practice", "contrary"])
def test_every_write_is_in_the_journal_with_what_the_host_shows_after_it(request, tmp_path, kind):
    host = request.getfixturevalue(kind)
    before = host.console("counts")
    ask(host, writing=True, journal=tmp_path / "journal.sqlite3")
    after = host.console("counts")
    sent = {what: total(after, what) - total(before, what) for what in ("put", "create", "delete")}
    entries = Journal(tmp_path / "journal.sqlite3").entries()
    assert len(entries) == sum(sent.values())
    assert {(entry.subject, entry.kind, entry.verb) for entry in entries} == {
        (NAME, SubjectKind.TEST_ENDPOINT, "Host check")
    }
    assert {entry.outcome for entry in entries} <= {Outcome.CHANGED, Outcome.REFUSED, Outcome.UNCHANGED}
    assert Outcome.CHANGED in {entry.outcome for entry in entries}
    assert (entries[0].before, entries[-1].after) == ("absent", "absent")
    assert not any(entry.needs_attention or can_be_reverted(entry) for entry in entries)


@pytest.mark.parametrize(
    ("kind", "answer"), [("practice", CheckAnswer.CONFIRMED), ("contrary", CheckAnswer.CONTRADICTED)]
)
def test_with_a_run_as_user_the_host_answers_whether_it_keeps_the_password(request, tmp_path, kind, answer):
    host = request.getfixturevalue(kind)
    before = snapshot(host)
    user, password = host.account()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert isinstance(transport, WsmanClient)
    endpoint = own_endpoint(transport, tmp_path / "journal.sqlite3")
    check = check_host(transport, (user,), endpoint, lambda _: None, RunAsAccount(user, password))
    transport.close()
    assert Question.RUN_AS_KEPT.number in by_answer(check, answer)
    assert snapshot(host) == before
    written = (tmp_path / "journal.sqlite3").read_bytes() + as_json(check).encode()
    assert password.encode() not in written


def test_nothing_is_sent_without_a_journal(practice, tmp_path):
    (tmp_path / "journal.sqlite3").write_bytes(b"no journal" * 100)
    before = practice.console("counts")
    with pytest.raises(HostError):
        ask(practice, writing=True, journal=tmp_path / "journal.sqlite3")
    assert practice.console("counts")["create"] == before["create"]
    assert NAME.encode() not in b"".join(snapshot(practice))


def test_a_write_whose_end_nobody_saw_can_be_checked_again(practice, tmp_path):
    user, password = practice.account()
    transport = connect(RemoteTarget("ntlm", user, password, practice.url))
    journal = Journal(tmp_path / "journal.sqlite3")
    endpoint = own_endpoint(transport, tmp_path / "journal.sqlite3")
    pattern = transport.get(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"})
    numbers = journal.plan(
        PlannedAction(IDENTITY, english("Host check")),
        [PlannedWrite(SubjectKind.TEST_ENDPOINT, NAME, "absent", endpoint_note(duplicate(pattern)))] * 2,
    )
    for number in numbers:
        journal.record_start(number)
    first, second = journal.entries()
    assert reconcile_write(transport, journal, first).outcome is Outcome.UNKNOWN  # it may be under way yet
    endpoint.create(pattern)
    assert reconcile_write(transport, journal, second).outcome is Outcome.CHANGED
    assert endpoint.remove()
    transport.close()


def total(counts: dict[str, Any], what: str) -> int:
    """How many requests of a kind there were, of all resources."""
    found = counts.get(what, 0)
    return sum(found.values()) if isinstance(found, dict) else int(found)


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
    check_host(transport, (user,), own_endpoint(transport, new_journal()), lambda _: None)
    transport.close()
    return transport.exchanges


def clean_up(host: PracticeProcess) -> None:
    """What the guard of a check does where the check itself could not."""
    user, password = host.account()
    transport = connect(RemoteTarget("ntlm", user, password, host.url))
    assert own_endpoint(transport, new_journal()).remove()
    transport.close()


def test_a_rejected_login_is_not_tried_a_second_time():
    class Rejecting:
        """Identifies itself, and rejects the login for everything else."""

        def __init__(self):
            self.tried = 0

        def identify(self):
            return Identity("Microsoft Corporation", "OS: 0.0.0 SP: 0.0 Stack: 3.0")

        def __getattr__(self, name):
            def reject(*_args, **_names):
                self.tried += 1
                raise AuthenticationFailed("no", ("NTLM",), tried="NTLM")

            return reject

    host = Rejecting()
    check = check_host(host, ("admin",), None, lambda _: None)
    assert host.tried == 1
    assert {result.answer for result in check.results} == {CheckAnswer.NOT_ANSWERED}
