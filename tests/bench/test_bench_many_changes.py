"""Changes on 200 hosts that answer after 50 ms: how long they take, and how long the window stands still meanwhile."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog

from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.jobs.chunked_work import ChunkedWork
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant_dialog import BulkGrantDialog
from gatepost.ui.bulk.run import BulkReport
from gatepost.ui.dialogs import fitted
from tests.backend.connect.test_credentials import no_keyring
from tests.bench.figures import STALL, Figures
from tests.bench.many_hosts import HOSTS, Server, session
from tests.bench.pulse import Pulse

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

PATIENCE = 240_000  # milliseconds
SCREEN = QSize(1920, 1080)  # an offscreen dialog grows beyond any screen
WHO = "Remote Management Users"


class ManyHosts:
    """The window on all hosts, which are selected, and what a user does there."""

    def __init__(self, qtbot, server: Server, folder: Path) -> None:
        self._qtbot = qtbot
        self.application = Application(Folders(folder, folder / "log"), credentials=Credentials(no_keyring))
        self.window = self.application.main_window()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        runner, journal = self.application.runner, self.application.journal
        self.sessions = [session(server, port, journal, runner) for port in server.ports]
        ChunkedWork((partial(self.window.hosts.add, each) for each in self.sessions), self.window)
        self.until(lambda: all(each.snapshot is not None and each.state.is_at_rest for each in self.sessions))
        self._pulse = Pulse()

    def until(self, done: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(done, timeout=PATIENCE)

    def measured(self, begin: Callable[[], object], done: Callable[[], bool]) -> tuple[float, float]:
        """Return the milliseconds until it is done, and the longest stall until then."""
        self._pulse.begin()
        start = time.perf_counter()
        begin()
        self.until(done)
        took = 1000 * (time.perf_counter() - start)
        self._qtbot.wait(50)  # what is painted last
        return took, 1000 * self._pulse.stop()

    def question(self) -> BulkChangeDialog | None:
        found = [each for each in opened() if isinstance(each, BulkChangeDialog)]
        return found[0] if found else None

    def is_asked(self) -> bool:
        dialog = self.question()
        return dialog is not None and dialog.confirm_button.isEnabled()

    def confirm(self) -> None:
        dialog = self.question()
        assert dialog is not None and len(dialog.included) == HOSTS
        dialog.confirm_button.click()


def opened() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def resident() -> float:
    """Return the megabytes that the process holds."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@pytest.fixture
def hosts(qtbot, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ManyHosts]:
    monkeypatch.setattr(fitted, "available", lambda window: SCREEN)
    hosts = ManyHosts(qtbot, server, tmp_path)
    gc.collect()
    gc.freeze()  # as the program does; what pytest holds is none of its objects
    yield hosts
    hosts.window.close()
    assert hosts.application.close()
    gc.unfreeze()


def test_changes_on_200_hosts(hosts: ManyHosts) -> None:
    figures, actions, window = Figures(), hosts.window.actions_, hosts.window
    ended: list[BulkReport] = []
    window.bulk_changes.ended.connect(ended.append)

    def add(what: str, begin: Callable[[], object], done: Callable[[], bool]) -> None:
        took, stall = hosts.measured(begin, done)
        figures.add(f"{what}: until it is done", took)
        figures.add(f"{what}: longest stall", stall, STALL)

    def accept_grant() -> None:
        dialog = next(each for each in opened() if isinstance(each, BulkGrantDialog))
        dialog.principal.setText(WHO)
        dialog.accept()

    before = resident()
    add("select all", window.host_view.selectAll, actions.grant_many.isEnabled)
    assert len(window.host_view.selected_keys()) == HOSTS + 1
    add("grant, open the dialog", actions.grant_many.trigger, lambda: bool(opened()))
    for what, ask in (("grant", accept_grant), ("disable", actions.disable_many.trigger)):
        ended.clear()
        add(f"{what}, plan", ask, hosts.is_asked)
        add(f"{what}, carry out and read again", hosts.confirm, lambda: bool(ended))
        assert not ended[0].needs_attention, {
            str(o.message) for r in ended[0].reports for o in r.outcomes if not o.fulfilled
        }
        hosts.until(lambda: all(each.state.is_at_rest for each in hosts.sessions))
        add(f"{what}, report", window.status.details.click, lambda: bool(opened()))
        opened()[0].close()
    figures.show()
    print(f"memory: {before:.0f} MB with {HOSTS} hosts, {resident() - before:+.0f} MB after both")
