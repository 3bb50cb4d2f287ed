"""Formats of host lists: plain names, CSV, .rdp, .rdg, and Ansible inventories.

A reader gives what stands where a host belongs, and what is left out, with nothing of it that may be a secret.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.endpoints.text import BACKEND, Text

_SHOWN = 80  # characters of what was left out
_VALUE = re.compile(r"[=:]")  # what follows may be a password


@dataclass(frozen=True, slots=True)
class HostEntry:
    """Text in a host's place. ``port`` 0 and ``secure`` None: as the name itself says.

    ``likely`` False: it may as well be the beginning of a sentence.
    """

    line: int
    name: str
    port: int = 0
    secure: bool | None = None
    likely: bool = True


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line without a host; lines are counted from 1. ``excerpt`` is "" where it may hold a secret."""

    line: int
    excerpt: str
    reason: Text


Items = Iterator[HostEntry | SkippedLine]


def left_out(line: int, content: str, reason: Text) -> SkippedLine:
    """Return what is said of a part that is left out: its beginning, without a value."""
    name, *value = _VALUE.split(content.strip(), maxsplit=1)
    return SkippedLine(line, name[:_SHOWN] + ("…" if value or len(name) > _SHOWN else ""), reason)


def entries(content: str) -> Items:
    """Read a list in whichever format it has."""
    lines = content.splitlines()
    start = content.lstrip("\ufeff \t\r\n")
    if "<RDCMan" in content[:4096]:
        return _rdg(content)
    if any(_RDP.match(line) for line in lines):
        return _rdp(lines)
    if start.startswith(("{", "<")) or re.match(r"\[\s*[\"{]", start):
        return _unread(BACKEND.tr("JSON and XML files can't be read. List one host name on each line."))
    if _YAML.search(content):
        return _unread(BACKEND.tr("A YAML inventory can't be read. Use the INI format, or one host name on each line."))
    if any(_SECTION.fullmatch(line.strip()) for line in lines) or _ANSIBLE_VARIABLE.search(content):
        return _ansible(lines)
    table = _table(lines)
    return table if table is not None else _plain(lines)


def _unread(reason: Text) -> Items:
    yield SkippedLine(1, "", reason)


# Plain names

_URL = re.compile(r"(?i)https?://[^/=]+/[^=]*(?:\?PSVersion=[\d.]+)?\Z")  # as PowerShell writes it
_BETWEEN = re.compile(r"[,;\t]")
_SEVERAL_WORDS = BACKEND.tr("Only the first word is listed.")
NO_HOST = BACKEND.tr("Not a host name or address.")


def _plain(lines: list[str]) -> Items:
    for number, line in enumerate(lines, 1):
        for part in _BETWEEN.split(line.partition("#")[0]):
            parts = part.strip().strip("\"'").split()
            if not parts:
                continue
            if ("=" in part and not _URL.match(parts[0])) or (len(parts) > 1 and parts[0].endswith(":")):
                yield left_out(number, part, NO_HOST)
            elif len(parts) == 1:
                yield HostEntry(number, parts[0])
            else:
                yield HostEntry(number, parts[0], likely=False)
                yield SkippedLine(number, "", _SEVERAL_WORDS)


# CSV

_COLUMNS = (
    "dnshostname", "fqdn", "dnsname", "hostname", "computername", "computer", "servername", "server", "machinename",
    "machine", "host", "name", "nodename", "ipv4address", "ipaddress", "ip", "address",
)  # fmt: skip
_HEADING = BACKEND.tr("This is a column heading.")
_NO_COLUMN = BACKEND.tr("Only the first column is listed.")


def _table(lines: list[str]) -> Items | None:
    """Return the hosts of a table; None for a list that is none. Without a known heading, its first column is taken."""
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")
    ]
    if not rows:
        return None
    first = rows[0][1]
    delimiter = max(",;\t|", key=first.count)
    headings = [re.sub(r"[\W_]", "", cell).lower() for cell in _cells(first, delimiter)]
    known = [name for name in _COLUMNS if name in headings]
    if known and len(rows) > 1:
        return _columns(rows, delimiter, [headings.index(name) for name in known], has_heading=True)
    counts = {len(_cells(line, delimiter)) for _, line in rows}
    if len(rows) > 1 and len(counts) == 1 and counts != {1}:
        return _columns(rows, delimiter, [0], has_heading=False)
    return None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])]
    except csv.Error:  # a cell that is longer than any host
        return []


