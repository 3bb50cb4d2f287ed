"""Report of an unexpected exception as text that can be sent on, without secrets."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import qVersion

from gatepost import __version__
from gatepost.backend.failures.scrubbing import scrubbed
from gatepost.models.window_text import visible

MAX_FRAMES = 40
MAX_MESSAGE = 2000


def details(error: BaseException) -> str:
    """Return type, message, the way there and the versions; file names are relative to their package."""
    lines = [*_chain(error), "", *_versions()]
    return visible(scrubbed("\n".join(lines)))


def _chain(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        yield from _one(cause)
        yield "which led to:"
    yield from _one(error)


def _one(error: BaseException) -> Iterator[str]:
    yield f"{type(error).__module__}.{type(error).__qualname__}: {_message(error)}".removeprefix("builtins.")
    yield from _frames(error.__traceback__)


def _message(error: BaseException) -> str:
    try:
        return str(error)[:MAX_MESSAGE]
    except Exception:  # noqa: BLE001 - a message that cannot be made must not hide the crash
        return "(no message)"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """The innermost frames: place and function, never values."""
    for frame in traceback.extract_tb(trace)[-MAX_FRAMES:]:
        yield f"  {_relative(frame.filename)}:{frame.lineno} in {frame.name}"


def _relative(filename: str) -> str:
    """The path from its package on: it names no user and no machine."""
    parts = PurePath(filename.replace("\\", "/")).parts
    for anchor in ("site-packages", "dist-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) + 1 :])
    if "gatepost" in parts[:-1]:
        start = len(parts) - 1 - parts[::-1].index("gatepost")
        return "/".join(parts[start:])
    return parts[-1] if parts else filename


def _versions() -> list[str]:
    import PySide6

    return [
        f"Gatepost {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}" + (", frozen" if getattr(sys, "frozen", False) else ""),
    ]
