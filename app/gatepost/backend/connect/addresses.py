"""Host addresses: reading what a user types or pastes."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from gatepost.endpoints.text import BACKEND, Text
from gatepost.endpoints.visible import hidden_character, visible
from gatepost.wsman.host_urls import is_loopback

HTTP_PORT, HTTPS_PORT = 5985, 5986  # what WinRM listens on unless told otherwise
MAX_PORT = 65535
MAX_TYPED, MAX_NAME = 2048, 253
ALWAYS_SECURE = (HTTPS_PORT, 443)
WSMAN_PATH = "/wsman"
_PATH = re.compile(r"(/[\w.~-]+)+", re.ASCII)
_PS_VERSION = re.compile(r"PSVersion=[\w.+-]*", re.ASCII | re.IGNORECASE)  # PowerShell adds it; the service ignores it
_ZONE = re.compile(r"[\w.~-]{1,64}", re.ASCII)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII | re.IGNORECASE)  # Windows allows the underscore


class AddressError(ValueError):
    """The text is not a host address. ``reason`` says why, for people."""

    def __init__(self, reason: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class HostAddress:
    """A name or an address without brackets, a port from 1 to 65535, and whether TLS is used.

    An IPv6 address may have a zone ("fe80::1%eth0"). ``path`` is the URL prefix of the listener.
    """

    host: str
    port: int
    secure: bool = False
    path: str = WSMAN_PATH

    @property
    def url(self) -> str:
        """The complete URL of the WS-Management service."""
        return f"{self.origin}{self.path}"

    @property
    def key(self) -> str:
        """The same for every way to write this address."""
        return self.origin.lower()

    @property
    def label(self) -> str:
        """The host for people; its port where that is not the usual one."""
        usual = HTTPS_PORT if self.secure else HTTP_PORT
        return self.host if self.port == usual else f"{self._bracketed}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether nothing leaves this computer."""
        return is_loopback(self.host)

    def with_secure(self, *, secure: bool) -> HostAddress:
        """Return the address with TLS or without; the usual port of one becomes the usual port of the other."""
        if secure == self.secure:
            return self
        ports = {HTTP_PORT: HTTPS_PORT} if secure else {HTTPS_PORT: HTTP_PORT}
        return replace(self, secure=secure, port=ports.get(self.port, self.port))

    @property
    def origin(self) -> str:
        """The URL without a path."""
        host = self._bracketed.replace("%", "%25")  # RFC 6874
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def parse_address(typed: str) -> HostAddress:
    """Read a name, an IPv4 or IPv6 address, each with a port or without, or a URL.

    Without a port it is WinRM's own, in a URL too; TLS is chosen by the scheme, else by the ports 5986 and 443.

    Raises:
        AddressError: it is none of these.
    """
    given = typed.strip()
    if not given:
        raise AddressError(BACKEND.tr("Enter a host name or address."))
    if len(given) > MAX_TYPED:
        raise AddressError(BACKEND.tr("This is too long for a host name."))
    if hidden := hidden_character(given):  # an international name would lose it, and be another one
        raise AddressError(
            BACKEND.tr(
                '"{given}" contains an invisible character ({code}). Delete it.', given=visible(given), code=hidden
            )
        )
    if "://" in given:
        return _from_url(given)
    return _from_host_and_port(given.removesuffix("/"), secure=None)


def is_host_name(typed: str) -> bool:
    """Whether this is a name or an address, and nothing else."""
    try:
        return parse_address(typed).host.lower() == typed.strip().lower()
    except AddressError:
        return False


def _from_url(given: str) -> HostAddress:
    scheme, _, rest = given.partition("://")
    if scheme.lower() not in ("http", "https"):
        raise AddressError(
            BACKEND.tr("A URL must begin with http:// or https://, not with {scheme}://.", scheme=scheme)
        )
    try:
        parts = urlsplit(f"//{rest}")
    except ValueError as error:
        raise AddressError(BACKEND.tr("This isn't a valid URL.")) from error
    path = parts.path.rstrip("/") or WSMAN_PATH
    if parts.fragment or (parts.query and not _PS_VERSION.fullmatch(parts.query)) or not _PATH.fullmatch(path):
        raise AddressError(
            BACKEND.tr("This isn't the URL of a WinRM listener. Enter one such as http://srv01:5985/wsman.")
        )
    address = _from_host_and_port(re.sub(r"%25(?=[^]])", "%", parts.netloc), secure=scheme.lower() == "https")
    return replace(address, path=WSMAN_PATH if path.lower() == WSMAN_PATH else path)


def _from_host_and_port(given: str, *, secure: bool | None) -> HostAddress:
    if "@" in given or "\\" in given:
        raise AddressError(BACKEND.tr("Enter the host only. Enter the account under User."))
    host, port = _split(given)
    if secure is None:
        secure = port in ALWAYS_SECURE
    return HostAddress(_host(host), port or (HTTPS_PORT if secure else HTTP_PORT), secure)


def _split(given: str) -> tuple[str, int | None]:
    """Part host and port; an IPv6 address without brackets has no port."""
    if given.startswith("["):
        host, closed, rest = given[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")) or ":" not in host:
            raise AddressError(BACKEND.tr("Use brackets only for an IPv6 address, as in [2001:db8::1]:5985."))
        return host, _port(rest[1:]) if rest else None
    if given.count(":") > 1:
        return given, None
    host, colon, port = given.partition(":")
    return host, _port(port) if colon else None


def _port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 5 and 1 <= int(given) <= MAX_PORT):
        raise AddressError(
            BACKEND.tr('"{given}" isn\'t a valid port. Enter a number from 1 to {most}.', most=MAX_PORT, given=given)
        )
    return int(given)


def _host(given: str) -> str:
    if ":" in given:
        return _ipv6(given)
    try:
        name = given if given.isascii() else given.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _no_host(given) from error
    labels = name.removesuffix(".").split(".")
    if len(name) > MAX_NAME or not all(_LABEL.fullmatch(label) for label in labels):
        raise _no_host(given)
    if labels[-1].isdigit():  # no name ends in a number: it is meant as an IPv4 address
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise AddressError(BACKEND.tr('"{given}" isn\'t a valid IPv4 address.', given=given)) from error
    return name


def _ipv6(given: str) -> str:
    address, percent, zone = given.partition("%")
    try:
        if percent and not _ZONE.fullmatch(zone):
            raise ValueError("no zone")
        return f"{ipaddress.IPv6Address(address)}{percent}{zone}"
    except ValueError as error:
        raise AddressError(BACKEND.tr('"{given}" isn\'t a valid IPv6 address.', given=given)) from error


def _no_host(given: str) -> AddressError:
    return AddressError(BACKEND.tr('"{given}" isn\'t a valid host name.', given=given))
