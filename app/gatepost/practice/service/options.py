"""Options of a practice host: ports, logon schemes, TLS, log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gatepost.practice.wire.tls import ServerTls


def no_log(_line: str) -> None:
    """Log nothing."""


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """How a practice host listens and whom it lets log on.

    Args:
        port: TCP port on loopback for requests over the network; 0 takes a free one.
        interactive_port: TCP port whose logons carry INTERACTIVE instead of NETWORK; 0 takes a free one.
        https_port: TCP port for HTTPS, used with ``tls``; 0 takes a free one.
        tls: certificate and channel bindings; None: no HTTPS.
        allow_basic: whether Basic authentication is offered.
        allow_credssp: whether CredSSP is offered.
        log: called with one line for every reply; the line holds no secret.
    """

    port: int = 0
    interactive_port: int = 0
    https_port: int = 0
    tls: ServerTls | None = None
    allow_basic: bool = True
    allow_credssp: bool = False
    log: Callable[[str], None] = no_log
