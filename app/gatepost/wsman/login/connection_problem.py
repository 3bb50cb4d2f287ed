"""What broke a conversation with a host, told from the exceptions of the libraries."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPException

from gatepost.wsman.errors import ConnectionFailureReason
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.http.tls import problem_of
from gatepost.wsman.tls_problem import TlsFailureReason, tls_problem


def connection_problem(
    error: Exception, connection: BoundedConnection, *, certificate_unanswered: bool
) -> tuple[ConnectionFailureReason, TlsFailureReason | None]:
    """Return what a broken exchange is, and the TLS problem behind it where there is one.

    ``certificate_unanswered``: a client certificate was sent, and the host has not answered anything since.
    """
    causes = list(_causes(error))
    if connection.is_aborted():
        return ConnectionFailureReason.CLOSED, None
    if connection.timed_out:
        return ConnectionFailureReason.TIMED_OUT, None
    if not connection.request_sent:
        network = (problem_of(cause) for cause in causes if isinstance(cause, OSError))
        return next((p for p in network if p is not ConnectionFailureReason.OTHER), ConnectionFailureReason.OTHER), None
    if certificate_unanswered:
        # With TLS 1.3 a host says after the handshake what it makes of our certificate, and may just hang up.
        return ConnectionFailureReason.CLIENT_CERTIFICATE, None
    tls = next((reason for cause in causes if (reason := tls_problem(cause)) not in (None, TlsFailureReason.CUT)), None)
    return (ConnectionFailureReason.TLS, tls) if tls is not None else (ConnectionFailureReason.DROPPED, None)


def is_malformed(error: Exception, connection: BoundedConnection) -> bool:
    """Whether an answer came that begins as HTTP, and is none that can be read: the host has not ended the connection."""
    if connection.is_aborted() or connection.timed_out or not connection.first_bytes.startswith(b"HTTP/"):
        return False
    return any(isinstance(cause, HTTPException) for cause in _causes(error))


def system_message(error: Exception) -> str:
    """Return what the system says of the failure; "" where it says nothing."""
    return next((cause.strerror for cause in _causes(error) if isinstance(cause, OSError) and cause.strerror), "")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        error = error.__cause__ or error.__context__
