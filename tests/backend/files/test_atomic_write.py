"""Files are written whole or not at all."""

import os
import sys

import pytest

from gatepost.backend.files.atomic_write import replace_file


def test_a_file_that_cannot_be_replaced_stays_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(IsADirectoryError if sys.platform != "win32" else PermissionError):
        replace_file(tmp_path / "taken", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_who_may_read_it(tmp_path):
    before = os.umask(0o022)
    try:
        replace_file(tmp_path / "own", b"x")
        replace_file(tmp_path / "shared", b"x", private=False)
    finally:
        os.umask(before)
    assert [oct((tmp_path / name).stat().st_mode & 0o777) for name in ("own", "shared")] == ["0o600", "0o644"]


def test_the_longest_name_is_no_problem(tmp_path):
    replace_file(tmp_path / ("x" * 255), b"x")
    assert (tmp_path / ("x" * 255)).read_bytes() == b"x"
