"""The practice host as a child: started from any folder, and again when it has ended."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from gatepost.backend.journal.journal import Journal
from gatepost.bootstrap.practice_connection import open_practice_host
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.endpoints.errors import HostError
from gatepost.work import WorkContext


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


def test_a_practice_host_whose_listener_is_gone_is_not_called_out_of_reach(tmp_path: Path) -> None:
    child = PracticeProcess("reference-page")
    try:
        child.info()
        free = socket.create_server(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()  # nobody listens there now
        child._info = replace(child.info(), url=f"http://127.0.0.1:{port}/wsman")
        host = open_practice_host(child, Journal(tmp_path / "journal.sqlite3"))
        with pytest.raises(HostError, match="refuses the connection"):
            host.read_snapshot(WorkContext())
    finally:
        child.close()


def test_a_process_can_be_ended_twice():
    child = PracticeProcess("reference-page")
    child.info()
    child.close()
    assert not child.is_alive()
    child.close()
