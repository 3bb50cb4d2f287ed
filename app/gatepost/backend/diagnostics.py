"""Diagnostics file for a bug report: versions, settings, the end of the log, and figures of the journal.

It holds no secret, no descriptor and no reason; names of hosts and users only where that was asked for.
"""

from __future__ import annotations

import json
import platform
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.failures.scrubbing import REMOVED, scrubbed, whole_names
from gatepost.backend.files.atomic_write import save_file
from gatepost.backend.files.folders import Folders
from gatepost.backend.files.settings import SettingsStore
from gatepost.backend.journal.journal import own_account
from gatepost.backend.journal.rows import cell_text, decoded

LOG_OCTETS = 256 * 1024
_URL = re.compile(rf"https?://(?:{re.escape(REMOVED)}@)?(\[[0-9a-fA-F:.]+\]|[\w.-]+)")
_NAMES_OF_NOBODY = ("root", "administrator", "localhost")
_SHORTEST_NAME = 2  # a name of one letter would be found in every word


def save_diagnostics(target: Path, folders: Folders, versions: str, *, with_names: bool) -> None:
    """Write a ZIP archive of text files. ``versions`` is put into it as it is.

    Raises:
        HostError: the file cannot be written; what was there before is still there.
    """
    known = ConnectionStore(folders.connections).load()
    settings = SettingsStore(folders.settings).load()
    parts = {
        "versions.txt": versions,
        "settings.json": json.dumps(asdict(settings.settings), indent=1) + f"\n{settings.problem}".rstrip(),
        "connections.txt": "\n".join([*map(_line, known.connections), str(known.problem)]),
        "journal.txt": "\n".join(_journal(folders.journal)),
        "log.txt": scrubbed(_log(folders)),
    }
    urls = {match[1].strip("[]") for content in parts.values() for match in _URL.finditer(content)}
    names = {} if with_names else _aliases(urls, known.connections, folders.journal)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, _masked(content, names))
    save_file(target, packed.getvalue())


def _line(connection: Connection) -> str:
    kept = "password remembered" if connection.remember else "password not remembered"
    return f"{connection.address.url} {connection.authentication}, {kept}"


def _log(folders: Folders) -> str:
    """The end of the logs, of several windows one after the other."""
    lines: list[str] = []
    remaining = LOG_OCTETS
    for log in reversed(folders.all_logs()):
        octets = _tail(log, remaining)
        remaining -= len(octets)
        lines.insert(0, octets.decode("utf-8", "replace"))
        if remaining <= 0:
            break
    return "\n".join(lines) or "no log"


def _tail(log: Path, most: int) -> bytes:
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - most))
            return file.read(most)
    except OSError as error:
        return f"{log.name} cannot be read: {type(error).__name__}\n".encode()


def _journal(path: Path) -> Iterator[str]:
    """Schema and counts: what a journal says of hosts stays in it."""
    try:
        with closing(_read_only(path)) as journal:
            yield f"integrity: {journal.execute('PRAGMA quick_check(1)').fetchone()[0]}"
            for name, schema in _tables(journal):
                count = journal.execute(f"SELECT COUNT(*) FROM {_quoted(name)}").fetchone()[0]  # noqa: S608 - quoted
                yield f"{schema}\n{name}: {count} rows"
            if "write" in dict(_tables(journal)):
                for kind, outcome, count in journal.execute(
                    "SELECT kind, COALESCE(outcome, 'not known'), COUNT(*) FROM write GROUP BY 1, 2"
                ):
                    yield f"{kind}, {outcome}: {count}"
    except (sqlite3.Error, OSError) as error:
        yield f"no journal: {type(error).__name__}: {error}"


def _tables(journal: sqlite3.Connection) -> list[tuple[str, str]]:
    return journal.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _read_only(path: Path) -> sqlite3.Connection:
    journal = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=2)
    journal.text_factory = decoded
    return journal


def _aliases(hosts: set[str], connections: Iterable[Connection], journal: Path) -> dict[str, str]:
    """Return what stands for each name of a host or user, by the name in lower case."""
    hosts = hosts | {connection.address.host for connection in connections}
    users = {connection.user for connection in connections}
    try:
        with closing(_read_only(journal)) as opened:
            for host, account in opened.execute("SELECT DISTINCT host_name, account FROM write"):
                hosts.add(cell_text(host))
                users.add(cell_text(account))
    except sqlite3.Error:
        pass  # the journal's own part says why
    hosts.add(platform.node())
    users.add(own_account())
    # DOMAIN\user and user@domain: each part may stand alone.
    users |= {part for user in users for part in re.split(r"[\\@]", user)}
    named = [(host, f"host-{number}") for number, host in enumerate(sorted(hosts), 1)]
    named += [(user, f"user-{number}") for number, user in enumerate(sorted(users), 1)]
    return {
        name.lower(): alias
        for name, alias in named
        if len(name) >= _SHORTEST_NAME and name.lower() not in _NAMES_OF_NOBODY
    }


def _home() -> re.Pattern[str]:
    r"""How this user's home is written: with slashes by Qt, with doubled backslashes in Python's messages, in any case."""
    parts = re.split(r"[\\/]", str(Path.home()))
    return re.compile(r"[\\/]+".join(map(re.escape, parts)) + r"(?!\w)", re.IGNORECASE)


def _masked(content: str, aliases: dict[str, str]) -> str:
    """Put the aliases in, and take out where this user's home is, which names the user."""
    content = _home().sub("~", content)
    if not aliases:
        return content
    return whole_names(aliases).sub(lambda match: aliases[match[0].lower()], content)
