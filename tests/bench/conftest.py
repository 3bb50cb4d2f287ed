"""What every benchmark has in common with the program."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from gatepost.__main__ import COLLECT_AFTER, SWITCH_AFTER
from gatepost.ui.widgets import theme
from tests.bench.many_hosts import Server


@pytest.fixture(autouse=True)
def collects_as_the_program_does() -> Iterator[None]:
    """Python's own threshold puts a search through everything into one figure or another."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER)
    yield
    gc.set_threshold(*before)


@pytest.fixture(autouse=True)
def switches_as_the_program_does() -> Iterator[None]:
    """How long a worker may keep the thread of the window waiting is part of every stall."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_AFTER)
    yield
    sys.setswitchinterval(before)


@pytest.fixture(autouse=True)
def looks_as_the_program_does(request: pytest.FixtureRequest) -> None:
    """A style sheet is part of what painting takes."""
    if "qtbot" in request.fixturenames:
        theme.apply(request.getfixturevalue("qapp"), dark=False)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
