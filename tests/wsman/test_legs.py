"""What is told of a logon and of an answer without WS-Management, for people who read the details."""

from __future__ import annotations

import pytest

from gatepost.wsman.errors import HttpError
from gatepost.wsman.legs import Came, Leg, Sent, Speaker, speaker_of


def test_a_leg_in_one_line() -> None:
    leg = Leg(
        Sent.NTLM_FIRST, Came.UNAUTHORIZED_WITH_SCHEMES, 401, ("Negotiate", "Basic"), "nginx", "Sign in", closes=True
    )
    assert leg.text == (
        f"Sent {Sent.NTLM_FIRST.value}; came HTTP 401, {Came.UNAUTHORIZED_WITH_SCHEMES.value}; offers Negotiate, Basic;"
        ' Server: nginx; page "Sign in"; closes the connection'
    )
    assert Leg(Sent.TICKET, Came.OTHER_PROTOCOL, speaker=Speaker.SSH).text.endswith(f"came {Speaker.SSH.value}")


def test_a_status_alone_is_told() -> None:
    assert str(HttpError(503)) == "The host answered with HTTP status 503 and without a WS-Management message."


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        (b"HTTP/1.1 200", Speaker.HTTP),
        (b"SSH-2.0-x", Speaker.SSH),
        (b"\x15\x03\x01", Speaker.TLS),
        (b"220 mail", Speaker.MAIL),
        (b"* OK", Speaker.MAIL),
        (b"RFB 003.008", Speaker.UNKNOWN),
        (b"", Speaker.UNKNOWN),
    ],
)
def test_who_speaks_is_known_by_the_first_octets(first: bytes, speaker: Speaker) -> None:
    assert speaker_of(first) is speaker
