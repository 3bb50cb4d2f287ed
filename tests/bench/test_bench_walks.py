"""How much of the program a walk through it passes: calls of project functions, and the files they stand in."""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

import gatepost
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.settings.crash_dialog import CrashReporter
from gatepost.work import WorkContext
from tests.practice.host_process import PracticeProcess
from tests.ui.window_driver import WindowDriver

pytestmark = pytest.mark.bench

_ROOT = os.path.dirname(gatepost.__file__) + os.sep  # noqa: PTH120 - compared with frames
_MOST = int(os.environ.get("WALKS_MOST", "12"))


class Walk:
    """Counts calls of project functions in every thread while it is on; ``ends_at`` turns it off at that function."""

    def __init__(self) -> None:
        self.on = False
        self.ends_at = ""
        self.calls: Counter[tuple[str, str]] = Counter()

    def profile(self, frame: FrameType, event: str, _argument: object) -> None:
        if not self.on or event != "call" or not frame.f_code.co_filename.startswith(_ROOT):
            return
        self.calls[frame.f_code.co_filename[len(_ROOT) :], frame.f_code.co_qualname] += 1
        if frame.f_code.co_qualname == self.ends_at:
            self.on = False

    @contextmanager
    def over(self, label: str, ends_at: str = "") -> Iterator[None]:
        """Count what runs in this block and print it."""
        self.calls.clear()
        self.ends_at, self.on = ends_at, True
        try:
            yield
        finally:
            self.on = False
        files = {file for file, _ in self.calls}
        print(f"\n{label}: {self.calls.total()} calls of {len(self.calls)} functions in {len(files)} files")
        for (file, name), count in self.calls.most_common(_MOST):
            print(f"  {count:6} {file} {name}")


@pytest.fixture
def walk() -> Iterator[Walk]:
    """Threads are counted that start after this."""
    walk = Walk()
    threading.setprofile(walk.profile)
    sys.setprofile(walk.profile)
    yield walk
    sys.setprofile(None)
    threading.setprofile(None)


@pytest.fixture
def driver(walk: Walk, qtbot, tmp_path: Path) -> Iterator[WindowDriver]:
    driver = WindowDriver(qtbot, tmp_path)
    yield driver
    driver.close()


def test_walks_from_open_to_report(walk: Walk, driver: WindowDriver, qtbot) -> None:
    with PracticeProcess("reference-page") as host:
        with walk.over("a host is opened and read"):
            driver.open(host)
            driver.wait_quiet()
        with walk.over("a host is read again"):
            driver.session.load()
            driver.wait_quiet()
        name = next(name for name, mode in driver.modes().items() if "Remote" in mode)
        with walk.over("a click on Local, until everything of the confirmation is shown"):
            driver.click_switch(name, AccessMode.LOCAL)
            button = driver.dialog(ConfirmDialog).confirm_button
            qtbot.waitUntil(button.isEnabled)
        with walk.over("confirmed, until the octets of the change leave", ends_at="WsmanClient.put"):
            button.click()
            qtbot.waitUntil(lambda: not walk.on, timeout=20_000)
        with walk.over("from there to the report and the window repainted"):
            driver.report().close()
            driver.wait_quiet()
        assert driver.modes()[name] != "Remote"


def test_the_walk_from_a_bug_to_its_report(walk: Walk, driver: WindowDriver, qtbot, monkeypatch) -> None:
    def fail(_: WorkContext) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    reporter = CrashReporter(None)
    with walk.over("a bug in the background, until it is shown"):
        driver.application.runner.submit("bench", fail)
        qtbot.waitUntil(lambda: reporter.dialog is not None, timeout=20_000)
    assert reporter.dialog is not None
    reporter.dialog.close()
