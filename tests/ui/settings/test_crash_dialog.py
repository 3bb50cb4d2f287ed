"""An exception that nobody expected is shown and logged, never swallowed, and gives no secret away."""

from __future__ import annotations

import logging
import sys
import threading
import time
import timeit
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from gatepost.backend.failures.scrubbing import REMOVED, scrubbed
from gatepost.jobs.runner import ThreadRunner
from gatepost.ui.settings.crash_dialog import CrashDialog, CrashReporter
from gatepost.ui.settings.crash_report import MAX_MESSAGE, details
from gatepost.work import WorkContext


@pytest.mark.parametrize(
    "text",
    [
        "password=hunter2",
        "Password: hunter2 hunter2",
        "login(user='a', password='hunter2', port=5985)",
        '{"passwd": "hunter2", "user": "a"}',
        "RunAsPassword=\"hunter2\" RunAsUser='x'",
        r"password='it\'s hunter2'",
        "password=b'hunter2'",
        "<p:RunAsPassword>hunter2</p:RunAsPassword>",
        "<Password Type='text'>\nhunter2\n</Password>",
        "<Password>hunter2",
        "Authorization: Basic hunter2",
        "{'Authorization': 'Negotiate hunter2=='}",
        "WWW-Authenticate: NTLM hunter2",
        "sent header Negotiate hunter2hunter2==",
        "https://admin:hunter2@srv01:5986/wsman",
        "access_token=hunter2&x=1",
        "api-key = hunter2",
        "client_secret => hunter2",
        "winrs -Password hunter2 -r:srv01",
        "gatepost --password 'hunter2'",
        "net use /password hunter2",
        "Kennwort: hunter2",
        "Passwort=hunter2",
        "mot de passe : hunter2",
        "pass=hunter2",
        "('password', 'hunter2')",
        "password='a''hunter2'",
        'password="a"hunter2"',
        "Wrong password 'hunter2'",
        'the password is "hunter2"',
        "&quot;password&quot;:&quot;hunter2&quot;",
        "password%3Dhunter2",
        "ConvertTo-SecureString 'hunter2' -AsPlainText -Force",
        "Set-Cookie: session=hunter2",
        "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nhunter2",
        "got TlRMTVNTUAADAAAAGAAYhunter2",
        "curl -u admin:hunter2 https://srv01",
        "curl --proxy-user admin:hunter2 x",
        "net user ann hunter2 /add",
        'New-Object PSCredential("ann", "hunter2")',
        "[pscredential]::new('a', 'hunter2')",
        "SharedAccessKey=hunter2",
        "the password is hunter2",
        "curl -u 'admin:hun hunter2' x",
        'curl --user "admin:hunter2" x',
        "New-Object PSCredential -ArgumentList 'u', 'hunter2'",
        "net use \\\\srv01\\c$ hunter2 /user:bob",
        "net use X: \\\\srv01\\c$ hunter2 /user:bob",
        "password: not hunter2 secret word",
        "Credential: alice hunter2",
        "The password for nina is: hunter2",
        "Kennwort ist hunter2",
        "le mot de passe est hunter2",
        "password changed to hunter2",
        "password is p@ssw0rdhunter2.",
        "PASSWORD IS hunter2",
        "admin:hunter2@srv01",
        "CONTOSO\\admin:hunter2@srv01.contoso.com:5986",
        "user:hunter2@srv01",
        "connect to admin:p@hunter2@srv01 failed",
        "https://admin:p@hunter2@srv01:5986/wsman",
        "ftp admin:hunter2@[::1]",
        "(admin:hunter2@10.0.0.7)",
        "'admin:hunter2@srv01'",
        "url=admin:hunter2@srv01",
        "psexec \\\\srv01 -u admin -p hunter2",
        "winrs -r:srv01 -u:admin -p:hunter2 cmd",
        "winrs /r:srv01 /u:admin /p:hunter2 cmd",
        "sshpass -p 'hunter2' ssh x",
        'sshpass -P "a hunter2"',
        "plink -pw hunter2 x",
        "schtasks /rp hunter2",
        "cmdkey /pass:hunter2",
        "tool -p=hunter2",
        "Credential: CONTOSO\\ann hunter2",
        "token: hunter2",
        "credentials=hunter2",
        "secret: swordfish hunter2",
        "password: not hunter2",
        "password=nonehunter2",
    ],
)
def test_secrets_are_taken_out(text: str) -> None:
    cleaned = scrubbed(text)
    assert "hunter2" not in cleaned
    assert REMOVED in cleaned


