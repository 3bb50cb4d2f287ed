"""What is told of a logon and of an answer without WS-Management, for people who read the details."""

from __future__ import annotations

import pytest

from gatepost.wsman.errors import HttpError
from gatepost.wsman.exchange_steps import ExchangeStep, PeerProtocol, RequestKind, ResponseKind, protocol_of


def test_a_leg_in_one_line() -> None:
    step = ExchangeStep(
        RequestKind.NTLM_FIRST,
        ResponseKind.UNAUTHORIZED_WITH_SCHEMES,
        401,
        ("Negotiate", "Basic"),
        "nginx",
        "Sign in",
        closes=True,
    )
    assert step.text == (
        f"Sent {RequestKind.NTLM_FIRST.value}; came HTTP 401, {ResponseKind.UNAUTHORIZED_WITH_SCHEMES.value}; offers Negotiate, Basic;"
        ' Server: nginx; page "Sign in"; closes the connection'
    )
    assert ExchangeStep(RequestKind.TICKET, ResponseKind.OTHER_PROTOCOL, speaker=PeerProtocol.SSH).text.endswith(
        f"came {PeerProtocol.SSH.value}"
    )


def test_a_status_alone_is_told() -> None:
    assert str(HttpError(503)) == "The host answered with HTTP status 503 and without a WS-Management message."


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        (b"HTTP/1.1 200", PeerProtocol.HTTP),
        (b"SSH-2.0-x", PeerProtocol.SSH),
        (b"\x15\x03\x01", PeerProtocol.TLS),
        (b"220 mail", PeerProtocol.MAIL),
        (b"* OK", PeerProtocol.MAIL),
        (b"RFB 003.008", PeerProtocol.UNKNOWN),
        (b"", PeerProtocol.UNKNOWN),
    ],
)
def test_who_speaks_is_known_by_the_first_octets(first: bytes, speaker: PeerProtocol) -> None:
    assert protocol_of(first) is speaker
