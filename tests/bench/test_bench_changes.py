"""Changes of many endpoints, 20 entries each: how long the window stands still until its confirmation is complete.

A change is planned and evaluated in other threads, which also keep the window from running: the longest stall counts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.compare.align import align, can_be_aligned
from gatepost.endpoints.compare.comparison import compare
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.planned_change import ChangeRequest, PlannedChange
from gatepost.ui.dialogs import fitted
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.waiting import work_out
from tests.bench.figures import STALL, Figures
from tests.bench.pulse import Pulse
from tests.models.documents import endpoint, snapshot

pytestmark = pytest.mark.bench

CONFIRMED, ALIGNED, ENTRIES = 60, 300, 20
SCREEN = QSize(1920, 1080)  # an offscreen dialog grows beyond any screen


def host(endpoints: int, first_account: int) -> HostSnapshot:
    def entries(number: int) -> str:
        return "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{first_account + number + place})" for place in range(ENTRIES))

    return snapshot(*(endpoint(f"Team.{n:03}", f"D:P{entries(n)}") for n in range(endpoints)))


class Bench:
    """Plans and confirms as the window does, and measures."""

    def __init__(self, qtbot, runner: JobRunner) -> None:
        self._qtbot, self._runner = qtbot, runner
        self._window = QWidget()
        qtbot.addWidget(self._window)
        self._window.show()

    def confirm(self, plan: Callable[[], ChangeSet], of: HostSnapshot) -> tuple[float, float]:
        """Return the milliseconds until the confirmation is complete, and the longest stall until then."""
        dialogs: list[ConfirmDialog] = []

        request = ChangeRequest(lambda _: plan(), of)

        def ask(planned: PlannedChange) -> None:
            saver, evaluator = FileSaver(self._runner), Evaluator(self._runner)
            dialog = ConfirmDialog(request, planned, PendingChanges(), saver, evaluator)
            self._qtbot.addWidget(dialog)
            dialog.show()
            dialogs.append(dialog)

        pulse = Pulse()
        pulse.begin()
        start = time.perf_counter()
        work_out(Evaluator(self._runner), request.planned, ask, self._window)
        self._qtbot.waitUntil(lambda: bool(dialogs) and dialogs[0].confirm_button.isEnabled(), timeout=60_000)
        took = 1000 * (time.perf_counter() - start)
        self._qtbot.wait(50)  # what is painted last
        stall = 1000 * pulse.stop()
        dialogs[0].close()
        return took, stall


@pytest.fixture
def bench(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(fitted, "available", lambda window: SCREEN)
    gc.freeze()  # as the program does; what pytest holds is none of its objects
    runner = JobRunner()
    yield Bench(qtbot, runner)
    assert runner.shutdown(10)
    gc.unfreeze()


def test_changes_of_many_endpoints(bench: Bench) -> None:
    figures = Figures()
    one, sixty = host(1, 9000), host(CONFIRMED, 1000)
    bench.confirm(lambda: disable_remoting(one), one)  # imports, style sheet

    def add(what: str, plan: Callable[[], ChangeSet], of: HostSnapshot) -> None:
        took, stall = bench.confirm(plan, of)
        figures.add(f"{what}: until it can be confirmed", took)
        figures.add(f"{what}: longest stall", stall, STALL)

    add(f"disable remoting on {CONFIRMED}", lambda: disable_remoting(sixty), sixty)
    comparison = compare(host(ALIGNED, 1000), host(ALIGNED, 5000))
    chosen = {
        each.right.name: [difference for difference in each.differences if can_be_aligned(each, difference)]
        for each in comparison.endpoints
        if each.right is not None
    }
    add(f"align {ALIGNED}", lambda: align(comparison, chosen), comparison.right)
    figures.show()
