"""Practice hosts for the tests of this room, one per scenario and module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.practice.host_process import PracticeProcess


@pytest.fixture
def page() -> Iterator[PracticeProcess]:
    """The reference page's host, fresh for every test that changes it."""
    with PracticeProcess("reference-page") as process:
        yield process


@pytest.fixture(scope="module")
def hard() -> Iterator[PracticeProcess]:
    """The hard cases; tests that share it leave it as they found it."""
    with PracticeProcess("hard-cases") as process:
        yield process
