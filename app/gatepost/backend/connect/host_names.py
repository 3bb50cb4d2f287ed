"""Reading a list of hosts. Nothing in it is contacted before the user has seen it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from gatepost.backend.connect.addresses import ALWAYS_SECURE, AddressError, HostAddress, parse_address
from gatepost.backend.connect.host_list_formats import NO_HOST, HostEntry, SkippedLine, entries, left_out
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND

MAX_OCTETS = 1024 * 1024
MAX_HOSTS = 1000
MAX_LEFT_OUT = 100
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class ListedHost:
    """A host of a list. ``likely``: it stands where the list has its hosts, so it is selected at first."""

    address: HostAddress
    likely: bool = True


@dataclass(frozen=True, slots=True)
class HostNames:
    """``hosts`` in their order, each once. ``too_many`` are those beyond the 1,000 that a list may have."""

    hosts: tuple[ListedHost, ...]
    left_out: tuple[SkippedLine, ...] = ()
    repeated: int = 0
    too_many: int = 0


def read_host_names(content: str) -> HostNames:
    """Read the hosts that a text names, in any of the formats of ``host_list_formats``."""
    hosts: dict[str, ListedHost] = {}
    omitted: list[SkippedLine] = []
    repeated = too_many = 0
    for item in entries(content[:MAX_OCTETS]):
        host = _host(item) if isinstance(item, HostEntry) else item
        if isinstance(host, SkippedLine):
            omitted.append(host)
        elif host.address.key in hosts:
            repeated += 1
        elif len(hosts) == MAX_HOSTS:
            too_many += 1
        else:
            hosts[host.address.key] = host
    return HostNames(tuple(hosts.values()), tuple(omitted[:MAX_LEFT_OUT]), repeated, too_many)


def _host(entry: HostEntry) -> ListedHost | SkippedLine:
    try:
        address = parse_address(entry.name)
    except AddressError:  # its reason repeats what was read
        return left_out(entry.line, entry.name, NO_HOST)
    if entry.secure is not None:
        address = address.with_secure(secure=entry.secure)
    if entry.port:
        address = replace(address, port=entry.port, secure=address.secure or entry.port in ALWAYS_SECURE)
    return ListedHost(address, entry.likely)


def read_host_file(path: Path) -> HostNames:
    """Read such a list from a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises:
        HostError: it cannot be read, is larger than 1 MiB, or is not text.
    """
    try:
        with path.open("rb") as file:
            octets = file.read(MAX_OCTETS + 1)
    except OSError as error:
        raise HostError(
            BACKEND.tr("Can't read {path}.", path=path.name),
            BACKEND.tr("{why}.", why=error.strerror or type(error).__name__),
        ) from error
    if len(octets) > MAX_OCTETS:
        raise HostError(BACKEND.tr("{path} is larger than 1 MiB.", path=path.name))
    encoding = next((name for mark, name in _BOMS.items() if octets.startswith(mark)), "utf-8")
    try:
        content = octets.decode(encoding)
        if "\0" in content:
            raise ValueError("no text")
    except ValueError as error:
        raise HostError(
            BACKEND.tr("{path} isn't a text file.", path=path.name), BACKEND.tr("List one host name on each line.")
        ) from error
    return read_host_names(content)
