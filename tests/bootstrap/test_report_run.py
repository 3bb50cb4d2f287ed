"""Reports from the command line: no window, no display, no Qt."""

from __future__ import annotations

import csv
import json
import socket
import subprocess
import sys

import pytest
from lxml import html

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.files.folders import Folders
from tests.bootstrap.hostile_text import CLEAN, CSI, NASTY, OVERRIDE
from tests.bootstrap.test_command_line import ROOT, gatepost, host, said
from tests.practice.host_process import PracticeProcess
from tests.wsman.raw_host import RawHost, soap
from tests.wsman.wires import fault_body

__all__ = ["gatepost", "host"]  # the fixtures

NO_QT = """
import sys
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "PySide6":
            raise AssertionError(f"a report needs no {name}")
sys.meta_path.insert(0, Refusing())
from gatepost.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def nobody_there():
    """The address of a port where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/wsman"


def report_of(gatepost, path, host, *more):
    user, password = host.account()
    arguments = ["--auth", "ntlm", "--user", user, "--password-stdin", "--connect", host.url, *more, "--report", path]
    return gatepost(*arguments, stdin=f"{password}\n")


def test_several_hosts_one_of_which_is_not_there(gatepost, host, nobody_there, tmp_path):
    path = tmp_path / "report.json"
    done = report_of(gatepost, path, host, "--connect", nobody_there)
    assert done.returncode == 1
    good, bad = json.loads(path.read_text("utf-8"))["hosts"]
    assert (len(good["endpoints"]), good["problem"]) == (6, "")
    assert bad["problem"] and bad["endpoints"] == []
    assert any(bad["problem"] in line for line in said(done))


def test_every_host_was_read(gatepost, host, tmp_path):
    path = tmp_path / "new folder" / "report.html"
    done = report_of(gatepost, path, host)
    assert (done.returncode, said(done), done.stdout) == (0, [], "")
    assert len(html.parse(path).xpath("//article")) == 6


def test_no_password_reaches_the_report(gatepost, host, tmp_path):
    path = tmp_path / "report.csv"
    assert report_of(gatepost, path, host).returncode == 0
    assert host.account()[1] not in path.read_text("utf-8-sig")


def test_the_practice_host_without_qt(tmp_path):
    path = tmp_path / "report.csv"
    done = subprocess.run(
        [sys.executable, "-c", NO_QT, "--practice", "windows-server", "--report", path],
        cwd=ROOT, env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert {row["Host"] for row in rows} != {""}
    assert any(row["Principal"] == "BUILTIN\\Administrators" for row in rows)


def test_a_host_that_takes_too_long_is_named_and_the_others_are_reported(gatepost, host, tmp_path):
    path = tmp_path / "report.json"
    with PracticeProcess("reference-page") as slow:
        slow.console("delay", "60")
        arguments, passwords = ["--auth", "ntlm"], []
        for each in (host, slow):
            user, password = each.account()
            arguments += ["--connect", each.url, "--user", user, "--password-stdin"]
            passwords.append(password)
        arguments += ["--report-seconds", "3", "--report", path]
        done = gatepost(*arguments, stdin="\n".join(passwords))
    assert done.returncode == 1
    reason = "Reading didn't finish within 3 seconds. Check the connection, then try again."
    assert said(done) == [f"gatepost: {parse_address(slow.url).label}: {reason}"]
    good, bad = json.loads(path.read_text("utf-8"))["hosts"]
    assert (len(good["endpoints"]), good["problem"]) == (6, "")
    assert bad["problem"] == "Reading didn't finish within 3 seconds. Check the connection, then try again."


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--practice", "--report", "x.html", "--report-seconds", "0"], "--report-seconds"),
        (["--practice", "--report", "x.html", "--report-seconds", "soon"], "--report-seconds"),
        (["--report", "x.html"], "--report needs --connect HOST or --practice"),
        (["--practice", "--report", "x.pdf"], "end in .html, .csv or .json"),
    ],
)
def test_what_cannot_be_meant_is_refused(gatepost, arguments, why):
    done = gatepost(*arguments)
    assert done.returncode == 2
    assert why in done.stderr


def test_a_report_that_cannot_be_saved(gatepost, tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = gatepost("--practice", "--report", tmp_path / "file" / "report.html")
    assert done.returncode == 1
    assert "Can't save" in done.stderr


KEYRING = """
import json, pathlib
from keyring.backend import KeyringBackend
FILE = pathlib.Path({file!r})

class Keyring(KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        kept = json.loads(FILE.read_text("utf-8"))
        return next((secret for name, secret in kept.items() if name.lower() in username.lower()), None)

    def set_password(self, service, username, password):
        raise AssertionError("a report remembers nothing")

    delete_password = set_password
"""


def test_a_remembered_password_is_used(gatepost, host, tmp_path):
    """As the README has it: from standard input, or from the keyring where it was chosen to be remembered."""
    user, password = host.account()
    secrets, path = tmp_path / "secrets.json", tmp_path / "report.json"
    secrets.write_text(json.dumps({user: password}), "utf-8")
    (tmp_path / "kept_ring.py").write_text(KEYRING.format(file=str(secrets)), "utf-8")
    gatepost.environment["PYTHONPATH"] = str(tmp_path)
    gatepost.environment["PYTHON_KEYRING_BACKEND"] = "kept_ring.Keyring"
    folders = Folders(gatepost.home, gatepost.home)
    connection = Connection("ntlm", user, parse_address(host.url), remember=True)
    ConnectionStore(folders.connections).note(connection)
    done = gatepost("--auth", "ntlm", "--user", user, "--connect", host.url, "--report", path)
    assert (done.returncode, said(done)) == (0, [])
    assert len(json.loads(path.read_text("utf-8"))["hosts"][0]["endpoints"]) == 6
    secrets.write_text("{}", "utf-8")
    assert gatepost("--auth", "ntlm", "--user", user, "--connect", host.url, "--report", path).returncode == 1


@pytest.mark.parametrize("name", ["report.json", "report.csv", "report.html"])
def test_what_a_host_says_reaches_neither_terminal_nor_report_as_it_is(gatepost, tmp_path, name):
    refusal = soap(fault_body(reason=NASTY, subcode="w:InternalError"), "500 Internal Server Error")
    with RawHost(*[refusal] * 4) as raw:
        done = gatepost(
            "--connect", raw.url, "--auth", "basic", "--user", "u", "--password-stdin", "--report", tmp_path / name,
            stdin="p\n",
        )  # fmt: skip
    assert done.returncode == 1
    assert CLEAN in said(done)[0]
    report = (tmp_path / name).read_text("utf-8-sig")
    if name.endswith("json"):
        report = json.loads(report)["hosts"][0]["problem"]
    assert CLEAN in report
    assert not {CSI, OVERRIDE} & set(report + done.stderr)
