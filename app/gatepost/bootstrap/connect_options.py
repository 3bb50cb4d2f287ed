"""Hosts of the command line, as connection requests."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from typing_extensions import override

from gatepost.backend.connect.addresses import AddressError, HostAddress, is_host_name, parse_address
from gatepost.backend.connect.connections import AUTOMATIC, Connection, ConnectionStore, ConnectRequest
from gatepost.backend.connect.schemes import SCHEMES
from gatepost.backend.files.folders import user_folders
from gatepost.backend.files.settings import CONNECT_SECONDS, PROXY_INVALID, Settings, SettingsStore, is_proxy
from gatepost.bootstrap.password_input import PasswordInput, PasswordInputError
from gatepost.endpoints.visible import hidden_character

_PER_HOST = "--auth, --user, --password-stdin, --ca, --cert, --verify-as and --proxy"
_RULE = (
    f"{_PER_HOST} apply to every host if they come before the first --connect, otherwise to the host that they follow. "
    "For an option that you leave out, the value of your last connection to the host is used."
)
_CERTIFICATE = "certificate"


class OptionError(Exception):
    """The arguments are wrong; the message is one line."""


@dataclass(frozen=True, slots=True)
class HostOptions:
    """Options of one host, "" where not given; ``host`` "" is for all hosts."""

    host: str = ""
    auth: str = ""
    user: str = ""
    ca: str = ""
    cert: str = ""
    proxy: str = ""
    verify_as: str = ""
    password_stdin: bool = False


class _Host(argparse.Action):
    """Begins another host."""

    @override
    def __call__(self, parser: object, namespace: argparse.Namespace, values: Any, option: object = None) -> None:
        common, *hosts = namespace.hosts
        namespace.hosts = (common, *hosts, replace(common, host=str(values)))


class _Option(argparse.Action):
    """Belongs to the host before it, or to all of them."""

    @override
    def __call__(self, parser: object, namespace: argparse.Namespace, values: Any, option: object = None) -> None:
        *before, last = namespace.hosts
        value = True if self.nargs == 0 else str(values)
        namespace.hosts = (*before, replace(last, **{self.dest: value}))


class _NoPassword(argparse.Action):
    """Refuses a password as an argument, without repeating it."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        parser.error("--password: a password is never an argument. Use --password-stdin, or the dialog")