@pytest.mark.parametrize("name", ["password", "Passwd", "pwd", "RunAsPassword", "secret", "api_key"])
@given(secret=st.text(st.characters(categories=["L", "N"]), min_size=12), quote=st.sampled_from(["'", '"', ""]))
def test_no_value_of_a_secret_survives(name: str, secret: str, quote: str) -> None:
    assume(secret not in name)
    assert secret not in scrubbed(f"before {name} = {quote}{secret}{quote}\nafter")


@pytest.mark.parametrize(
    "text",
    [
        "password: not secret",
        "Credential: alice secret",
        "bearer_token: secret",
        "refresh_token: SECRET",
        "access_token: secret",
        "token: (Secret)",
        "mysql -p 48215937secret",
        "psql -p $ecretSECRET",
        "x -p %secret",
        "the password is secret",
        "Password is Secret.",
        "the password for ann is now secret",
        "das Kennwort lautet secret",
        "password changed to secret",
        "net user ann secret /add",
        "net use \\\\srv01\\c$ secret /user:bob",
        "tar -u a:b; curl -u ann:secret x",
        "the token is secret",
        "logged on with password secret",
        "password was changed from secret to x",
        "net use * \\\\srv01\\c$ secret",
        "net use \\\\srv01\\c$ /user:bob secret",
        "mysql -u ann -psecret x",
        "sshpass -psecret ssh x",
        "ldapsearch -D cn=x -w secret",
        "smbclient -U ann%secret //x/y",
        "-Credential (ann, secret)",
        "password \u201csecret\u201d rejected",
        "wachtwoord: secret",
        "\u043f\u0430\u0440\u043e\u043b\u044c: secret",
        "pass: secret",
        "docker ps\ncurl -u ann:secret x",
        "docker exec x curl -u ann:secret y",
        "sudo curl -u ann:secret y",
        "curl https://git.example.com/api -u bob:secret",
        "curl -k https://registry/docker/v2 --user bob:secret",
        "pip --index https://git.example.com/x --proxy-user bob:secret",
        "docker exec web myapp -u bob:secret",
        "docker run -u bob:secret x",
        "docker run --rm -u root:secret x",
        "C:\\git\\tools\\x.exe --user bob:secret",
        "git --user bob:secret",
        "C:\\git\\deploy.ps1 $c = New-Object PSCredential('bob', 'secret')",
        "& C:\\git\\x.ps1 ([pscredential]::new('bob', 'secret'))",
        "PasswordAgentKey=secret",
        "PasswordHistory: secret",
        "PasswordLastUsedValue=secret",
        "PasswordLastSet=secret",
        "MinimumPasswordLength: 14 secret",
        "password was changed from secret to secret2",
        "password changed from old to secret",
        "password for ann was reset from 'my secret' to 'your secret'",
        "the password has been changed to secret",
        "password changed to 'my secret'",
    ],
)
def test_a_secret_of_plain_letters_is_taken_out(text: str) -> None:
    assert "secret" not in scrubbed(text).lower()


@pytest.mark.parametrize(
    "before",
    [
        "mysql -p ",
        "curl -u 1000:",
        "docker exec web curl -u 1000:",
        "docker run --rm curl -u 1000:",
        "curl docker run -u 1000:",
        "docker run --proxy-user 1000:",
        "PasswordHistory: ",
    ],
)
def test_a_number_that_may_be_a_password_is_taken_out(before: str) -> None:
    assert scrubbed(f"{before}48215937") == f"{before}{REMOVED}"


