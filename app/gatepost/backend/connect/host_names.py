"""A list of hosts as people keep it: a text with one on each line, or several between commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gatepost.backend.connect.addresses import AddressError, HostAddress, parse_address
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text, text

MAX_OCTETS = 1024 * 1024
MAX_HOSTS = 1000
MAX_BAD_LINES = 100
_SHOWN = 80  # characters of a line that is no host
_BETWEEN = re.compile(r"[\s,;]+")
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line, counted from 1, that holds something else than hosts; ``said`` is the beginning of that."""

    number: int
    said: str
    why: Text


@dataclass(frozen=True, slots=True)
class HostNames:
    """``addresses`` in their order, each once. ``left_out`` hosts were too many."""

    addresses: tuple[HostAddress, ...]
    bad: tuple[BadLine, ...] = ()
    repeated: int = 0
    left_out: int = 0


def read_host_names(content: str) -> HostNames:
    """Read names, addresses, either with a port, and URLs; what follows a # is a comment."""
    found: dict[str, HostAddress] = {}
    bad: list[BadLine] = []
    repeated = left_out = 0
    for number, line in enumerate(content[:MAX_OCTETS].splitlines(), 1):
        for word in filter(None, _BETWEEN.split(line.partition("#")[0])):
            try:
                address = parse_address(word)
            except AddressError as error:
                if len(bad) < MAX_BAD_LINES:
                    bad.append(BadLine(number, word[:_SHOWN], error.reason))
                continue
            if address.key in found:
                repeated += 1
            elif len(found) == MAX_HOSTS:
                left_out += 1
            else:
                found[address.key] = address
    return HostNames(tuple(found.values()), tuple(bad), repeated, left_out)


def read_host_file(path: Path) -> HostNames:
    """Read such a list from a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises:
        HostError: it cannot be read, is larger than 1 MiB, or is no text.
    """
    try:
        with path.open("rb") as file:
            octets = file.read(MAX_OCTETS + 1)
    except OSError as error:
        raise HostError(
            text("{path} cannot be read.", path=path.name), text("{why}.", why=error.strerror or "It is no file")
        ) from error
    if len(octets) > MAX_OCTETS:
        raise HostError(text("{path} is larger than a list of hosts may be (1 MiB).", path=path.name))
    encoding = next((name for mark, name in _BOMS.items() if octets.startswith(mark)), "utf-8")
    try:
        content = octets.decode(encoding)
    except UnicodeError as error:
        raise HostError(
            text("{path} is no text.", path=path.name), text("A list of hosts has one name on each line.")
        ) from error
    if "\0" in content:
        raise HostError(text("{path} is no text.", path=path.name), text("A list of hosts has one name on each line."))
    return read_host_names(content)
