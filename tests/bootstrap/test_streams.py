"""A program without standard output and error, as a windowed one is on Windows."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from gatepost.__main__ import main
from gatepost.bootstrap.streams import say, with_streams
from tests.bootstrap.hostile_text import CLEAN, NASTY


@pytest.fixture
def boxes(monkeypatch):
    """What message boxes say on Windows."""
    said: list[str] = []

    def message_box(_window, text, title, _kind):
        assert title == "Gatepost"
        said.append(text)

    monkeypatch.setattr(sys, "platform", "win32")
    library = SimpleNamespace(user32=SimpleNamespace(MessageBoxW=message_box))
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    return said


@contextmanager
def without_streams() -> Iterator[None]:
    """Not a fixture: pytest sets its own for the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "stderr", None)
        yield
        assert (sys.stdout, sys.stderr) == (None, None)


@pytest.mark.parametrize(
    ("argument", "status", "words"),
    [("--nonsense", 2, "unrecognized arguments"), ("--version", 0, "gatepost "), ("--help", 0, "--report-seconds")],
)
def test_what_becomes_of_arguments_is_told_in_a_box(boxes, argument, status, words):
    with without_streams(), pytest.raises(SystemExit) as left:
        main([argument])
    assert left.value.code == status
    (said,) = boxes
    assert words in said


@pytest.mark.parametrize(("status", "shown"), [(0, 0), (1, 0), (2, 1)])
def test_nothing_else_waits_for_somebody_who_closes_a_box(boxes, status, shown):
    def work() -> int:
        sys.stderr.write("a line\n")
        sys.stdout.write("another\n")
        return status

    with without_streams():
        assert with_streams(work) == status
    assert boxes == ["a line\nanother\n"] * shown


def test_a_box_shows_no_more_than_fits(boxes):
    def work() -> int:
        for _ in range(100):
            sys.stderr.write("x" * 1000)
        return 2

    with without_streams():
        assert with_streams(work) == 2
    assert len(boxes[0]) == 8 * 1024


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--selftest"], 0),
        (["--screenshot", "/no/such/folder/x.png", "--practice"], 1),
        (["--report", "/proc/no/x.json", "--practice"], 1),
        (["--nonsense"], 2),
    ],
)
def test_without_streams_the_status_tells(arguments, status):
    command = 'exec "$@" <&- >&- 2>&-'
    program = [sys.executable, "-m", "gatepost", *arguments]
    done = subprocess.run(["/bin/sh", "-c", command, "sh", *program], env=os.environ, check=False, timeout=100)
    assert done.returncode == status


def test_a_line_on_the_terminal_stays_one_line(capsys):
    say(f"srv01: {NASTY}\nsrv02 is fine")
    assert capsys.readouterr().err == f"gatepost: srv01: {CLEAN}\u27e8U+000A\u27e9srv02 is fine\n"
