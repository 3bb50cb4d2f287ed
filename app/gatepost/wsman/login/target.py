"""Target of a logon: a host, how to get there, and as whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from gatepost.wsman.certificates import normal_fingerprint
from gatepost.wsman.connection_options import ConnectionOptions
from gatepost.wsman.host_urls import check_host_url, is_loopback, is_proxy
from gatepost.wsman.http.client_certificate import ClientCertificate
from gatepost.wsman.http.tls import TlsTrust
from gatepost.wsman.limits import MAX_REPLY_OCTETS
from gatepost.wsman.schemes import SCHEMES, Scheme, missing, scheme_of

_HTTPS_PORT = 443


@dataclass(frozen=True, slots=True)
class RemoteTarget(ConnectionOptions):
    """The account to log on with, and the host. ``url`` is complete: ``http://SRV01:5985/wsman``.

    ``password`` is the account's, or the passphrase of the key where a certificate proves who we are.

    ``address`` is the host as the user wrote it, by default the URL's. Timeouts are seconds: ``connect_timeout`` until
    the host has accepted and again for TLS, ``read_timeout`` for silence, ``exchange_timeout`` for a whole answer,
    however it trickles in. ``max_reply`` is octets per exchange.

    Kerberos without a password uses the ticket that there is, of ``username`` where one is given; with one it gets a
    ticket of its own. Automatic is Kerberos where there can be a ticket, else NTLM.

    Raises:
        ValueError: the URL is not http or https, carries a user or password, or has a port out of range; the user,
            password or certificate that the scheme needs is missing; a certificate or fingerprint is malformed, or
            comes with an http URL.
    """

    password: str = field(repr=False)
    url: str
    address: str = ""
    connect_timeout: float = 10.0
    read_timeout: float = 60.0
    exchange_timeout: float = 120.0
    max_reply: int = MAX_REPLY_OCTETS

    def __post_init__(self) -> None:
        """Check what can be checked without a network."""
        check_host_url(self.url)
        if self.proxy and not is_proxy(self.proxy):
            raise ValueError("the proxy is not an http URL with a port and without an account")
        if self.authentication not in {scheme.key for scheme in SCHEMES}:
            raise ValueError(f"unknown authentication {self.authentication!r}")
        if missing(
            self.scheme,
            self.name,
            self.user,
            has_password=bool(self.password),
            has_certificate=bool(self.client_certificate),
        ):
            raise ValueError("an account needs a user name and a password, or a certificate with its file")
        if self.scheme.certificate and not self.secure:
            raise ValueError("a client certificate needs an https URL")
        if self.pinned_fingerprint:
            normal_fingerprint(self.pinned_fingerprint)
            if not self.secure:
                raise ValueError("a certificate can be pinned for an https URL only")

    @property
    def host(self) -> str:
        """The name or address in the URL, without brackets."""
        return unquote(urlsplit(self.url).hostname or "")  # an IPv6 zone is written as %25

    @property
    def name(self) -> str:
        """What the host has to prove that it is, by its certificate or its SPN."""
        return self.verify_as or self.host

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
        return TlsTrust(self.host, port, self.own_certificate, **self.tls_options)

    @property
    def own_certificate(self) -> ClientCertificate | None:
        """What proves who we are, where that is a certificate."""
        if not self.scheme.certificate:
            return None
        return ClientCertificate(self.client_certificate, self.client_key, key_passphrase=self.password)

    @property
    def operation_timeout(self) -> int:
        """Seconds that the host may work on one request, so that it answers before the wait ends."""
        return max(1, int(self.read_timeout * 5 / 6))

    @property
    def seals_messages(self) -> bool:
        """Whether the messages themselves have to be encrypted."""
        return self.scheme.seals and not self.secure

    @property
    def scheme(self) -> Scheme:
        """The row of the authentication in the table of schemes."""
        return scheme_of(self.authentication)

    @property
    def label(self) -> str:
        """The scheme, as it is written."""
        return self.scheme.label

    @property
    def stays_here(self) -> bool:
        """Whether nothing leaves this computer."""
        return is_loopback(self.host) and not self.proxy