@pytest.mark.parametrize(
    "text",
    [
        "ValueError: row 3 of 5",
        "the basic idea",
        "O:NSG:BAD:P(A;;GA;;;BA)",
        "http://srv01:5985/wsman",
        "not in the Kerberos database",
        "NTLM authentication is off.",
        "LocalAccountTokenFilterPolicy: 1",
        "Kerberos HTTP/srv01.contoso.com is not known",
        "Kerberos krbtgt/CONTOSO.COM is not known",
        "Negotiate SERVER01.contoso.com",
        "NTLM SERVER01 is off",
        "The password might be wrong, or the account locked.",
        "net user ann /domain",
        "net use \\\\srv01\\c$ /user:bob",
        "net use \\\\srv01\\c$ failed",
        "the net user count is right",
        "--user CONTOSO\\ann --connect srv01",
        "winrs -u:admin -r:srv01 cmd",
        "credentials: current user",
        "Credentials: Current user (Kerberos)",
        "Credential: none",
        "credentials: user and password",
        "filtered token: yes",
        "Token: filtered",
        "token: full",
        "PasswordExpired: True",
        "PasswordNeverExpires=False",
        "password: none",
        "password: not saved",
        "Password: not given.",
        "The password is wrong.",
        "The password is not known",
        "the password is case-sensitive",
        "The password is kept only until you close Gatepost.",
        "Password is required, or use a certificate",
        "password was rejected",
        "the password is 8 characters long",
        "Kennwort ist falsch.",
        "Das Kennwort ist abgelaufen",
        "le mot de passe est incorrect",
        "password is OK",
        "password is I",
        "mkdir -p /tmp/x",
        "ssh -p 22 srv01",
        "docker run -p 8080:80 x",
        "docker run -p 127.0.0.1:8080:80/tcp x",
        "ps -p 1234",
        "mailto:ann@contoso.com",
        "UPN:ann@contoso.com",
        "account:ann.smith@contoso.com",
        "at 10:30 ann@contoso.com",
        "ann@contoso.com",
        "HTTP/srv01@CONTOSO.COM",
        "Warning: ann@contoso.com is unknown",
        "user: ann@contoso.com",
        'D:(XA;;GX;;;AU;(@User.Department == "HR"))',
        "(@USER.clearance:x == 3)",
        "Set-PSSessionConfiguration -Path C:\\x -p C:\\temp",
        "The token policy: not set",
        "LocalAccountTokenFilterPolicy = 1",
        "wsmprovhost.exe -p",
        "docker run -u 1000:1000 x",
        "$ sudo docker exec -it --user=root:root web sh",
        "cd /x && podman run --rm -u 0:0 x",
        "PasswordLastSet=2026-01-01",
        "PasswordLastSet : 1/31/2026 10:30:00 AM",
        '"passwordLastSet": "2026-01-31T10:30:00Z",',
        "PasswordLastSet=133485408000000000",
        "PasswordExpires: never",
        "MaxPasswordAge: 42.00:00:00",
        "MinimumPasswordLength: 14",
        "PasswordHistoryCount=24",
        "password changed from old to new",
        "with password authentication",
        "the token is filtered",
        "Das Kennwort ist ungültig.",
        "The password is about to expire.",
        "The password was accepted, then the host closed the connection.",
    ],
)
def test_the_rest_is_left(text: str) -> None:
    assert scrubbed(text) == text


