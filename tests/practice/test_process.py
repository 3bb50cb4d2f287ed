"""The process: its first line, its start, and that it leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from gatepost.practice import __main__ as practice
from tests.practice.client import client
from tests.practice.host_process import PracticeProcess


def test_the_first_line() -> None:
    with PracticeProcess("windows-server") as first, PracticeProcess("windows-server") as second:
        info = first.info
        assert (info["host"], info["scenario"], info["pid"]) == ("FILESRV01", "windows-server", first.process.pid)
        assert [account["role"] for account in info["accounts"]] == ["administrator", "remote-management-user", "user"]
        passwords = {account["password"] for process in (first, second) for account in process.info["accounts"]}
        assert len(passwords) == 6
        assert len({first.url, first.interactive_url, second.url, second.interactive_url}) == 4


def test_ports_can_be_chosen_and_a_taken_one_is_reported() -> None:
    with PracticeProcess("reference-page") as process:
        port = str(urlsplit(process.url).port)
        command = [sys.executable, "-m", "gatepost.practice", "--port", port]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False
        )
        assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1
    with PracticeProcess("reference-page", "--port", port) as again:
        assert urlsplit(again.url).port == int(port)


@pytest.mark.parametrize("arguments", [["--scenario", "nothing"], ["--scenario", "missing.json"]])
def test_an_unknown_scenario_is_one_line(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "gatepost.practice", *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gatepost.practice: ") and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["--certificate", "chain.pem"], "--certificate needs --https"),
        (["--https-port", "5986"], "--https-port needs --https"),
        (["--client-authority", "authorities.pem"], "--client-authority needs --https"),
        (["--cbt", "strict"], "--cbt needs --https"),
        (["--https", "--key", "key.pem"], "--key needs --certificate"),
    ],
)
def test_an_option_without_the_one_that_it_needs_is_a_usage_error(
    capsys: pytest.CaptureFixture[str], arguments: list[str], missing: str
) -> None:
    with pytest.raises(SystemExit, check=lambda error: error.code == 2):
        practice.main(arguments)
    assert missing in capsys.readouterr().err


@pytest.mark.parametrize("end", ["eof", "quit", "term"])
def test_nothing_is_left_behind(tmp_path: Path, end: str) -> None:
    if end == "term" and os.name == "nt":
        pytest.skip("Windows has no SIGTERM to catch")
    environment = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "gatepost.practice"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    info = json.loads(process.stdout.readline())
    (credentials,) = tmp_path.iterdir()
    if os.name == "posix":
        assert credentials.stat().st_mode & 0o777 == 0o600
    assert info["accounts"][0]["password"] in credentials.read_text(encoding="utf-8")
    url = urlsplit(info["url"])
    with socket.create_connection((url.hostname, url.port)):  # an idle client does not keep it alive
        if end == "term":
            process.send_signal(signal.SIGTERM)
        out, errors = process.communicate("quit\n" if end == "quit" else "", timeout=10)
    assert (process.returncode, errors) == (0, "")
    assert out == ('{"ok": true}\n' if end == "quit" else "")
    assert list(tmp_path.iterdir()) == []


SLOW_IMPORT = """
import sys, threading
threading.main_thread().join()
print("import finished", file=sys.stderr, flush=True)
"""


def test_quitting_at_once_waits_for_the_import_that_runs_beside_the_start(tmp_path: Path) -> None:
    """A thread in native code aborts the process when the interpreter ends under it."""
    (tmp_path / "spnego.py").write_text(SLOW_IMPORT)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "gatepost.practice"],
        input="quit\n",
        capture_output=True,
        text=True,
        timeout=20,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "import finished\n")


@pytest.mark.skipif(os.name == "nt", reason="kills with a POSIX signal")
def test_a_killed_parent_leaves_no_orphan() -> None:
    script = (
        "import os, signal\nfrom tests.practice.host_process import PracticeProcess\n"
        "print(PracticeProcess().info['pid'], flush=True)\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    orphan = int(parent.stdout.readline())
    parent.stdout.close()
    parent.wait(10)
    for _ in range(200):
        try:
            os.kill(orphan, 0)
        except ProcessLookupError:
            return
        if _is_zombie(orphan):  # ended, and nobody has asked for its status
            return
        time.sleep(0.05)
    os.kill(orphan, signal.SIGKILL)
    pytest.fail("the practice host outlived its parent")


def _is_zombie(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def test_standard_output_is_the_protocol_alone_and_the_log_holds_no_secret(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "gatepost.practice", "--verbose"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        spawned = PracticeProcess.__new__(PracticeProcess)
        spawned.process = process
        spawned.info = json.loads(process.stdout.readline())
        with spawned, client(spawned) as wsman:
            wsman.get("config/service")
            assert spawned.console("counts")["get"] == {"config/service": 1}
    text = log.read_text()
    assert "200" in text and "401" in text
    assert not any(account["password"] in text for account in spawned.info["accounts"])
    assert tempfile.gettempdir() not in text


def test_many_connections_at_once_and_threads_end(page: PracticeProcess) -> None:
    clients = [client(page) for _ in range(20)]
    opened = [manager.__enter__() for manager in clients]
    assert all(wsman.get("config/service") is not None for wsman in opened)
    for manager in clients:
        manager.__exit__(None, None, None)
    assert page.console("counts")["get"] == {"config/service": 20}
    page.close()
    assert page.process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_a_signal_during_the_closing_does_not_cut_it_short(tmp_path: Path) -> None:
    program = """
import os, signal, sys
from gatepost.practice import __main__ as practice
from gatepost.practice.service.host import PracticeHost

close = PracticeHost.close

def interrupted(host):
    os.kill(os.getpid(), signal.SIGTERM)
    close(host)

PracticeHost.close = interrupted
sys.exit(practice.main([]))
"""
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, timeout=20, check=False)
    assert (done.returncode, list(tmp_path.iterdir())) == (0, [])