def _columns(rows: list[tuple[int, str]], delimiter: str, columns: list[int], *, has_heading: bool) -> Items:
    """Take of each row the first of the columns, the best one first, that holds something."""
    if has_heading:
        number, line = rows.pop(0)
        yield SkippedLine(number, _cells(line, delimiter)[columns[0]][:_SHOWN], _HEADING)
    elif rows:
        yield SkippedLine(rows[0][0], "", _NO_COLUMN)
    for number, line in rows:
        cells = _cells(line, delimiter)
        named = [cells[column] for column in columns if column < len(cells) and cells[column]]
        if named:
            yield HostEntry(number, named[0])


# Remote Desktop

_RDP = re.compile(r"full address:s:(.+)", re.IGNORECASE)
_NAME = re.compile(r"<name>([^<]*)</name>")


def _rdp(lines: list[str]) -> Items:
    for number, line in enumerate(lines, 1):
        if match := _RDP.match(line):
            yield HostEntry(number, _without_port(match.group(1).strip()))


def _rdg(content: str) -> Items:
    groups, *servers = content.split("<server>")
    line = groups.count("\n") + 1
    for server in servers:
        if name := _NAME.search(server.partition("</server>")[0]):
            at = line + server.count("\n", 0, name.start())
            yield HostEntry(at, _without_port(html.unescape(name.group(1)).strip()))
        line += server.count("\n")


def _without_port(address: str) -> str:
    """Remote Desktop's port is not that of WinRM."""
    return re.sub(r"^([^:]*|\[[^]]*\]):\d*$", r"\1", address)


# Ansible inventories in INI format

_SECTION = re.compile(r"\[[A-Za-z_][\w.-]*(?::(vars|children))?\]", re.ASCII)
_ANSIBLE_VARIABLE = re.compile(r"(?m)^[^#;\n]*\bansible_\w+\s*=")
_YAML = re.compile(r"(?m)^\s*hosts:\s*(#.*)?$|^\s*ansible_\w+:\s")
_WINRM_PORTS = (80, 443, 5985, 5986)
_GROUP = BACKEND.tr("Variables and groups aren't hosts.")
_RANGE = BACKEND.tr("Ranges of hosts aren't expanded.")


def _ansible(lines: list[str]) -> Items:
    names_hosts = True
    for number, line in enumerate(lines, 1):
        content = line.strip()
        if not content or content.startswith(("#", ";")):
            continue
        if section := _SECTION.fullmatch(content):
            names_hosts = section.group(1) is None
            if not names_hosts:
                yield SkippedLine(number, content[:_SHOWN], _GROUP)
        elif names_hosts:
            yield _ansible_host(number, content.split("#")[0].split())


def _ansible_host(number: int, parts: list[str]) -> HostEntry | SkippedLine:
    alias, *rest = parts
    variables = {name: value.strip("\"'") for name, equals, value in (word.partition("=") for word in rest) if equals}
    name = variables.get("ansible_host", variables.get("ansible_ssh_host", alias))
    if "=" in alias:
        return left_out(number, alias, NO_HOST)
    if "[" in name and ":" in name and not name.startswith("["):
        return left_out(number, alias.partition("[")[0] + "[", _RANGE)
    port = variables.get("ansible_port", "")
    scheme = variables.get("ansible_winrm_scheme", variables.get("ansible_psrp_protocol", "")).lower()
    return HostEntry(
        number,
        name,
        port=int(port) if port in map(str, _WINRM_PORTS) else 0,
        secure={"https": True, "http": False}.get(scheme),
        likely=variables.get("ansible_connection", "winrm") in ("winrm", "psrp"),
    )
