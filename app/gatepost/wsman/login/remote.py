"""Hosts reached through pywinrm. Importing this costs nothing; pywinrm is imported with the first connection."""

from __future__ import annotations

from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import EncryptionMissing
from gatepost.wsman.http.wire import RemoteWire
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.login.ways import LoginSession, ways_of
from gatepost.wsman.schemes import Exposure, exposure
from gatepost.wsman.transport import Transport


def connect(target: RemoteTarget, attempts: LoginAttempts | None = None) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    ``attempts`` are shared by all transports that may use the same account; without them this one has its own.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if exposure(target.scheme, secure=target.secure, stays_here=target.stays_here) is Exposure.PASSWORD_IN_CLEAR:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")
    ways = ways_of(target)
    shared = attempts or LoginAttempts()
    destination = Destination(
        url=target.url,
        address=target.address or target.host,
        account="" if target.own_certificate else target.user,
        authentication=target.label,
        encrypted=target.secure or target.seals_messages,
        operation_timeout=target.operation_timeout,
    )
    return WsmanClient(RemoteWire(lambda: LoginSession(ways, shared.attempt(target))), destination)
