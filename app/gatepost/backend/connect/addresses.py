"""What a person types or pastes as a host, made into one address."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from gatepost.endpoints.text import Text, text
from gatepost.wsman.urls import is_loopback

HTTP_PORT, HTTPS_PORT = 5985, 5986  # what WinRM listens on unless told otherwise
MAX_PORT = 65535
MAX_TYPED, MAX_NAME = 2048, 253
_ALWAYS_SECURE = (HTTPS_PORT, 443)
_PATHS = ("", "/wsman")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII | re.IGNORECASE)  # Windows allows the underscore


class AddressError(ValueError):
    """What was typed is no host. ``reason`` says why, for people."""

    def __init__(self, reason: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class HostAddress:
    """A name or an address without brackets, a port from 1 to 65535, and whether TLS is used."""

    host: str
    port: int
    secure: bool = False

    @property
    def url(self) -> str:
        """The complete URL of the WS-Management service."""
        return f"{self.origin}/wsman"

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

    def with_secure(self, secure: bool) -> HostAddress:
        """Return the address with TLS or without; the usual port of one becomes the usual port of the other."""
        if secure == self.secure:
            return self
        ports = {HTTP_PORT: HTTPS_PORT} if secure else {HTTPS_PORT: HTTP_PORT}
        return replace(self, secure=secure, port=ports.get(self.port, self.port))

    @property
    def origin(self) -> str:
        """The URL without a path."""
        return f"{'https' if self.secure else 'http'}://{self._bracketed}:{self.port}"

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
        raise AddressError(text("Type the name or the address of a host."))
    if len(given) > MAX_TYPED:
        raise AddressError(text("This is too long for a host."))
    if "://" in given:
        return _from_url(given)
    return _from_host_and_port(given.removesuffix("/"), None)


def _from_url(given: str) -> HostAddress:
    scheme, _, rest = given.partition("://")
    if scheme.lower() not in ("http", "https"):
        raise AddressError(
            text("A URL of a host begins with http:// or https://, not with {scheme}://.", scheme=scheme)
        )
    try:
        parts = urlsplit(f"//{rest}")
    except ValueError as error:
        raise AddressError(text("This is no valid URL.")) from error
    if parts.query or parts.fragment or parts.path.rstrip("/").lower() not in _PATHS:
        raise AddressError(text("WinRM answers under /wsman; {path} is another page.", path=parts.path or "/?"))
    return _from_host_and_port(parts.netloc, scheme.lower() == "https")


def _from_host_and_port(given: str, secure: bool | None) -> HostAddress:
    if "@" in given or "\\" in given:
        raise AddressError(text("Only the host belongs here. The account has a field of its own."))
    host, port = _split(given)
    if secure is None:
        secure = port in _ALWAYS_SECURE
    return HostAddress(_host(host), port or (HTTPS_PORT if secure else HTTP_PORT), secure)


def _split(given: str) -> tuple[str, int | None]:
    """Part host and port; an IPv6 address without brackets has no port."""
    if given.startswith("["):
        host, closed, rest = given[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")) or ":" not in host:
            raise AddressError(text("Brackets hold an IPv6 address, as in [2001:db8::1]:5985."))
        return host, _port(rest[1:]) if rest else None
    if given.count(":") > 1:
        return given, None
    host, colon, port = given.partition(":")
    return host, _port(port) if colon else None


def _port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 5 and 1 <= int(given) <= MAX_PORT):
        raise AddressError(
            text("A port is a number from 1 to {most}, not {given}.", most=MAX_PORT, given=given or '""')
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
            raise AddressError(text("{given} is no complete IPv4 address.", given=given)) from error
    return name


def _ipv6(given: str) -> str:
    if "%" in given:
        raise AddressError(text("An IPv6 address with a zone ({given}) cannot be used. Use a name.", given=given))
    try:
        return str(ipaddress.IPv6Address(given))
    except ValueError as error:
        raise AddressError(text("{given} is no IPv6 address.", given=given)) from error


def _no_host(given: str) -> AddressError:
    return AddressError(text("{given} is no name of a host.", given=given))
