"""``gatepost --host-check``, by running it: its file, its refusals, and that nothing is left by a check that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from gatepost.backend.check.own_endpoint import NAME
from gatepost.backend.check.results import HostCheck
from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.files.settings import Settings
from gatepost.bootstrap import check_run
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.backend.check.hosts import own_endpoint
from tests.backend.check.test_check import requests_of
from tests.practice.host_process import PracticeProcess

CHECK = [sys.executable, "-m", "gatepost"]
UNTIL = [sys.executable, str(Path(__file__).with_name("check_until.py"))]


@pytest.fixture
def practice():
    with PracticeProcess("reference-page") as host:
        yield host


def begin(host: PracticeProcess, output: Path, *more: str, program: list[str] | None = None) -> subprocess.Popen[str]:
    """Start a check that has been confirmed."""
    user, password = host.account()
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    command = [*(program or CHECK), "--host-check", host.url, "--user", user, "--auth", "ntlm", "--password-stdin"]
    process = subprocess.Popen(
        [*command, "--output", str(output), *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(f"{password}\n{parse_address(host.url).label}\n")
    process.stdin.flush()
    return process


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, errors = process.communicate(timeout=100)
    return process.returncode, said, errors


def is_there(host: PracticeProcess) -> bool:
    return bool(host.console("show", NAME)["ok"])


def wait_until_gone(host: PracticeProcess) -> None:
    deadline = time.monotonic() + 30
    while is_there(host):
        assert time.monotonic() < deadline, "the endpoint stayed"
        time.sleep(0.2)


def test_the_file_is_shown_and_saved(practice, tmp_path):
    status, said, errors = finish(begin(practice, tmp_path / "check.json"))
    assert status == 0, errors
    assert said == (tmp_path / "check.json").read_text("utf-8")
    assert json.loads(said)["test_endpoint"] is False
    assert "0 contradicted" in errors
    assert practice.console("counts")["create"] == 0


def test_with_a_test_endpoint(practice, tmp_path):
    status, said, errors = finish(begin(practice, tmp_path / "check.json", "--with-test-endpoint"))
    assert status == 0, errors
    answers = [entry["answer"] for entry in json.loads(said)["answers"]]
    assert "contradicted" not in answers
    assert answers.count("not answered") <= 3
    assert not is_there(practice)
    assert practice.console("counts")["create"] == 1


def test_another_name_than_the_hosts_writes_nothing(practice, tmp_path):
    user, password = practice.account()
    done = subprocess.run(
        [*CHECK, "--host-check", practice.url, "--user", user, "--password-stdin", "--with-test-endpoint",
         "--output", str(tmp_path / "x.json")],
        input=f"{password}\nsomething else\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "not confirmed" in done.stderr
    assert practice.console("counts")["create"] == 0
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host-check", "srv01"], "--output"),
        (["--output", "x.json"], "--host-check"),
        (["--with-test-endpoint"], "--host-check"),
        (["--with-run-as"], "--host-check"),
        (["--host-check", "srv01", "--output", "x", "--with-run-as"], "--with-test-endpoint"),
        (["--host-check", "srv01", "--output", "x", "--connect", "srv02"], "no other host"),
        (["--host-check", "srv01", "--output", "x", "--report", "x.html"], "report"),
        (["--host-check", "srv01", "--output", "x", "--with-test-endpoint", "--read-only"], "--read-only"),
    ],
)
def test_arguments_that_make_no_sense(arguments, words):
    done = subprocess.run([*CHECK, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words in done.stderr


def test_what_an_earlier_check_left_is_removed_first(practice, tmp_path):
    transport = connect(RemoteTarget("ntlm", *practice.account(), practice.url))
    own_endpoint(transport, tmp_path / "journal.sqlite3").create(
        transport.get(uris.CONFIG_PLUGIN, {"Name": "microsoft.powershell"})
    )
    transport.close()
    assert is_there(practice)
    status, said, errors = finish(begin(practice, tmp_path / "2.json", "--with-test-endpoint"))
    assert (status, json.loads(said)["left_on_the_host"]) == (0, ""), errors
    assert "contradicted" not in [entry["answer"] for entry in json.loads(said)["answers"]]
    assert not is_there(practice)


@pytest.mark.parametrize("left", ["", "It may still be there."])
def test_the_process_that_cleans_up_is_dismissed_if_nothing_is_left(practice, tmp_path, monkeypatch, left):
    heard = []
    cleanup = SimpleNamespace(close=lambda *, dismissed: heard.append(dismissed))
    monkeypatch.setattr(check_run, "CleanupProcess", lambda *_: cleanup)
    monkeypatch.setattr(check_run, "check_host", lambda *_: HostCheck("", "", "", True, (), left=left))
    monkeypatch.setattr(sys, "stdin", StringIO(f"{parse_address(practice.url).label}\n"))
    user, password = practice.account()
    request = ConnectRequest(Connection("ntlm", user, address=parse_address(practice.url)), password)
    status = check_run.run_check(request, Settings(), tmp_path / "x.json", with_test_endpoint=True, with_run_as=False)
    assert (status, heard) == (1 if left else 0, [not left])


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of POSIX")
def test_ctrl_c_leaves_nothing(practice, tmp_path):
    process = begin(practice, tmp_path / "x.json", "--with-test-endpoint")
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("21/"):
            process.send_signal(signal.SIGINT)
            break
    status, _, errors = finish(process)
    assert status == 130, errors
    assert not is_there(practice)
    assert not (tmp_path / "x.json").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing here kills without a word")
@pytest.mark.timeout(300)
def test_a_check_that_is_killed_leaves_nothing(tmp_path):
    """At steps from the first to the last write, before the request is sent and after it is answered."""
    with PracticeProcess("reference-page") as host:
        whole = requests_of(host)
    steps = [(whole - before_end, how) for before_end in (37, 28, 18, 13) for how in ("unsent", "sent")]

    def kill(number: int) -> tuple[bool, bool]:
        step, how = steps[number]
        with PracticeProcess("reference-page") as host:
            process = begin(host, tmp_path / f"{number}.json", "--with-test-endpoint", program=[*UNTIL, str(step), how])
            status, _, errors = finish(process)
            assert status == -signal.SIGKILL, (step, status, errors)
            was_there = is_there(host)
            wait_until_gone(host)
            return was_there, is_there(host)

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(kill, range(len(steps))))
    assert not any(left for _, left in found)
    assert sum(was_there for was_there, _ in found) >= len(steps) // 2  # the steps are those of the test endpoint
