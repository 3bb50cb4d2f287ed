"""Mapping an exception of an exchange to the problem of the connection."""

from __future__ import annotations

import http.client
from collections.abc import Iterator

import requests
import urllib3.exceptions

from gatepost.wsman.errors import ConnectionFailureReason
from gatepost.wsman.http.exchange_state import ExchangeState
from gatepost.wsman.http.tls import problem_of
from gatepost.wsman.tls_problem import TlsFailureReason, tls_problem

_ENDED = (http.client.RemoteDisconnected, http.client.IncompleteRead)
_MALFORMED = (http.client.HTTPException, urllib3.exceptions.InvalidHeader)


def connection_problem(
    error: Exception, exchange_state: ExchangeState, *, certificate_unanswered: bool
) -> tuple[ConnectionFailureReason, TlsFailureReason | None]:
    """Return what a broken exchange is, and the TLS problem behind it where there is one.

    ``certificate_unanswered``: a client certificate was sent, and the host has not answered anything since.
    """
    causes = list(_causes(error))
    if exchange_state.aborted:
        return ConnectionFailureReason.CLOSED, None
    if isinstance(error, requests.Timeout) or exchange_state.timed_out:
        return ConnectionFailureReason.TIMED_OUT, None
    if not exchange_state.request_sent:
        network = (problem_of(cause) for cause in causes if isinstance(cause, OSError))
        return next((p for p in network if p is not ConnectionFailureReason.OTHER), ConnectionFailureReason.OTHER), None
    if certificate_unanswered:
        # With TLS 1.3 a host says after the handshake what it makes of our certificate, and may just hang up.
        return ConnectionFailureReason.CLIENT_CERTIFICATE, None
    tls = next((reason for cause in causes if (reason := tls_problem(cause)) not in (None, TlsFailureReason.CUT)), None)
    return (ConnectionFailureReason.TLS, tls) if tls is not None else (ConnectionFailureReason.DROPPED, None)


def is_malformed(error: Exception, exchange_state: ExchangeState) -> bool:
    """Whether an answer came that begins as HTTP, and is none that can be read: the host has not ended the connection."""
    if exchange_state.aborted or exchange_state.timed_out or not exchange_state.first_bytes.startswith(b"HTTP/"):
        return False
    return any(isinstance(c, _MALFORMED) and not isinstance(c, _ENDED) for c in _causes(error))


def system_message(error: Exception) -> str:
    """Return what the system says of the failure; "" where it says nothing."""
    return next((cause.strerror for cause in _causes(error) if isinstance(cause, OSError) and cause.strerror), "")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        # urllib3 carries some of them as an argument only.
        carried = next((argument for argument in error.args if isinstance(argument, BaseException)), None)
        error = error.__cause__ or error.__context__ or carried
