"""What goes wrong without stopping anything is found in the log afterwards."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from gatepost.bootstrap.application import set_up_logging


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log of a program that starts; the test run's own handlers are put back afterwards."""
    root, ours = logging.getLogger(), logging.getLogger("gatepost")
    handlers, level = list(root.handlers), ours.level
    set_up_logging(tmp_path / "log" / "gatepost.log")
    yield tmp_path / "log" / "gatepost.log"
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
