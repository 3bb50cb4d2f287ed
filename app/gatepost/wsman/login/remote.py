"""Hosts reached through pywinrm. Importing this costs nothing; pywinrm is imported with the first connection."""

from __future__ import annotations

from collections.abc import Callable

from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import EncryptionMissing
from gatepost.wsman.http.wire import RemoteWire, Session
from gatepost.wsman.login.attempts import AttemptedSession, LoginAttempt, LoginAttempts
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.schemes import Exposure, exposure
from gatepost.wsman.transport import Transport

OpenWay = Callable[[RemoteTarget], Session]


def connect(target: RemoteTarget, attempts: LoginAttempts | None = None) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    ``attempts`` are shared by all transports that may use the same account; without them this one has its own.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if exposure(target.scheme, secure=target.secure, stays_here=target.stays_here) is Exposure.PASSWORD_IN_CLEAR:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")
    open_login = _login(target)
    shared = attempts or LoginAttempts()

    def begin() -> Session:
        attempt = shared.attempt(target)
        return AttemptedSession(open_login(lambda way: _open_session(way, attempt)), attempt)

    destination = Destination(
        url=target.url,
        address=target.address or target.host,
        account="" if target.own_certificate else target.user,
        authentication=target.label,
        encrypted=target.secure or target.seals_messages,
        operation_timeout=target.operation_timeout,
    )
    return WsmanClient(RemoteWire(begin), destination)


def _login(target: RemoteTarget) -> Callable[[OpenWay], Session]:
    """What opens a session, given what opens one that logs on in a given way."""
    if target.authentication == "automatic":
        from gatepost.wsman.login.automatic import AutomaticLogin

        return AutomaticLogin(target).open_session
    return lambda open_way: open_way(target)


def _open_session(target: RemoteTarget, attempt: LoginAttempt) -> Session:
    from gatepost.wsman.login.pywinrm_session import PywinrmSession

    return PywinrmSession(target, attempt)
