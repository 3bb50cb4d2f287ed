"""Checking whether a window can be shown, because Qt aborts the process where it can't."""

from __future__ import annotations

import os
import platform
import socket
from pathlib import Path

_X11_PORT = 6000
_SECONDS = 3.0


def draw_offscreen() -> None:
    """Have Qt draw without a screen, unless another platform is asked for.

    Without a screen it uses FreeType, which on Windows knows no fonts by itself.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if platform.system() == "Windows":
        os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"))


def has_display() -> bool:
    """Whether Qt will find a screen, or was told to do without one."""
    if platform.system() in ("Windows", "Darwin"):
        return True
    plugin = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if plugin and plugin != "xcb" and not plugin.startswith("wayland"):
        return True
    if plugin != "xcb" and _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")):
        return True
    return not plugin.startswith("wayland") and _x11_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers(display: str) -> bool:
    return bool(display) and _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / display))


def _x11_answers(display: str) -> bool:
    """``:0`` is a local socket, ``host:0`` a port of that host."""
    host, colon, number = display.rpartition(":")
    screen = number.partition(".")[0]
    if not colon or not screen.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{screen}"  # noqa: S108 - where X servers listen
        return _listens(path) or _listens(f"\0{path}")
    try:
        socket.create_connection((host, _X11_PORT + int(screen)), _SECONDS).close()
    except OSError:
        return False
    return True


def _listens(path: str) -> bool:
    try:
        with socket.socket(socket.AddressFamily["AF_UNIX"]) as probe:
            return probe.connect_ex(path) == 0
    except OSError:
        return False
