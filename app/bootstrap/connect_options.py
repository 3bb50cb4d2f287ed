"""The hosts that the command line names, as requests."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from app.backend.addresses import AddressError, HostAddress, parse_address
from app.backend.connections import Connection, ConnectionStore, ConnectRequest
from app.backend.folders import user_folders
from app.backend.schemes import SCHEMES

MAX_PASSWORD = 1024


class OptionError(Exception):
    """What is wrong with the arguments, in one line."""


def add_connect_options(parser: argparse.ArgumentParser) -> None:
    """Describe the options. A password is never one: every user of a computer can read the arguments of a program."""
    parser.add_argument(
        "--connect", action="append", default=[], metavar="HOST", help="connect to a host or its URL; may be repeated"
    )
    parser.add_argument("--auth", choices=[scheme.key for scheme in SCHEMES], help="authentication for --connect")
    parser.add_argument("--user", metavar="NAME", help="who logs on; else who did last time")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


def connect_requests(options: argparse.Namespace) -> tuple[ConnectRequest, ...]:
    """Return a request for each host; what is not given is as it was last time. Reads the password, if asked to.

    Raises:
        OptionError: an address that is none, an option without a host, or no password where one was promised.
    """
    if not options.connect:
        if options.auth or options.user or options.password_stdin:
            raise OptionError("--auth, --user and --password-stdin need --connect HOST")
        return ()
    addresses = [_address(typed) for typed in options.connect]
    password = _password() if options.password_stdin else ""
    known = ConnectionStore(user_folders().connections).load()
    return tuple(
        ConnectRequest(_connection(known.find(address.key), address, options), password) for address in addresses
    )


def _address(typed: str) -> HostAddress:
    try:
        return parse_address(typed)
    except AddressError as error:
        raise OptionError(f"--connect: {str(error.reason).rstrip('.')}") from error


def _connection(known: Connection | None, address: HostAddress, options: argparse.Namespace) -> Connection:
    connection = known or Connection(address, SCHEMES[0].key, "")
    return replace(
        connection,
        authentication=options.auth or connection.authentication,
        user=options.user or connection.user,
        remember=connection.remember and options.user in (None, connection.user),
    )


def _password() -> str:
    line = sys.stdin.readline(MAX_PASSWORD + 2) if sys.stdin is not None else ""
    password = line.rstrip("\r\n")
    if not password or len(password) > MAX_PASSWORD:
        raise OptionError("--password-stdin: there is no password on standard input")
    return password
