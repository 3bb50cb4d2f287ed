"""Promises of the command line, checked on the program as it starts: read-only, theme, version, log, crash dialog."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gatepost import __version__
from tests.practice.host_process import PracticeProcess

ROOT = Path(__file__).resolve().parents[2]
PROBE = """
import json, logging, logging.handlers, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gatepost.ui.main_window.window import MainWindow

show = MainWindow.show

def look(window):
    application = QApplication.instance()
    (handler,) = [h for h in logging.getLogger().handlers if isinstance(h, logging.handlers.RotatingFileHandler)]
    print(json.dumps({
        "disable": window.actions_.disable.isVisible(),
        "read_only": [session.read_only for session in window.open_hosts.sessions],
        "dark": application.palette().window().color().lightness() < 128,
        "rotates": handler.maxBytes > 0 and handler.backupCount > 0,
        "dialogs": [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()],
    }), flush=True)
    application.exit()

def crash():
    raise LookupError("a planted fault")

def shown(window):
    show(window)
    if "--crash" in sys.argv:
        QTimer.singleShot(0, crash)
    QTimer.singleShot(300, lambda: look(window))

MainWindow.show = shown
from gatepost.__main__ import main
sys.exit(main([word for word in sys.argv[1:] if word != "--crash"]))
"""


@pytest.fixture
def start(tmp_path):
    """Start the program, and return what its window shows, or the process where it shows none."""
    environment = os.environ | {
        "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path),
        "GATEPOST_DATA": str(tmp_path), "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip

    def started(*arguments: str, probe: bool = True, stdin: str = "") -> dict | subprocess.CompletedProcess:
        program = ["-c", PROBE] if probe else ["-m", "gatepost"]
        done = subprocess.run(
            [sys.executable, *program, *arguments], cwd=ROOT, env=environment, input=stdin, capture_output=True,
            text=True, check=False, timeout=100,
        )  # fmt: skip
        return json.loads(done.stdout.splitlines()[-1]) if probe else done

    return started


def test_read_only_never_writes_to_a_host(start):
    assert start("--practice")["disable"] is True
    locked = start("--practice", "--read-only")
    assert (locked["disable"], locked["read_only"]) == (False, [True, True])


def test_the_theme_is_the_one_asked_for(start):
    assert start("--theme", "dark")["dark"] is True
    assert start("--theme", "light")["dark"] is False


def test_the_version_is_told(start):
    done = start("--version", probe=False)
    assert (done.returncode, done.stdout.strip()) == (0, f"gatepost {__version__}")


def test_an_unexpected_error_is_shown_and_in_the_rotating_log(start, tmp_path):
    seen = start("--crash")
    assert "CrashDialog" in seen["dialogs"] and seen["rotates"]
    logs = [file.read_text("utf-8") for file in tmp_path.rglob("*.log")]
    assert any("LookupError" in text and "a planted fault" in text for text in logs)


def test_no_password_is_in_any_file(start, tmp_path):
    with PracticeProcess("reference-page") as host:
        user, password = host.account()
        picture = str(tmp_path / "x.png")
        done = start(
            "--connect", host.url, "--user", user, "--password-stdin", "--screenshot", picture,
            probe=False, stdin=f"{password}\n",
        )  # fmt: skip
        assert done.returncode == 0
        refused = start(
            "--connect", host.url, "--user", user, "--password-stdin", "--screenshot", picture,
            probe=False, stdin="a-wrong-one-98\n",
        )  # fmt: skip
        assert refused.returncode == 1
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert password.encode() not in content and b"a-wrong-one-98" not in content, file