def add_connect_options(parser: argparse.ArgumentParser) -> None:
    """Describe the options. A password is never one: every user of a computer can read the arguments of a program."""
    group = parser.add_argument_group("hosts", _RULE)
    parser.set_defaults(hosts=(HostOptions(),))
    quiet = argparse.SUPPRESS  # they are all in ``hosts``
    group.add_argument(
        "--connect", action=_Host, default=quiet, metavar="HOST", help="host or URL to connect to; can be repeated"
    )
    schemes = [scheme.key for scheme in SCHEMES]
    group.add_argument("--auth", action=_Option, default=quiet, choices=schemes, help="authentication")
    group.add_argument("--user", action=_Option, default=quiet, metavar="NAME", help="account to log on with")
    group.add_argument(
        "--password-stdin",
        action=_Option,
        default=quiet,
        nargs=0,
        help="read the password from standard input: one line, in UTF-8",
    )
    group.add_argument("--password", action=_NoPassword, nargs="?", default=quiet, help=quiet)
    group.add_argument(
        "--ca",
        action=_Option,
        default=quiet,
        metavar="FILE",
        help="trust only these certificate authorities (PEM, DER or PKCS #7)",
    )
    group.add_argument(
        "--cert", action=_Option, default=quiet, metavar="FILE",
        help="log on with this client certificate and its key (PEM or PKCS #12); the password is then the key's",
    )  # fmt: skip
    group.add_argument(
        "--verify-as", action=_Option, default=quiet, metavar="NAME",
        help="the name in the host's certificate or SPN, if it isn't the one that you connect to",
    )  # fmt: skip
    group.add_argument(
        "--proxy", action=_Option, default=quiet, metavar="URL", help="connect through this HTTP proxy, with CONNECT"
    )
    most = CONNECT_SECONDS[-1]
    group.add_argument(
        "--timeout", type=int, choices=CONNECT_SECONDS, metavar="SECONDS",
        help=f"how long a host may take to accept the connection, for this run: 1 to {most}",
    )  # fmt: skip


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings, with what the options say for this run."""
    settings = SettingsStore(user_folders().settings).load().settings
    return replace(settings, connect_seconds=options.timeout) if options.timeout else settings


def connect_requests(options: argparse.Namespace) -> tuple[ConnectRequest, ...]:
    """Return a request for each host. Reads the passwords, if asked to: one line for all, or one for each.

    Raises:
        OptionError: an address that is none, an option that does not go with its host, no password where one was
            promised, or the file that says what protects the hosts cannot be read.
    """
    hosts: Sequence[HostOptions]
    common, *hosts = options.hosts
    if not hosts:
        if common != HostOptions():
            raise OptionError(f"{_PER_HOST} need --connect HOST")
        return ()
    addresses = [_address(host.host) for host in hosts]
    passwords = _passwords(common, hosts)
    known = ConnectionStore(user_folders().connections).load()
    if known.protections_lost:  # which of the hosts is protected, and from what, is not known
        raise OptionError(str(known.problem))
    return tuple(
        ConnectRequest(_connection(known.find(address.key), address, host), password)
        for address, host, password in zip(addresses, hosts, passwords, strict=True)
    )


def _address(typed: str) -> HostAddress:
    try:
        return parse_address(typed)
    except AddressError as error:
        raise OptionError(f"--connect: {str(error.reason).rstrip('.')}") from error


def _connection(known: Connection | None, address: HostAddress, given: HostOptions) -> Connection:
    connection = known or Connection(AUTOMATIC, "", address)
    _check(connection, address, given)
    return replace(
        connection,
        address=address,
        authentication=_CERTIFICATE if given.cert else given.auth or connection.authentication,
        user="" if given.cert else given.user or connection.user,
        ca_file=given.ca or connection.ca_file,
        client_certificate=given.cert or connection.client_certificate,
        client_key="" if given.cert else connection.client_key,
        proxy=given.proxy or connection.proxy,
        verify_as=given.verify_as or connection.verify_as,
        remember=connection.remember and not given.cert and given.user in ("", connection.user),
    )


def _check(connection: Connection, address: HostAddress, given: HostOptions) -> None:
    if given.ca and not address.secure:
        raise OptionError(f"--ca requires HTTPS, and the protocol for {address.label} is HTTP")
    if given.ca and connection.pinned_fingerprint:
        raise OptionError(
            f"--ca: one certificate of {address.label} is trusted and no other. Forget it in the connect dialog first"
        )
    if given.cert and not address.secure:
        raise OptionError(f"--cert requires HTTPS, and the protocol for {address.label} is HTTP")
    if given.cert and (given.user or given.auth not in ("", _CERTIFICATE)):
        raise OptionError("--cert stands for --auth certificate and takes no --user")
    if hidden := hidden_character(given.user):
        raise OptionError(f"--user: contains an invisible character ({hidden})")
    if given.verify_as and not is_host_name(given.verify_as):
        raise OptionError("--verify-as: enter a host name")
    if given.proxy and not is_proxy(given.proxy):
        raise OptionError(f"--proxy: {str(PROXY_INVALID).rstrip('.')}")


def _passwords(common: HostOptions, hosts: Sequence[HostOptions]) -> list[str]:
    """Read one line for all hosts, or one for each that asks for it; "" for those that do not."""
    lines = PasswordInput(sys.stdin.buffer if sys.stdin is not None else None)
    try:
        if common.password_stdin:
            return [lines.read()] * len(hosts)
        return [lines.read() if host.password_stdin else "" for host in hosts]
    except PasswordInputError as error:
        raise OptionError(f"--password-stdin: {error}") from error
