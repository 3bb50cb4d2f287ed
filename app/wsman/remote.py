"""Hosts reached through pywinrm. Importing this costs nothing; pywinrm is imported with the first connection."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from app.wsman.client import Endpoint, WsmanClient
from app.wsman.errors import EncryptionMissing
from app.wsman.limits import MAX_REPLY_OCTETS
from app.wsman.transport import Transport
from app.wsman.wire import RemoteWire, Session

_LABELS = {"ntlm": "NTLM", "basic": "Basic"}


@dataclass(frozen=True, slots=True)
class RemoteTarget:
    """A host and the account to reach it with. ``url`` is complete: ``http://SRV01:5985/wsman``.

    ``address`` is the host as the user wrote it, by default the URL's. Timeouts are seconds: ``connect_timeout`` per
    network address of the host, ``read_timeout`` for silence, ``exchange_timeout`` for a whole answer, however it
    trickles in. ``max_reply`` is octets per exchange.

    Raises:
        ValueError: no http or https URL, a port out of range, one that carries a user or password, or an empty user or password.
    """

    url: str
    authentication: Literal["ntlm", "basic"]
    username: str
    password: str = field(repr=False)
    address: str = ""
    connect_timeout: float = 3.0
    read_timeout: float = 60.0
    exchange_timeout: float = 120.0
    max_reply: int = MAX_REPLY_OCTETS

    def __post_init__(self) -> None:
        """Check what can be checked without a network."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the address of a host is an http or https URL")
        _ = parts.port  # raises for one that is out of range
        if "@" in parts.netloc:
            raise ValueError("an account does not belong into the address of a host")
        if self.authentication not in _LABELS:
            raise ValueError(f"unknown authentication {self.authentication!r}")
        # Without a password the NTLM client would silently try the ticket of whoever runs this program.
        if not self.username or not self.password:
            raise ValueError("an account needs a user name and a password")

    @property
    def host(self) -> str:
        """The name or address in the URL, without brackets."""
        return urlsplit(self.url).hostname or ""

    @property
    def secure(self) -> bool:
        """Whether the URL asks for TLS."""
        return urlsplit(self.url).scheme == "https"

    @property
    def seals_messages(self) -> bool:
        """Whether the messages themselves have to be encrypted."""
        return self.authentication == "ntlm" and not self.secure

    @property
    def is_loopback(self) -> bool:
        """Whether nothing leaves this computer."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def connect(target: RemoteTarget) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if target.authentication == "basic" and not target.secure and not target.is_loopback:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")

    def open_session() -> Session:
        from app.wsman.pywinrm_session import PywinrmSession

        return PywinrmSession(target)

    endpoint = Endpoint(
        url=target.url,
        address=target.address or target.host,
        account=target.username,
        authentication=_LABELS[target.authentication],
        encrypted=target.secure or target.seals_messages,
    )
    return WsmanClient(RemoteWire(open_session), endpoint)
