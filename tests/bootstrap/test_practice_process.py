"""The practice host as a child: started from any folder, and again when it has ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatepost.bootstrap.practice_process import PracticeProcess


def test_a_folder_with_an_app_of_its_own_is_not_mistaken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gatepost").mkdir()
    (tmp_path / "gatepost" / "__init__.py").write_text("raise SystemExit('somebody else')")
    monkeypatch.chdir(tmp_path)
    child = PracticeProcess("reference-page")
    try:
        assert child.info().url.startswith("http://127.0.0.1:")
        assert child.is_alive()
    finally:
        child.close()
    assert not child.is_alive()
