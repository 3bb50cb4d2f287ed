"""A password on standard input: what shells write for it, in their encodings."""

from __future__ import annotations

import codecs
import io

import pytest

from gatepost.bootstrap import password_input
from gatepost.bootstrap.password_input import MAX_PASSWORD, PasswordInputError, console_encoding, read_password

PASSWORD = "Pässwörd"


@pytest.fixture(params=["cp1252", "cp850", "utf-8"])
def console(request, monkeypatch):
    monkeypatch.setattr(password_input, "console_encoding", lambda: request.param)
    return request.param


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8])
def test_utf8_is_read_on_every_console(console, start, end):
    assert read_password(io.BytesIO(start + f"{PASSWORD}€{end}".encode())) == PASSWORD + "€"


def test_the_consoles_own_encoding_is_read_too(console):
    assert read_password(io.BytesIO(PASSWORD.encode(console))) == PASSWORD


@pytest.mark.parametrize(
    ("octets", "console"),
    [(PASSWORD.encode("cp1252"), "utf-8"), (b"\x81x", "cp1252"), ("ab".encode("utf-16"), "cp850"), (b"\xff", "cp0")],
)
def test_what_is_neither_is_refused_and_not_guessed(monkeypatch, octets, console):
    monkeypatch.setattr(password_input, "console_encoding", lambda: console)
    with pytest.raises(PasswordInputError, match="UTF-8"):
        read_password(io.BytesIO(octets))


@pytest.mark.parametrize("octets", [b"", b"\n", b"x" * (MAX_PASSWORD + 1)])
def test_none_and_too_long_a_one(octets):
    with pytest.raises(PasswordInputError, match="no password"):
        read_password(io.BytesIO(octets))


def test_without_standard_input():
    with pytest.raises(PasswordInputError, match="no password"):
        read_password(None)


def test_the_longest_password_takes_four_octets_a_character():
    assert read_password(io.BytesIO(("\U0001f511" * MAX_PASSWORD).encode())) == "\U0001f511" * MAX_PASSWORD


def test_one_line_for_each():
    stream = io.BytesIO(codecs.BOM_UTF8 + "eins\nzwö\n".encode())
    assert [read_password(stream), read_password(stream)] == ["eins", "zwö"]


def test_this_console_has_an_encoding():
    codecs.lookup(console_encoding())