@pytest.mark.parametrize(
    "hostile",
    [
        "a.",
        "a-",
        "token",
        "<token>",
        "<pwd ",
        "<a:",
        "auth",
        "://",
        'pwd="',
        "pwd \t",
        "basic ",
        "pwd\n\n",
        "-pwd ",
        "'pwd',",
        "pwd 'a",
        "-----BEGIN PRIVATE KEY-----",
        "TlRMTVNTUA ",
        "ConvertTo-SecureString ",
        "mot de passe ",
        "-u a:",
        "-u 'a:",
        "PSCredential -Arg a,",
        "net use \\\\a ",
        "net user a ",
        "PSCredential('a',",
        "a:a@",
        "a:",
        "-p ",
        "/p:",
        "password is ",
        "with password ",
        "mysql -p",
        "mysql ",
        "ldapx -w ",
        "-U a%",
        "password \u201c",
        "password for ",
        "token: a ",
        "credential: a-",
        "(docker run -a ",
        "docker run -a -a",
        "password changed from a ",
        "password changed from 'a",
        "PasswordLength=1.",
    ],
)
def test_a_text_twice_as_long_takes_about_twice_the_time(hostile: str) -> None:
    """By steps that grow with the square, ten times the text would take a hundred times as long."""

    def seconds(length: int) -> float:
        text = hostile * (length // len(hostile))
        return min(timeit.repeat(lambda: scrubbed(text), timer=time.process_time, number=1, repeat=3))

    assert seconds(100_000) < 40 * seconds(10_000) + 0.05


def crash(message: str) -> Exception:
    local_secret = "never shown"
    try:
        try:
            raise KeyError("cause")
        except KeyError as cause:
            raise ValueError(message) from cause
    except ValueError as error:
        assert local_secret
        return error


def test_details_tell_what_where_and_in_which_versions() -> None:
    said = details(crash("token=abc went wrong"))
    lines = said.splitlines()
    assert lines[0] == "KeyError: 'cause'"
    assert "which led to:" in lines
    assert f"ValueError: token={REMOVED}" in lines
    assert any(line.strip().startswith("test_crash_dialog.py:") and line.endswith("in crash") for line in lines)
    assert "Gatepost " in said and "Python 3." in said and "PySide6 6." in said
    assert "never shown" not in said
    assert str(Path.home()) not in said and str(Path(__file__).parent) not in said


def test_file_names_start_at_their_package() -> None:
    with pytest.raises(TypeError) as raised:
        scrubbed(None)
    assert "  gatepost/backend/failures/scrubbing.py:" in details(raised.value)


def test_a_monstrous_message_is_cut() -> None:
    assert len(details(crash("x" * 1_000_000))) < MAX_MESSAGE + 5_000


class Unprintable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_an_exception_that_cannot_be_printed_is_reported_all_the_same() -> None:
    assert "Unprintable: (no message)" in details(Unprintable())


@pytest.fixture
def earlier(monkeypatch) -> SimpleNamespace:
    """Hooks of somebody else, as pytest-qt or a debugger sets them."""
    seen = SimpleNamespace(main=[], thread=[])
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.main.append(error))
    monkeypatch.setattr(threading, "excepthook", lambda args: seen.thread.append(args.exc_value))
    return seen


@pytest.fixture
def reporter(qtbot, earlier) -> Iterator[CrashReporter]:
    made = CrashReporter(None)
    yield made
    if made.dialog is not None:
        made.dialog.close()


def test_an_exception_in_a_slot_is_logged_shown_and_passed_on(qtbot, reporter, earlier, caplog) -> None:
    error = ValueError("password=hunter2")

    def slot() -> None:
        raise error

    with caplog.at_level(logging.ERROR):
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert earlier.main == [error]
    assert "ValueError" in caplog.text and "hunter2" not in caplog.text
    assert "hunter2" not in reporter.dialog.details.toPlainText()
    assert "in slot" in reporter.dialog.details.toPlainText()


def test_an_exception_in_a_thread_is_shown_in_the_gui_thread(qtbot, reporter, earlier) -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert reporter.dialog is None  # nothing of Qt was touched over there
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert [str(e) for e in earlier.thread] == ["in a thread"]


def test_a_bug_in_background_work_is_shown_with_the_frames_of_its_worker(qtbot, reporter, earlier) -> None:
    def boom(context: WorkContext) -> None:
        raise ZeroDivisionError("planted")

    runner = ThreadRunner()
    runner.submit("a", boom)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    frames = [line.rpartition(" ")[2] for line in reporter.dialog.details.toPlainText().splitlines() if " in " in line]
    assert frames == ["run", "boom"]
    assert runner.shutdown(5)


def test_one_dialog_at_a_time_and_the_next_crash_is_shown_again(qtbot, reporter, earlier) -> None:
    for number in range(3):
        sys.excepthook(ValueError, ValueError(f"number {number}"), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    first = reporter.dialog
    qtbot.wait(20)
    assert reporter.dialog is first and "number 0" in first.details.toPlainText()
    assert first.more_label.text() == "2 more errors are in the log."
    first.close()
    assert reporter.dialog is None
    sys.excepthook(ValueError, ValueError("another"), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert len(earlier.main) == 4


def test_ctrl_c_is_no_crash(qtbot, reporter, earlier) -> None:
    error = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, error, None)
    qtbot.wait(20)
    assert reporter.dialog is None and earlier.main == [error]


def test_the_details_are_copied(qtbot) -> None:
    dialog = CrashDialog("line one\nline \u202etwo")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "line one\nline ⟨U+202E⟩two"
