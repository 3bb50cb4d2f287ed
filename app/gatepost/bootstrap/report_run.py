"""``gatepost --report FILE``: the review of hosts without a window and without Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.open_host import open_host
from gatepost.backend.files.folders import Folders, user_folders
from gatepost.backend.files.settings import SettingsStore
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.backend.reports.file import write_report
from gatepost.bootstrap.application import open_practice_host
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.endpoints.compare.review import ReviewedHost, failed_host, review, reviewed_host
from gatepost.endpoints.configuration.accounts import unnamed_sids
from gatepost.endpoints.errors import HostError
from gatepost.security import Accounts
from gatepost.work import WorkContext

AT_ONCE = 16  # hosts


def run_report(child: PracticeProcess | None, requests: Sequence[ConnectRequest], target: Path) -> int:
    """Read the hosts and write the report. Returns 0, or 1 if a host could not be read or the report not be written."""
    folders = user_folders()
    openers = [(child.scenario, partial(_open_practice, child, folders))] if child is not None else []
    openers += [(r.connection.address.label, partial(_open, r, folders)) for r in requests]
    try:
        with ThreadPoolExecutor(min(AT_ONCE, len(openers))) as pool:
            made = review(tuple(pool.map(_read, *zip(*openers, strict=True))))
    finally:
        if child is not None:
            child.close()
    for host in made.failed:
        _complain(f"{host.name}: {host.problem}")
    try:
        write_report(target, made)
    except HostError as error:
        _complain(str(error))
        return 1
    return 1 if made.failed else 0


def _read(name: str, opened: Callable[[], Host]) -> ReviewedHost:
    """Read one host, its accounts' names included. What fails is said in the report."""
    try:
        host = opened()
        try:
            snapshot = host.list(WorkContext())
            names = host.account_names(unnamed_sids(snapshot), WorkContext())
        finally:
            host.close()
    except HostError as error:
        return failed_host(name, error)
    return reviewed_host(replace(snapshot, accounts=Accounts(names)))


def _open(request: ConnectRequest, folders: Folders) -> Host:
    password = request.password or Credentials().recall(request.connection)
    settings = SettingsStore(folders.settings).load().settings
    return open_host(request.connection, password, Journal(folders.journal), settings)


def _open_practice(child: PracticeProcess, folders: Folders) -> Host:
    return open_practice_host(child, Journal(folders.journal))


def _complain(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"gatepost: {line}\n")
