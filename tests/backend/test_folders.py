from pathlib import Path

from app.backend.folders import Folders, user_folders


def test_files_lie_in_their_folders():
    folders = Folders(Path("data"), Path("logs"))
    assert folders.journal.parent == Path("data")
    assert folders.log.parent == Path("logs")


def test_the_users_own_folders_are_absolute_and_named_after_the_program():
    folders = user_folders()
    for folder in (folders.data, folders.logs):
        assert folder.is_absolute()
        assert "gatepost" in str(folder).lower()
