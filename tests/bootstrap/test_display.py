"""No display, or one that does not answer, is one line and exit status 2; never an abort."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gatepost.bootstrap.display import has_display

pytestmark = pytest.mark.skipif(platform.system() != "Linux", reason="X11 and Wayland")
VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":7791"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "127.0.0.1:59001"},
        {"WAYLAND_DISPLAY": "wayland-77"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":7791"},
    ],
    ids=str,
)
def test_the_program_says_so_and_ends(environment: dict[str, str]) -> None:
    clean = {k: v for k, v in os.environ.items() if k not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "gatepost"],
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "gatepost: there is no display. Use --screenshot FILE, or start it on a desktop."
    ]


def test_a_platform_without_a_screen_needs_none(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_display()


def test_a_display_that_listens_is_found(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as compositor, socket.create_server(("127.0.0.1", 0)) as x_server:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        bare.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert has_display()
        bare.delenv("WAYLAND_DISPLAY")
        bare.setenv("DISPLAY", f"127.0.0.1:{x_server.getsockname()[1] - 6000}.0")
        assert has_display()
