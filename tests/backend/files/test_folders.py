from pathlib import Path

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


def test_the_users_own_folders_are_absolute_and_named_after_the_program():
    folders = user_folders()
    for folder in (folders.data, folders.logs):
        assert folder.is_absolute()
        assert "gatepost" in str(folder).lower()
