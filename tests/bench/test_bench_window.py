"""How long the first picture of a practice host takes, against a bare window; and what a listing costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.practice.host_process import PracticeProcess

pytestmark = pytest.mark.bench

BARE = (
    "import sys, winrm, spnego, lxml.etree\n"
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()\n"
    "app.processEvents(); window.grab().save(sys.argv[1])\n"
)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return time.perf_counter() - start


def middle(run: Callable[[], float]) -> float:
    run()  # once for the caches
    return median(run() for _ in range(5))


def test_whole_process_time_against_a_bare_window(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    # An installed program has its byte code: the first run writes it here, whatever this machine's habit is.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
    }
    ours = middle(
        lambda: seconds([sys.executable, "-m", "gatepost", "--practice", "--screenshot", str(picture)], environment)
    )
    bare = middle(lambda: seconds([sys.executable, "-c", BARE, str(tmp_path / "bare.png")], environment))
    assert picture.is_file()
    print(f"\nfirst picture: {ours:.2f} s, bare window {bare:.2f} s, ratio {ours / bare:.2f} (target 2.2)")


@pytest.mark.parametrize("scenario", ["reference-page", "hard-cases"])
def test_exchanges_per_listing(scenario: str, tmp_path: Path) -> None:
    with PracticeProcess(scenario) as process:
        user, password = process.account()
        host = Host(connect(RemoteTarget("ntlm", user, password, process.url)), Journal(tmp_path / "j"), "key", "host")
        host.read_snapshot(WorkContext())
        process.console("reset-counts")
        start = time.perf_counter()
        snapshot = host.read_snapshot(WorkContext())
        took = time.perf_counter() - start
        counts = process.console("counts")
        host.close()
    print(f"\n{scenario}: {len(snapshot.configurations)} endpoints in {1000 * took:.1f} ms, {counts}")
