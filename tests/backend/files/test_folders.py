import os
import sys
import tempfile
from pathlib import Path

import platformdirs
import pytest
from platformdirs import macos, unix, windows

from gatepost.backend.files.folders import Folders, user_folders


def test_files_lie_in_their_folders():
    folders = Folders(Path("data"), Path("logs"))
    assert folders.journal.parent == Path("data")
    assert folders.log.parent == Path("logs")


def test_everything_lies_in_one_folder():
    folders = user_folders()
    paths = [folders.journal, folders.connections, folders.settings, folders.snapshots, folders.log]
    assert all(path.is_relative_to(folders.data) for path in paths)
    assert len(set(paths)) == len(paths)


def test_the_users_own_folders_are_absolute_and_named_after_the_program(no_folder_named):
    folders = user_folders()
    for folder in (folders.data, folders.logs):
        assert folder.is_absolute()
        assert "gatepost" in str(folder).lower()


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        (windows.Windows, "Local/Gatepost"),
        (macos.MacOS, "home/Library/Application Support/Gatepost"),
        (unix.Unix, "home/.local/share/Gatepost"),
    ],
)
def test_each_system_has_its_place_for_the_data_of_a_program(no_folder_named, tmp_path, system, folder):
    no_folder_named.setattr(platformdirs, "PlatformDirs", system)
    no_folder_named.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)  # no registry elsewhere
    no_folder_named.delenv("XDG_DATA_HOME", raising=False)
    no_folder_named.setenv("HOME", str(tmp_path / "home"))
    no_folder_named.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert user_folders() == Folders(tmp_path / folder, tmp_path / folder / "log")


@pytest.fixture
def no_folder_named(monkeypatch):
    monkeypatch.delenv("GATEPOST_DATA", raising=False)
    return monkeypatch


def test_a_folder_that_is_named_holds_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("GATEPOST_DATA", "some/where")
    monkeypatch.chdir(tmp_path)
    assert user_folders() == Folders(tmp_path / "some/where", tmp_path / "some/where/log")


def test_a_program_on_a_stick_keeps_its_data_beside_itself(no_folder_named, tmp_path):
    no_folder_named.setattr(sys, "executable", str(tmp_path / "gatepost.exe"))
    (tmp_path / "GatepostData").mkdir()
    assert user_folders().data != tmp_path / "GatepostData"  # an interpreter is no stick
    no_folder_named.setattr(sys, "frozen", True, raising=False)
    assert user_folders().data == tmp_path / "GatepostData"
    (tmp_path / "GatepostData").rmdir()
    assert user_folders().data != tmp_path / "GatepostData"


def test_the_tests_keep_away_from_the_data_of_who_runs_them():
    assert user_folders().data == Path(os.environ["GATEPOST_DATA"])
    assert user_folders().data.is_relative_to(tempfile.gettempdir())
