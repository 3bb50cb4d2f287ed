"""What goes wrong without stopping anything is found in the log afterward."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.logging_setup import set_up_logging
from tests.bootstrap.hostile_text import CLEAN, NASTY


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log of a program that starts; the test run's own handlers are put back afterward."""
    root, ours = logging.getLogger(), logging.getLogger("gatepost")
    handlers, level = list(root.handlers), ours.level
    folders = Folders(tmp_path, tmp_path / "log")
    folders.logs.mkdir()
    for number in range(20):
        (folders.logs / f"gatepost-{number}.log").touch()
        os.utime(folders.logs / f"gatepost-{number}.log", (number, number))
    set_up_logging(folders)
    yield folders.log
    logging.captureWarnings(capture=False)
    for handler in set(root.handlers) - set(handlers):
        handler.close()
    root.handlers, ours.level = handlers, level


def test_warnings_of_python_and_its_libraries_reach_the_log(log: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("an old way", DeprecationWarning, stacklevel=1)
    assert "DeprecationWarning: an old way" in log.read_text("utf-8")


def test_what_the_program_says_reaches_the_log(log: Path) -> None:
    logging.getLogger("gatepost.bootstrap").info("started")
    assert "INFO gatepost.bootstrap started" in log.read_text("utf-8")


def test_each_process_has_a_log_of_its_own_and_old_ones_go(log: Path) -> None:
    """On Windows nobody can rotate a log that another process has open."""
    assert str(os.getpid()) in log.name
    logging.getLogger("gatepost.x").warning("a line")
    assert {path.name for path in log.parent.iterdir()} == {
        log.name,
        *(f"gatepost-{number}.log" for number in range(8, 20)),
    }


def test_a_message_in_the_log_stays_one_line_and_plain(log: Path) -> None:
    try:
        raise ValueError(NASTY)
    except ValueError:
        logging.getLogger("gatepost").exception("it said %s\n2026-01-01 ERROR forged", NASTY)
    first, *rest = log.read_text("utf-8").splitlines()
    assert first.endswith(f"it said {CLEAN}\u27e8U+000A\u27e92026-01-01 ERROR forged")
    assert rest[0].startswith("Traceback")
    assert rest[-1] == f"ValueError: {CLEAN}"
