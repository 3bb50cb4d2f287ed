"""Hosts reached through pywinrm. Importing this costs nothing; pywinrm is imported with the first connection."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

from gatepost.wsman.certificates import normal_fingerprint
from gatepost.wsman.client import Endpoint, WsmanClient
from gatepost.wsman.errors import EncryptionMissing
from gatepost.wsman.http.client_certificate import ClientCertificate
from gatepost.wsman.http.tls import TlsTrust
from gatepost.wsman.http.wire import RemoteWire, Session
from gatepost.wsman.limits import MAX_REPLY_OCTETS
from gatepost.wsman.transport import Transport

_HTTPS_PORT = 443
_LABELS = {
    "automatic": "automatic",
    "kerberos": "Kerberos",
    "ntlm": "NTLM",
    "credssp": "CredSSP",
    "basic": "Basic",
    "certificate": "client certificate",
}
_WITHOUT_PASSWORD = ("kerberos", "automatic")

Authentication = Literal["automatic", "kerberos", "ntlm", "credssp", "basic", "certificate"]


@dataclass(frozen=True, slots=True)
class RemoteTarget:
    """A host and the account to reach it with. ``url`` is complete: ``http://SRV01:5985/wsman``.

    ``address`` is the host as the user wrote it, by default the URL's. Timeouts are seconds: ``connect_timeout`` until
    the host has accepted and again for TLS, ``read_timeout`` for silence, ``exchange_timeout`` for a whole answer,
    however it trickles in. ``max_reply`` is octets per exchange.

    With https the host's certificate has to be valid under the system's authorities, or under those in ``ca_file``
    (PEM) alone. ``pinned_fingerprint`` (SHA-256) replaces that: exactly this certificate is accepted.

    Kerberos without a password uses the ticket that there is, of ``username`` where one is given; with one it gets a
    ticket of its own. Automatic is Kerberos where there can be a ticket, else NTLM.

    A client certificate (PEM) is for https and the authentication "certificate"; ``password`` is then its key's, and
    ``username`` is left empty. ``proxy`` is the http URL of one that lets connections through.

    Raises:
        ValueError: no http or https URL, a port out of range, one that carries a user or password, an empty user or
            password where they are needed, no certificate where one is needed, or a certificate or fingerprint that
            is none or comes with an http URL.
    """

    url: str
    authentication: Authentication
    username: str
    password: str = field(repr=False)
    address: str = ""
    connect_timeout: float = 3.0
    read_timeout: float = 60.0
    exchange_timeout: float = 120.0
    max_reply: int = MAX_REPLY_OCTETS
    ca_file: str = ""
    pinned_fingerprint: str = ""
    client_certificate: str = ""
    client_key: str = ""
    proxy: str = ""

    def __post_init__(self) -> None:
        """Check what can be checked without a network."""
        _check_url(self.url, ("http", "https"))
        if self.proxy:
            _check_url(self.proxy, ("http",))
        if self.authentication not in _LABELS:
            raise ValueError(f"unknown authentication {self.authentication!r}")
        if self.authentication == "certificate":
            if not self.client_certificate or not self.secure:
                raise ValueError("a client certificate needs its file and an https URL")
        else:
            self._check_account()
        if self.pinned_fingerprint:
            normal_fingerprint(self.pinned_fingerprint)
            if not self.secure:
                raise ValueError("a certificate can be pinned for an https URL only")

    def _check_account(self) -> None:
        # Without a password the NTLM client would silently try the ticket of whoever runs this program.
        with_ticket = self.authentication in _WITHOUT_PASSWORD and not self.password
        if not with_ticket and (not self.username or not self.password):
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
    def trust(self) -> TlsTrust | None:
        """Whom to believe to be the host; None without TLS."""
        if not self.secure:
            return None
        port = urlsplit(self.url).port or _HTTPS_PORT
        pin = normal_fingerprint(self.pinned_fingerprint) if self.pinned_fingerprint else ""
        return TlsTrust(self.host, port, self.ca_file, pin, self.proxy, self.certificate)

    @property
    def certificate(self) -> ClientCertificate | None:
        """What proves who we are, where that is a certificate."""
        if self.authentication != "certificate":
            return None
        return ClientCertificate(self.client_certificate, self.client_key, self.password)

    @property
    def operation_timeout(self) -> int:
        """Seconds that the host may work on one request, so that it says so before nobody waits any more."""
        return max(1, int(self.read_timeout * 5 / 6))

    @property
    def seals_messages(self) -> bool:
        """Whether the messages themselves have to be encrypted."""
        return self.authentication != "basic" and not self.secure

    @property
    def label(self) -> str:
        """The scheme, as it is written."""
        return _LABELS[self.authentication]

    @property
    def is_loopback(self) -> bool:
        """Whether nothing leaves this computer."""
        return is_loopback(self.host) and not self.proxy


def is_loopback(host: str) -> bool:
    """Whether a name or address is this computer's own, however the network is set up."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_url(url: str, schemes: tuple[str, ...]) -> None:
    parts = urlsplit(url)
    if parts.scheme not in schemes or not parts.hostname:
        raise ValueError(f"the address is no {' or '.join(schemes)} URL")
    _ = parts.port  # raises for one that is out of range
    if "@" in parts.netloc:
        raise ValueError("an account does not belong into a URL")


def connect(target: RemoteTarget) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if target.authentication == "basic" and not target.secure and not target.is_loopback:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")

    def open_session(way: RemoteTarget) -> Session:
        from gatepost.wsman.login.pywinrm_session import PywinrmSession

        return PywinrmSession(way)

    if target.authentication == "automatic":
        from gatepost.wsman.login.automatic import AutomaticLogin

        begin = AutomaticLogin(target, open_session).open_session
    else:
        begin = partial(open_session, target)
    endpoint = Endpoint(
        url=target.url,
        address=target.address or target.host,
        account="" if target.certificate else target.username,
        authentication=target.label,
        encrypted=target.secure or target.seals_messages,
        operation_timeout=target.operation_timeout,
    )
    return WsmanClient(RemoteWire(begin), endpoint)
