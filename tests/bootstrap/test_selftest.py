"""The self-test is true: it fails where an icon, the fonts, the window or the practice host fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

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
        "import gatepost.ui.main_window as m; m.MainWindow.__init__ = lambda *a, **k: 1 / 0",
        "ZeroDivisionError",
    ),
    "a slot that raises": (
        "import gatepost.bootstrap.picture as p; p.Picture._take = lambda _: 1 / 0",
        "ZeroDivisionError",
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
    environment = os.environ | {"GATEPOST_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=100
    )
    report = json.loads(done.stdout)
    assert report["ok"] is (not words)
    assert done.returncode == (1 if words else 0)
    assert words in report.get("problem", "")
