"""The command line, by running it: pictures of hosts, or one line that says why not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gatepost.__main__ import parser
from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.connect_options import OptionError, connect_requests
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def gatepost(tmp_path):
    """Run the program with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    environment = os.environ | {
        "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home), "LOCALAPPDATA": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip

    def run(*arguments, stdin=""):
        return subprocess.run(
            [sys.executable, "-m", "gatepost", *map(str, arguments)],
            cwd=ROOT, env=environment, input=stdin, capture_output=True, text=True, check=False, timeout=100,
        )  # fmt: skip

    run.home = home
    return run


def connections_file(home: Path) -> Path:
    return next(home.rglob("connections.json"))


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What the program wrote, without what Qt's offscreen plug-in did."""
    return [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]


@pytest.fixture
def host():
    with PracticeProcess("reference-page") as practice:
        yield practice


def test_a_picture_of_a_real_host_and_of_nothing_else(gatepost, host, tmp_path):
    user, password = host.account()
    arguments = ["--connect", host.url, "--user", user, "--password-stdin", "--screenshot", tmp_path / "host.png"]
    done = gatepost(*arguments, stdin=f"{password}\n")
    assert (done.returncode, said(done)) == (0, [])
    assert (tmp_path / "host.png").stat().st_size > 10_000
    assert host.console("counts")["enumerate"] == 1
    file = connections_file(gatepost.home)
    assert ConnectionStore(file).load().connections == (Connection(parse_address(host.url), "automatic", user),)
    assert password not in file.read_text("utf-8")


def test_several_hosts_and_the_practice_host(gatepost, host, tmp_path):
    user, password = host.account()
    again = host.url.replace("127.0.0.1", "localhost")  # another name is another host
    done = gatepost(
        "--practice", "--user", user, "--auth", "basic", "--password-stdin", "--connect", host.url, "--connect", again,
        "--screenshot", tmp_path / "x.png", stdin=password,
    )  # fmt: skip
    assert (done.returncode, said(done)) == (0, [])
    assert (tmp_path / "x.png").is_file()
    assert host.console("counts")["enumerate"] == 2


def test_a_wrong_password_is_one_line_and_status_1(gatepost, host, tmp_path):
    user, _ = host.account()
    picture = tmp_path / "x.png"
    done = gatepost(
        "--connect", host.url, "--user", user, "--password-stdin", "--screenshot", picture, stdin="a-bad-one\n"
    )
    assert done.returncode == 1
    (line,) = said(done)
    assert "did not accept the user name and password" in line
    assert "a-bad-one" not in line
    assert not picture.exists()


def test_a_port_that_nobody_listens_on_is_told_soon(gatepost, tmp_path):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        began = time.monotonic()
        done = gatepost(
            "--connect", f"127.0.0.1:{held.getsockname()[1]}", "--user", "u", "--password-stdin",
            "--screenshot", tmp_path / "x.png", stdin="p",
        )  # fmt: skip
    assert done.returncode == 1
    assert "refuses the connection" in done.stderr
    assert time.monotonic() - began < 20


def test_without_a_remembered_password_it_says_so(gatepost, tmp_path):
    done = gatepost("--connect", "localhost", "--user", "u", "--screenshot", tmp_path / "x.png")
    assert done.returncode == 1
    assert "No password of u on localhost" in done.stderr


def test_options_after_a_host_are_for_that_host(gatepost, host, tmp_path):
    authority = pki.authority(tmp_path)
    certificate = pki.host(tmp_path, authority)
    with PracticeProcess("windows-server", "--https", "--certificate", str(certificate.path)) as other:
        (user, password), (their_user, their_password) = host.account(), other.account()
        done = gatepost(
            "--connect", host.url, "--auth", "basic", "--user", user, "--password-stdin",
            "--connect", other.info["https_url"], "--user", their_user, "--ca", authority.path, "--password-stdin",
            "--screenshot", tmp_path / "x.png", stdin=f"{password}\n{their_password}\n",
        )  # fmt: skip
    assert (done.returncode, said(done)) == (0, [])
    kept = {c.authentication: c for c in ConnectionStore(connections_file(gatepost.home)).load().connections}
    assert kept["basic"].user == user
    assert kept["automatic"].user == their_user
    assert kept["automatic"].ca_file == str(authority.path)
    assert kept["basic"].ca_file == ""


def test_a_certificate_that_is_not_believed_is_one_line_and_status_1(gatepost, tmp_path):
    with PracticeProcess("reference-page", "--https") as practice:
        user, password = practice.account()
        done = gatepost(
            "--connect", practice.info["https_url"], "--user", user, "--password-stdin",
            "--screenshot", tmp_path / "x.png", stdin=password,
        )  # fmt: skip
    assert done.returncode == 1
    (line,) = said(done)
    assert "certificate" in line
    assert not (tmp_path / "x.png").exists()


def test_help_says_which_host_an_option_is_for(gatepost):
    done = gatepost("--help")
    assert done.returncode == 0
    assert "for the host that they follow" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--connect", "srv01", "--ca", "x.pem"], "HTTPS"),
        (["--ca", "x.pem"], "--connect"),
        (["--connect", "srv 01"], "valid host name"),
        (["--connect", "http://u:secret@srv01"], "account"),
        (["--connect", "srv01", "--password-stdin"], "no password"),
        (["--connect", "srv01", "--auth", "telepathy"], "--auth"),
        (["--user", "u"], "--connect"),
        (["--connect", "srv01", "--password", "secret"], "--password-stdin"),
        (["--connect", "srv01", "--password=secret"], "--password-stdin"),
    ],
)
def test_arguments_that_make_no_sense_are_one_line_and_status_2(gatepost, arguments, words):
    done = gatepost(*arguments, "--screenshot", "x.png")
    assert done.returncode == 2
    (line,) = said(done)
    assert words in line
    assert "secret" not in line


def test_a_trusted_certificate_is_not_quietly_preferred_to_the_authorities_asked_for(tmp_path, monkeypatch):
    folders = Folders(tmp_path, tmp_path)
    monkeypatch.setattr("gatepost.bootstrap.connect_options.user_folders", lambda: folders)
    pinned = Connection(parse_address("https://srv01"), "ntlm", "u", pinned_fingerprint="ab" * 32)
    ConnectionStore(folders.connections).note(pinned)
    with pytest.raises(OptionError, match="srv01 is trusted"):
        connect_requests(parser().parse_args(["--connect", "https://srv01", "--ca", "x.pem"]))
    (other,) = connect_requests(parser().parse_args(["--connect", "https://srv02", "--ca", "x.pem"]))
    assert other.connection.ca_file == "x.pem"
