"""What is read in the headers of an answer, whatever a host writes there."""

from __future__ import annotations

import time

import pytest
import requests

from gatepost.wsman.login.step_reader import offers_of


def offered(header: str) -> dict[str, str]:
    response = requests.Response()
    response.headers["WWW-Authenticate"] = header
    return offers_of(response)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Negotiate, Kerberos", {"Negotiate": "", "Kerberos": ""}),
        ('Basic realm="a, Negotiate", NTLM TlRM=', {"Basic": "", "NTLM": "TlRM="}),
        (r'Basic realm="a \", Negotiate", NTLM', {"Basic": "", "NTLM": ""}),
        ('Negotiate, Basic realm="not closed, NTLM', {"Negotiate": "", "Basic": ""}),
        ('Negotiate, Basic realm="not closed\\', {"Negotiate": "", "Basic": ""}),
    ],
)
def test_schemes_that_are_offered(header: str, found: dict[str, str]) -> None:
    assert offered(header) == found


@pytest.mark.parametrize("repeated", ['\\"', '"', ", ", ",  a", " ", "a=", '"\\'])
@pytest.mark.parametrize("end", ["", "x", "\\", '"'])
def test_no_header_takes_long_to_read(repeated: str, end: str) -> None:
    begun = time.monotonic()
    offered('Negotiate "' + repeated * 40_000 + end)
    assert time.monotonic() - begun < 2
