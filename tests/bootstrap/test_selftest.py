"""The self-test is true: it fails where an icon, the fonts, the window or the practice host fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BREAKS = {
    "nothing": ("pass", ""),
    "no font of icons": (
        "import gatepost.ui.widgets.icons as icons; icons.resource_path = lambda *_: (_ for _ in ()).throw(FileNotFoundError('x'))",
        "x",
    ),
    "no fonts at all": (
        "import gatepost.bootstrap.selftest as s; s.QFontDatabase.families = lambda: []",
        "text cannot be drawn",
    ),
    "a window that raises while it is built": (
        "import gatepost.ui.main_window.window as m; m.MainWindow.__init__ = lambda *a, **k: 1 / 0",
        "ZeroDivisionError",
    ),
    "a slot that raises": (
        "import gatepost.bootstrap.picture as p; p.Picture._take = lambda _: 1 / 0",
        "ZeroDivisionError",
    ),
    "no address of its own": (
        "import gatepost.bootstrap.practice_connection as p; p.socket.create_connection = lambda *_: (_ for _ in ()).throw("
        "OSError(101, 'Network is unreachable'))",
        "127.0.0.1, this computer's own address, doesn't answer (Network is unreachable)",
    ),
    "no practice host": (
        "import sys, gatepost.bootstrap.practice_process as p; p.sys = type(sys)('x'); p.sys.executable = '/bin/true'",
        "practice host",
    ),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_it_fails_where_something_is_missing(tmp_path: Path, kind: str) -> None:
    broken, words = BREAKS[kind]
    code = f"import sys; from gatepost.__main__ import main\n{broken}\nsys.exit(main(['--selftest']))"
    status, report = run(code, tmp_path)
    assert report["ok"] is (not words)
    assert status == (1 if words else 0)
    assert words in report.get("problem", "")


def run(code: str, folder: Path) -> tuple[int, dict[str, Any]]:
    environment = os.environ | {"GATEPOST_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=100
    )
    return done.returncode, json.loads(done.stdout)


HANGS = "lambda *a, **k: __import__('time').sleep(90)"
STEPS = {
    "starting Qt": f"import gatepost.bootstrap.selftest as s; s.QApplication = {HANGS}",
    "building the window": f"import gatepost.ui.main_window.window as m; m.MainWindow.__init__ = {HANGS}",
    "reading the practice host": f"import gatepost.bootstrap.picture as p; p.Picture._take = {HANGS}",
    "closing the window": f"import gatepost.ui.main_window.window as m; m.MainWindow.close = {HANGS}",
    "ending the practice host": f"import gatepost.bootstrap.application as a; a.Application.close = {HANGS}",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_hangs_is_named_and_ends_it(tmp_path: Path, step: str) -> None:
    limited = "import gatepost.bootstrap.selftest_report as r; r.SECONDS = 15"
    status, report = run(
        f"import sys; from gatepost.__main__ import main\n{limited}\n{STEPS[step]}\nsys.exit(main(['--selftest']))",
        tmp_path,
    )
    assert (status, report["ok"]) == (1, False)
    assert f"not finished within 15 seconds; it was still {step}" in report["problem"]


def test_a_program_that_does_not_end_after_its_report_is_cut_off(tmp_path: Path) -> None:
    code = (
        "import sys, threading, time; from gatepost.__main__ import main\n"
        "import gatepost.bootstrap.selftest_report as r; r.SECONDS, r._MORE = 8, 1\n"
        "threading.Thread(target=time.sleep, args=(90,)).start()\n"  # Python waits for it
        "sys.exit(main(['--selftest']))"
    )
    status, report = run(code, tmp_path)
    assert (status, report["ok"]) == (1, True)


@pytest.mark.parametrize("arguments", [["--selftest"], ["--practice", "windows-server", "--screenshot", "picture.png"]])
def test_nothing_of_the_platform_without_a_screen_is_told_to_the_user(tmp_path: Path, arguments: list[str]) -> None:
    environment = os.environ | {"GATEPOST_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "gatepost", *arguments]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=100
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_whatever_else_qt_says_is_told(tmp_path: Path) -> None:
    code = (
        "from PySide6.QtCore import qWarning; from gatepost.bootstrap.logging_setup import log_qt_messages\n"
        "log_qt_messages(); qWarning('This plugin does not support propagateSizeHints()')\n"
        "qWarning('This plugin does not support raise()'); qWarning('no fonts')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100)
    assert done.stderr.splitlines() == ["This plugin does not support raise()", "no fonts"]
