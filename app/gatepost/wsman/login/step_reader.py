"""Recording the legs of a conversation, without anything that a secret or a message could be read from."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

import requests

from gatepost.wsman.exchange_steps import ExchangeStep, RequestKind, ResponseKind, protocol_of

_UNAUTHORIZED = 401
_MAX_SCHEMES = 8
_MAX_TEXT = 100
_SCHEMES = ("negotiate", "ntlm", "kerberos", "credssp")
_NTLM = b"NTLMSSP\0"
_NTLM_ANSWER = 3  # [MS-NLMP] 2.2.1.3
_TLS_APPLICATION_DATA = b"\x17"
_HEADLINE = re.compile(r"<(title|h1|h2)[^>]{0,100}>([^<]{0,200})<", re.IGNORECASE)
_CHALLENGE = re.compile(r'(?:^|,)\s*([A-Za-z][A-Za-z0-9-]*)(?=[\s,]|$)(?:\s+([^\s,"=]+={0,2})(?=\s*(?:,|$)))?')
_QUOTED = re.compile(
    r'"(?:[^"\\]|\\.?)*(?:"|$)'
)  # to the end where it isn't closed: else each quote would look for one


def leg_of(sent: RequestKind, response: requests.Response) -> ExchangeStep:
    """The leg that ended with ``response``."""
    offers = offers_of(response)
    return ExchangeStep(
        sent,
        _came(response, offers),
        response.status_code,
        tuple(offers)[:_MAX_SCHEMES],
        printable(response.headers.get("Server", "")),
        headline(response),
        closes=response.headers.get("Connection", "").lower() == "close",
    )


def broken_leg(sent: RequestKind, first: bytes, *, timed_out: bool) -> ExchangeStep:
    """A leg without an answer in HTTP; ``first`` are the first octets that came."""
    if first and not first.startswith(b"HTTP/"):
        return ExchangeStep(sent, ResponseKind.OTHER_PROTOCOL, speaker=protocol_of(first))
    return ExchangeStep(sent, ResponseKind.SILENT if timed_out else ResponseKind.CLOSED)


def sent_of(request: requests.PreparedRequest, default: RequestKind) -> RequestKind:
    """What a request gives away."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if not scheme:
        return default
    if scheme == "Basic":
        return RequestKind.PASSWORD
    if scheme.lower() not in _SCHEMES:
        return default  # what pywinrm writes for a client certificate
    token = token_octets(value) or b""
    if scheme == "CredSSP":
        return RequestKind.CREDSSP if token.startswith(_TLS_APPLICATION_DATA) else RequestKind.CREDSSP_FIRST
    if token.startswith(_NTLM):
        return RequestKind.NTLM_ANSWER if token[8:9] == bytes([_NTLM_ANSWER]) else RequestKind.NTLM_FIRST
    return RequestKind.TICKET


def offers_of(response: requests.Response) -> dict[str, str]:
    """The authentication schemes of a 401 as they are written, each with its token or ""."""
    header = _QUOTED.sub('""', response.headers.get("WWW-Authenticate", ""))
    offers: dict[str, str] = {}
    for name, token in _CHALLENGE.findall(header):
        offers[name] = offers.get(name) or token
    return offers


def token_for(scheme: str, response: requests.Response) -> str:
    """The token that an answer carries for a scheme, in base64; "" where there is none."""
    return next((token for name, token in offers_of(response).items() if name.lower() == scheme.lower()), "")


def token_octets(text: str) -> bytes | None:
    """A token out of base64; None where it is not base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def next_leg(response: requests.Response, authorization: str, options: dict[str, Any]) -> requests.Response:
    """Send the request that was answered once more, with a token, over the same connection."""
    request = response.request.copy()
    request.headers["Authorization"] = authorization
    connection: Any = vars(response)["connection"]
    answer: requests.Response = connection.send(request, **options)
    return answer


def headline(response: requests.Response) -> str:
    """What a page says of itself, for a status that WS-Management gives without one."""
    if "html" not in response.headers.get("Content-Type", "").lower():
        return ""
    texts = [text for _, text in _HEADLINE.findall(response.content[:4096].decode("latin-1"))]
    return printable(" - ".join(dict.fromkeys(text.strip() for text in texts if text.strip())))


def printable(text: str) -> str:
    """A host's text in one line, cut."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:_MAX_TEXT]).strip()


def _came(response: requests.Response, offers: dict[str, str]) -> ResponseKind:
    if response.status_code == _UNAUTHORIZED:
        if not offers:
            return ResponseKind.UNAUTHORIZED_WITHOUT_SCHEMES
        return ResponseKind.TOKEN if any(offers.values()) else ResponseKind.UNAUTHORIZED_WITH_SCHEMES
    if not 200 <= response.status_code < 300:
        return ResponseKind.STATUS
    return ResponseKind.PAGE if "html" in response.headers.get("Content-Type", "").lower() else ResponseKind.ACCEPTED
