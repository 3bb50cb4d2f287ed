"""The file for a report of a fault: what is in it, and above all what is not."""

from __future__ import annotations

import os
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.diagnostics import LOG_OCTETS, save_diagnostics
from gatepost.backend.files.folders import Folders
from gatepost.backend.files.settings import Settings, SettingsStore
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.errors import HostError
from tests.backend.journals import start
from tests.endpoints.documents import HOST

SECRETS = ("hunter2", "correct horse", "aHVudGVyMg==")
LOG = """\
2026-01-01 10:00:00 WARNING app.x: SRV01.contoso.com did not take password=hunter2
2026-01-01 10:00:01 ERROR app.x: <p:RunAsPassword>correct horse</p:RunAsPassword>
2026-01-01 10:00:02 ERROR app.x: Authorization: Basic aHVudGVyMg==
2026-01-01 10:00:03 ERROR app.x: http://admin:hunter2@other.lab:5985/wsman was given by CONTOSO\\Alice, alice, in {home}
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = Folders(tmp_path / "data", tmp_path / "data" / "log")
    folders.logs.mkdir(parents=True)
    folders.log.write_text(LOG.format(home=Path.home() / "x"), "utf-8")
    ConnectionStore(folders.connections).note(
        Connection("ntlm", "CONTOSO\\Alice", parse_address("https://srv01.contoso.com"), remember=True)
    )
    SettingsStore(folders.settings).change(Settings(), replace(Settings(), theme="dark", proxy="http://gate.lab:3128"))
    return folders


def contents(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def saved(folders: Folders, *, with_names: bool = False) -> dict[str, str]:
    target = folders.data / "diagnostics.zip"
    save_diagnostics(target, folders, "Gatepost 1.2.3", with_names=with_names)
    return contents(target)


def test_what_a_report_needs_is_in_it(folders: Folders, bench) -> None:
    bench.apply(set_access_mode(bench.list(), ["microsoft.powershell"], AccessMode.LOCAL))
    found = saved(replace(folders, data=bench.folder))
    assert found["versions.txt"] == "Gatepost 1.2.3"
    assert "CREATE TABLE" in found["journal.txt"]
    assert "write: 1 rows" in found["journal.txt"]
    assert "endpoint, changed: 1" in found["journal.txt"]
    everything = "\n".join(found.values())
    for kept_back in ("CHG-1", "O:NSG:BAD", bench.host.identity.account):
        assert kept_back not in everything


def test_who_only_the_history_knows_is_not_in_the_log_either(folders: Folders) -> None:
    start(Journal(folders.journal), host=replace(HOST, account="LAB\\nina.ops"))
    folders.log.write_text("nina.ops was refused", "utf-8")
    assert re.fullmatch(r"user-\d+ was refused", saved(folders)["log.txt"])


@pytest.mark.parametrize("with_names", [False, True])
def test_no_secret_is_in_it(folders: Folders, with_names: bool) -> None:
    everything = "\n".join(saved(folders, with_names=with_names).values())
    assert [secret for secret in SECRETS if secret in everything] == []
    assert "10:00:03" in everything
    assert str(Path.home()) not in everything


def test_names_are_in_it_only_where_asked_for(folders: Folders) -> None:
    assert '"theme": "dark"' in saved(folders)["settings.json"]
    assert "5986/wsman ntlm, password remembered" in saved(folders)["connections.txt"]
    named = "\n".join(saved(folders, with_names=True).values())
    hidden = "\n".join(saved(folders).values())
    for name in ("srv01.contoso.com", "SRV01.contoso.com", "CONTOSO\\Alice", "gate.lab", "other.lab"):
        assert name in named
        assert name.lower() not in hidden.lower()
    assert "alice" not in hidden.lower()
    assert "https://host-" in hidden


@pytest.mark.parametrize(
    "written",
    [
        r"C:\Users\jo.doe\x",
        r"'C:\\Users\\jo.doe\\secret.pem'",
        "C:/Users/jo.doe/x",
        r"c:\USERS\Jo.Doe",
        r'{"ca": "C:\\\\Users\\\\jo.doe"}',
        "file:///C:/Users/jo.doe",
    ],
)
def test_no_spelling_of_a_windows_home_names_the_user(folders: Folders, monkeypatch, written: str) -> None:
    monkeypatch.setattr(Path, "home", lambda: PureWindowsPath(r"C:\Users\jo.doe"))
    folders.log.write_text(f"cannot open {written} now\nC:/Users/jo.doesky stays", "utf-8")
    log = saved(folders, with_names=True)["log.txt"]
    assert "jo.doe" not in log.replace("jo.doesky", "").lower()
    assert "~" in log
    assert "jo.doesky" in log


def test_who_runs_the_program_and_where_is_not_in_it(folders: Folders, monkeypatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "WKS-0815")
    monkeypatch.setattr("getpass.getuser", lambda: "jo.doe")
    folders.log.write_text("wks-0815: jo.doe started", "utf-8")
    assert re.fullmatch(r"host-\d+: user-\d+ started", saved(folders)["log.txt"])
    assert saved(folders, with_names=True)["log.txt"] == "wks-0815: jo.doe started"


def test_the_logs_of_two_windows_are_in_it(folders: Folders) -> None:
    other = folders.logs / "gatepost-1.log"
    other.write_text("of the other window", "utf-8")
    os.utime(other, (0, 0))
    assert saved(folders)["log.txt"].startswith("of the other window\n2026-01-01")


def test_only_the_end_of_a_long_log_is_taken(folders: Folders) -> None:
    folders.log.write_bytes(b"first line\n" + b"x" * LOG_OCTETS + b"\nlast line\n")
    log = saved(folders)["log.txt"]
    assert "last line" in log
    assert "first line" not in log


def test_what_is_missing_or_damaged_is_said_in_it(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "log")
    folders.journal.write_bytes(b"no database at all" * 100)
    folders.connections.write_text("{")
    folders.settings.write_text("{")
    found = saved(folders)
    assert "no journal" in found["journal.txt"]
    assert "Can't read" in found["connections.txt"]
    assert "Can't read" in found["settings.json"]
    assert "no log" in found["log.txt"]
    assert not (tmp_path / "log").exists()


def test_a_place_that_cannot_be_written_is_an_error_for_people(folders: Folders) -> None:
    with pytest.raises(HostError, match="Can't save"):
        save_diagnostics(folders.data / ("x" * 300), folders, "", with_names=False)


@pytest.mark.parametrize("odd", ["CAST(x'fffe' AS TEXT)", "x'fffe'", "7"])
def test_an_odd_row_of_the_journal_leaves_no_name_unmasked(folders: Folders, bench, odd: str) -> None:
    bench.apply(set_access_mode(bench.list(), ["microsoft.powershell"], AccessMode.LOCAL))
    with closing(sqlite3.connect(bench.folder / folders.journal.name)) as journal, journal:
        columns = "started_at, app_version, batch, host, subject, kind, verb, reason, before, after"
        for host in (odd, "'hidden-host'"):
            journal.execute(
                f"INSERT INTO write (host_name, account, {columns}) SELECT {host}, 'x', {columns} FROM write LIMIT 1"
            )
    folders.log.write_text("hidden-host did not answer", "utf-8")
    found = saved(Folders(bench.folder, folders.logs))
    assert "hidden-host" not in found["log.txt"]
