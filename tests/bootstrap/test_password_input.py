"""Passwords as shells really write them to standard input."""

import ctypes
import io
import sys
from types import SimpleNamespace

import pytest

from gatepost.bootstrap import password_input
from gatepost.bootstrap.password_input import MAX_PASSWORD, PasswordInput, PasswordInputError
from tests.bootstrap.test_command_line import gatepost, host, said
from tests.wsman.raw_host import RawHost

__all__ = ["gatepost", "host"]  # the fixtures


@pytest.mark.parametrize(
    ("written", "password"),
    [
        (b"Password01\n", "Password01"),
        (b"Password01\r\n", "Password01"),
        (b"Password01", "Password01"),
        (b"\xef\xbb\xbfPassword01\r\n", "Password01"),
        ("Pässwört\n".encode(), "Pässwört"),
        (b" Password01 \n", " Password01 "),
        (b"x" * MAX_PASSWORD + b"\n", "x" * MAX_PASSWORD),
        (b"\xef\xbb\xbf" + "\U0001f511".encode() * MAX_PASSWORD + b"\r\n", "\U0001f511" * MAX_PASSWORD),
    ],
)
def test_a_line_is_the_password(written, password):
    assert PasswordInput(io.BytesIO(written)).read() == password


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Password01\r\n".encode("utf-16"), "UTF-16"),
        ("Password01\r\n".encode("utf-16-be"), "UTF-16"),
        (b"\xfe\xff\x00P", "UTF-16"),
        ("Pässwört\n".encode("latin-1"), "isn't UTF-8"),
        (b"Pass\0word\n", "binary"),
        (b"x" * (MAX_PASSWORD + 1), "longer than 1024"),
        (b"\xff" * 10_000, "longer than 1024"),
        (b"\n", "no password"),
        (b"\xef\xbb\xbf\n", "no password"),
        (b"", "no password"),
    ],
)
def test_what_is_no_password_is_refused_without_a_word_of_it(written, why):
    with pytest.raises(PasswordInputError, match=why) as caught:
        PasswordInput(io.BytesIO(written)).read()
    assert "ssw" not in str(caught.value).replace("password", "")


def test_utf_16_without_a_zero_in_it_is_not_read_in_the_encoding_of_the_console(monkeypatch):
    """Letters outside Latin: every octet stands for something in a code page, and it would be a wrong password."""
    monkeypatch.setattr(password_input, "_console_encodings", lambda: ("cp850",))
    with pytest.raises(PasswordInputError, match="UTF-16"):
        PasswordInput(io.BytesIO("пароль\n".encode("utf-16"))).read()


def be_windows(monkeypatch, page):
    """``page`` is the code page of the console; 0 where there is none, as in a service."""
    kernel = SimpleNamespace(GetConsoleCP=lambda: page)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")


@pytest.mark.parametrize(("page", "encoding"), [(850, "cp850"), (1252, "cp1252")])
def test_on_windows_the_encoding_of_the_console_is_read_too(monkeypatch, page, encoding):
    be_windows(monkeypatch, page)
    for written in ("utf-8", encoding):
        assert PasswordInput(io.BytesIO("Pässwört\r\n".encode(written))).read() == "Pässwört"
    with pytest.raises(PasswordInputError, match="UTF-16"):
        PasswordInput(io.BytesIO("Pässwört".encode("utf-16-le"))).read()


@pytest.mark.parametrize("encoding", ["cp850", "cp1252"])
def test_on_windows_without_a_console_only_utf_8_is_a_password(monkeypatch, encoding):
    """Read in the wrong code page, it would be a wrong password, and a few of those lock the account."""
    be_windows(monkeypatch, 0)
    assert PasswordInput(io.BytesIO("Pässwört\r\n".encode())).read() == "Pässwört"
    with pytest.raises(PasswordInputError, match="isn't UTF-8"):
        PasswordInput(io.BytesIO("Pässwört\r\n".encode(encoding))).read()


def test_what_the_console_cannot_have_written_is_refused(monkeypatch):
    monkeypatch.setattr("gatepost.bootstrap.password_input._console_encodings", lambda: ("cp1252",))
    with pytest.raises(PasswordInputError, match="isn't UTF-8"):
        PasswordInput(io.BytesIO(b"\x81\n")).read()


def test_only_the_first_line_may_begin_with_a_mark():
    lines = PasswordInput(io.BytesIO(b"\xef\xbb\xbfone\n\xef\xbb\xbftwo\n"))
    assert [lines.read(), lines.read()] == ["one", "\ufefftwo"]


def test_without_standard_input_there_is_no_password():
    with pytest.raises(PasswordInputError, match="no password"):
        PasswordInput(None).read()


def test_the_mark_that_windows_powershell_writes_is_no_part_of_the_password(gatepost, host, tmp_path):
    user, password = host.account()
    done = gatepost(
        "--connect", host.url, "--user", user, "--password-stdin", "--report", tmp_path / "report.json",
        stdin=b"\xef\xbb\xbf" + password.encode() + b"\r\n",
    )  # fmt: skip
    assert (done.returncode, said(done)) == (0, [])


@pytest.mark.parametrize("written", ["Pässwört\r\n".encode("utf-16"), "Pässwört\n".encode("latin-1")])
def test_a_password_in_another_encoding_is_one_line_and_status_2_and_nothing_is_sent(gatepost, tmp_path, written):
    with RawHost(b"") as raw:
        done = gatepost(
            "--connect", raw.url, "--user", "u", "--password-stdin", "--report", tmp_path / "report.json", stdin=written
        )
        assert raw.asked == []
    assert done.returncode == 2
    (line,) = said(done)
    assert "--password-stdin: standard input is" in line
    assert "UTF-8" in line
    assert not (tmp_path / "report.json").exists()
