"""The command line, by running it: pictures of hosts, or one line that says why not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cryptography import x509
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from gatepost.__main__ import parser
from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.connect_options import OptionError, connect_requests
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki
from tests.wsman.proxy import Proxy
from tests.wsman.tls_hosts import Mute

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def gatepost(tmp_path):
    """Run the program with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    environment = os.environ | {
        "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home), "GATEPOST_DATA": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip

    def run(*arguments, stdin=""):
        done = subprocess.run(
            [sys.executable, "-m", "gatepost", *map(str, arguments)], cwd=ROOT, env=environment,
            input=stdin if isinstance(stdin, bytes) else stdin.encode(), capture_output=True, check=False, timeout=100,
        )  # fmt: skip
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    run.home = home
    run.environment = environment
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
    assert ConnectionStore(file).load().connections == (Connection("automatic", user, parse_address(host.url)),)
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


def test_a_picture_is_of_the_whole_window_and_leaves_the_layout_alone(gatepost, tmp_path):
    (gatepost.home / "window.ini").write_text(
        "[General]\nhosts=practice:reference-page\nshown=practice:reference-page\n"
    )
    before = (gatepost.home / "window.ini").read_bytes()
    done = gatepost("--practice", "reference-page", "--screenshot", tmp_path / "x.png")
    assert (done.returncode, said(done)) == (0, [])
    assert QImage(str(tmp_path / "x.png")).size() == QSize(1280, 800)
    assert (gatepost.home / "window.ini").read_bytes() == before


def test_a_wrong_password_is_one_line_and_status_1(gatepost, host, tmp_path):
    user, _ = host.account()
    picture = tmp_path / "x.png"
    done = gatepost(
        "--connect", host.url, "--user", user, "--password-stdin", "--screenshot", picture, stdin="a-bad-one\n"
    )
    assert done.returncode == 1
    (line,) = said(done)
    assert "didn't accept the user name and password" in line
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
    assert "No password is saved for u on localhost" in done.stderr


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


def test_a_proxy_is_used_for_the_host_that_it_follows(gatepost, host, tmp_path):
    user, password = host.account()
    with Proxy(host.url) as proxy:
        done = gatepost(
            "--auth", "ntlm", "--user", user, "--password-stdin", "--connect", host.url,
            "--connect", host.url.replace("127.0.0.1", "far-away.invalid"), "--proxy", proxy.url,
            "--report", tmp_path / "report.json", stdin=password,
        )  # fmt: skip
        assert (done.returncode, said(done)) == (0, [])
        assert len(proxy.asked) == 1


def test_a_client_certificate_logs_on_without_a_password(gatepost, tmp_path):
    authority = pki.authority(tmp_path)
    arguments = ["--certificate", str(pki.host(tmp_path, authority).path), "--client-authority", str(authority.path)]
    with PracticeProcess("reference-page", "--https", *arguments) as practice:
        user = practice.account()[0].rpartition("\\")[2]
        person = pki.client(tmp_path, authority, f"{user}@localhost")
        done = gatepost(
            "--connect", practice.info["https_url"], "--cert", person.path, "--ca", authority.path,
            "--report", tmp_path / "report.json",
        )  # fmt: skip
    assert (done.returncode, said(done)) == (0, [])


@pytest.mark.parametrize("target", [("--connect", "--report", "x.json"), ("--host-check", "--output", "x.json")])
def test_a_timeout_is_in_force_for_this_run(gatepost, tmp_path, target):
    host, file, name = target
    with Mute() as mute:
        began = time.monotonic()
        done = gatepost(
            "--user", "u", "--password-stdin", "--timeout", "1", host, mute.url, file, tmp_path / name, stdin="p"
        )
        assert done.returncode == 1
        assert time.monotonic() - began < 9  # ten is what is usual


def test_nothing_is_contacted_while_what_protects_the_hosts_cannot_be_read(gatepost, host, tmp_path):
    (gatepost.home / "protections.json").write_text("{")
    user, password = host.account()
    before = host.console("counts")
    done = gatepost(
        "--connect", host.url, "--user", user, "--password-stdin", "--report", tmp_path / "x.json", stdin=password
    )
    assert done.returncode == 2
    assert "the trusted certificates" in done.stderr
    assert host.console("counts") == before


def test_help_says_which_host_an_option_is_for(gatepost):
    done = gatepost("--help")
    assert done.returncode == 0
    assert "to the host that they follow" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--connect", "srv01", "--ca", "x.pem"], "HTTPS"),
        (["--connect", "srv01", "--cert", "x.pem"], "HTTPS"),
        (["--connect", "https://srv01", "--cert", "x.pem", "--user", "u"], "--user"),
        (["--connect", "https://srv01", "--cert", "x.pem", "--auth", "ntlm"], "--auth certificate"),
        (["--connect", "srv01", "--proxy", "http://u:secret@proxy:3128"], "without an account"),
        (["--connect", "srv01", "--proxy", "proxy"], "--proxy"),
        (["--connect", "srv01", "--verify-as", "a b"], "--verify-as"),
        (["--connect", "srv01", "--timeout", "0"], "--timeout"),
        (["--connect", "srv01", "--timeout", "soon"], "--timeout"),
        (["--proxy", "http://proxy:3128"], "need --connect"),
        (["--ca", "x.pem"], "--connect"),
        (["--connect", "srv 01"], "valid host name"),
        (["--connect", "http://u:secret@srv01"], "account"),
        (["--connect", "srv01", "--password-stdin"], "no password"),
        (["--connect", "srv01", "--auth", "telepathy"], "--auth"),
        (["--user", "u"], "--connect"),
        (["--connect", "srv01", "--user", "ad\u200bmin"], "--user: contains an invisible character (U+200B)"),
        (["--connect", "srv\u200b01"], "contains an invisible character (U+200B)"),
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
    pinned = Connection("ntlm", "u", parse_address("https://srv01"), pinned_fingerprint="ab" * 32)
    ConnectionStore(folders.connections).note(pinned)
    with pytest.raises(OptionError, match="srv01 is trusted"):
        connect_requests(parser().parse_args(["--connect", "https://srv01", "--ca", "x.pem"]))
    (other,) = connect_requests(parser().parse_args(["--connect", "https://srv02", "--ca", "x.pem"]))
    assert other.connection.ca_file == "x.pem"


def test_a_host_is_verified_under_another_name(gatepost, tmp_path):
    authority = pki.authority(tmp_path)
    certificate = pki.host(tmp_path, authority, names=(x509.DNSName("srv01.example"),))
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate.path)) as practice:
        user, password = practice.account()
        done = gatepost(
            "--connect", practice.info["https_url"], "--verify-as", "srv01.example", "--ca", authority.path,
            "--user", user, "--password-stdin", "--report", tmp_path / "report.json", stdin=password,
        )  # fmt: skip
    assert (done.returncode, said(done)) == (0, [])
