"""Everything that the program keeps is for its owner alone, folders in its folder included."""

from __future__ import annotations

import logging
import logging.handlers
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.files.folders import Folders
from gatepost.backend.files.settings import Settings, SettingsStore
from gatepost.backend.files.snapshots import Snapshots
from gatepost.backend.journal.journal import Journal
from gatepost.bootstrap.logging_setup import set_up_logging
from tests.backend.journals import start
from tests.endpoints.documents import configuration, snapshot

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")


@pytest.fixture(params=["new", "left open by an earlier version"])
def folders(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folders]:
    """A data folder on a system whose defaults let everybody read."""
    folders = Folders(tmp_path / "data", tmp_path / "data" / "log")
    before = os.umask(0)
    handlers = list(logging.getLogger().handlers)
    if request.param != "new":
        for folder in (folders.data, folders.logs, folders.snapshots):
            folder.mkdir()
    yield folders
    for handler in set(logging.getLogger().handlers) - set(handlers):
        handler.close()
    logging.getLogger().handlers = handlers
    logging.captureWarnings(capture=False)
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder.parent)): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))
    }


def test_no_file_or_folder_is_open_to_others(folders: Folders) -> None:
    set_up_logging(folders)
    (handler,) = [h for h in logging.getLogger().handlers if isinstance(h, logging.handlers.RotatingFileHandler)]
    logging.getLogger("gatepost").warning("something")
    handler.doRollover()
    logging.getLogger("gatepost").warning("something else")
    start(Journal(folders.journal))
    ConnectionStore(folders.connections).note(Connection("ntlm", "u", parse_address("srv01")))
    SettingsStore(folders.settings).change(Settings(), Settings(theme="dark"))
    Snapshots(folders.snapshots).keep(snapshot(configuration("P(A;;GA;;;BA)")))
    found = modes(folders.data)
    assert len([name for name in found if "gatepost-" in name]) == 2
    assert {Path(name).name for name in found} >= {"data", "log", "snapshots", "settings.json", "connections.json"}
    assert {name: oct(mode) for name, mode in found.items() if mode not in (0o600, 0o700)} == {}
    assert {name for name, mode in found.items() if mode == 0o700} == {"data", "data/log", "data/snapshots"}
