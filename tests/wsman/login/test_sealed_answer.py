"""Encrypted answers taken apart, held against what pypsrp makes of them."""

from __future__ import annotations

import re
import struct
import time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypsrp.encryption import WinRMEncryption

from gatepost.wsman.login.message_sealing import SealedPart, is_sealed, sealed_parts

KIND = 'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"'


def message(payload: bytes, dashes: bytes = b"--", length: int | None = None) -> bytes:
    return (
        dashes + b"Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
        b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n"
        % (len(payload) if length is None else length)
        + dashes
        + b"Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
        + struct.pack("<i", 2)
        + b"ss"
        + payload
    )


def by_pypsrp(body: bytes) -> bytes:
    context = SimpleNamespace(unwrap_winrm=lambda _header, data: data)
    return WinRMEncryption(context, WinRMEncryption.SPNEGO).unwrap_message(body, "Encrypted Boundary")


# The other client takes the header of the octets out wherever it stands, in a message, too.
PAYLOAD = st.binary(min_size=1).filter(lambda octets: b"Content-Type" not in octets)


@given(st.lists(PAYLOAD, min_size=1, max_size=3), st.sampled_from([b"--", b"-- "]))
def test_what_another_client_reads_is_read(payloads, dashes):
    body = b"".join(message(payload, dashes) for payload in payloads) + dashes + b"Encrypted Boundary--\r\n"
    parts = list(sealed_parts(KIND, body))
    assert [part.length for part in parts] == [len(payload) for payload in payloads]
    assert b"".join(part.payload[6:] for part in parts) == by_pypsrp(body) == b"".join(payloads)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<s:Envelope/>",
        b"--Encrypted Boundary--\r\n",
        message(b"x").partition(b"--Encrypted Boundary\r\n\tContent-Type: application/octet")[0],
        re.sub(rb"Length=\d", b"", message(b"x")),
        message(b"x").replace(b"\tContent-Type: application/octet-stream\r\n", b""),
    ],
)
def test_what_is_no_encrypted_answer_is_refused(body):
    with pytest.raises(ValueError, match="answer"):
        list(sealed_parts(KIND, body))


@given(st.binary(), st.text())
def test_anything_is_parts_or_refused(body, boundary):
    try:
        parts = list(sealed_parts(f'multipart/encrypted;boundary="{boundary}"', body))
    except ValueError:
        return
    assert all(isinstance(part, SealedPart) for part in parts)


def test_a_boundary_that_almost_matches_everywhere_is_not_looked_for():
    begun = time.monotonic()
    with pytest.raises(ValueError, match="boundary"):
        list(sealed_parts(f'multipart/encrypted;boundary="{"-" * 50_000}x"', b"-" * 1_000_000))
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("kind", "sealed"),
    [
        (KIND, True),
        ("Multipart/X-Multi-Encrypted; boundary=b", True),
        ("application/soap+xml;charset=UTF-8", False),
        ("text/html; note=multipart/encrypted", False),
        ("", False),
    ],
)
def test_which_answers_say_that_they_are_encrypted(kind, sealed):
    assert is_sealed(kind) is sealed
