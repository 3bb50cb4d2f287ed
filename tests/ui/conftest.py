"""A window on a practice host for each test, with everything it started gone afterwards."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from gatepost.jobs.runner import JobRunner
from gatepost.session import evaluator
from gatepost.ui.dialogs import fitted
from gatepost.ui.widgets import theme
from tests.backend.connect.test_credentials import no_keyring
from tests.practice.host_process import PracticeProcess
from tests.ui.blocked_call import BlockedCall
from tests.ui.window_driver import WindowDriver


@pytest.fixture(autouse=True)
def no_window_left(qapp) -> Iterator[None]:
    """Fail a test that leaves a window open: something was not closed, or closed by nobody."""
    theme.apply(qapp, dark=False)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows left open: {left}"


@pytest.fixture(autouse=True)
def patient_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the evaluator time on a busy machine: most tests are about its answers, not about waiting for them."""
    monkeypatch.setattr(evaluator, "SYNC_WAIT_SECONDS", 0.15)


@pytest.fixture
def small_screen(monkeypatch: pytest.MonkeyPatch) -> QSize:
    """A screen of 1280 by 720; Qt's own for tests is none at all."""
    size = QSize(1280, 720)
    monkeypatch.setattr(fitted, "available", lambda window: size)
    return size


@pytest.fixture
def blocked_call() -> Iterator[BlockedCall]:
    """A gate that is open when the test is over."""
    made = BlockedCall()
    yield made
    made.open.set()


@pytest.fixture
def runner(qapp) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shutdown(10), "a test left a write running"


@pytest.fixture
def open_driver(qtbot, tmp_path: Path) -> Iterator[Callable[..., WindowDriver]]:
    """Open a window as the program does, on the same data folder each time."""
    drivers: list[WindowDriver] = []

    def opened(find_keyring: Callable[[], object] = no_keyring, **options: object) -> WindowDriver:
        drivers.append(WindowDriver(qtbot, tmp_path, find_keyring, **options))
        return drivers[-1]

    yield opened
    for dialog in [dialog for driver in drivers for dialog in driver.dialogs()]:
        dialog.close()
    for driver in drivers:
        driver.close()
    gc.collect()


@pytest.fixture
def driver(open_driver: Callable[..., WindowDriver]) -> WindowDriver:
    return open_driver()


@pytest.fixture
def practice_hosts() -> Iterator[list[PracticeProcess]]:
    """Hosts that end after the windows on them."""
    hosts: list[PracticeProcess] = []
    yield hosts
    for host in hosts:
        host.close()


@pytest.fixture
def open_window(
    practice_hosts: list[PracticeProcess], open_driver: Callable[..., WindowDriver]
) -> Callable[..., WindowDriver]:
    """Open a window on a scenario and wait until it has been read."""

    def opened(
        scenario: str = "reference-page", *, quiet: bool = True, role: str = "administrator", **options: object
    ) -> WindowDriver:
        practice_hosts.append(PracticeProcess(scenario))
        driver = open_driver(**options)
        driver.open(practice_hosts[-1], role)
        if quiet:
            driver.wait_quiet()
        return driver

    return opened


@pytest.fixture
def reference_driver(open_window: Callable[..., WindowDriver]) -> WindowDriver:
    """The reference page's Server01."""
    return open_window("reference-page")
