"""Hosts reached through pywinrm. Importing this costs nothing; pywinrm is imported with the first connection."""

from __future__ import annotations

from functools import partial

from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import EncryptionMissing
from gatepost.wsman.http.wire import RemoteWire, Session
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.schemes import Exposure, exposure
from gatepost.wsman.transport import Transport


def connect(target: RemoteTarget) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if exposure(target.scheme, secure=target.secure, stays_here=target.stays_here) is Exposure.PASSWORD_IN_CLEAR:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")
    if target.authentication == "automatic":
        from gatepost.wsman.login.automatic import AutomaticLogin

        begin = AutomaticLogin(target, _open_session).open_session
    else:
        begin = partial(_open_session, target)
    destination = Destination(
        url=target.url,
        address=target.address or target.host,
        account="" if target.certificate else target.username,
        authentication=target.label,
        encrypted=target.secure or target.seals_messages,
        operation_timeout=target.operation_timeout,
    )
    return WsmanClient(RemoteWire(begin), destination)


def _open_session(target: RemoteTarget) -> Session:
    from gatepost.wsman.login.pywinrm_session import PywinrmSession

    return PywinrmSession(target)
