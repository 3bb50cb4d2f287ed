"""Changes of many endpoints, 20 entries each: what the window does until its confirmation is painted."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from gatepost.endpoints.changes.remoting import disable_remoting
from gatepost.endpoints.compare.align import align, can_be_aligned
from gatepost.endpoints.compare.comparison import compare
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.session.evaluator import Evaluator
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.dialogs.saver import FileSaver
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot

pytestmark = pytest.mark.bench

CONFIRMED, ALIGNED, ENTRIES = 60, 300, 20
TARGET = 50  # milliseconds that nobody sees


def host(endpoints: int, first_account: int) -> HostSnapshot:
    def entries(number: int) -> str:
        return "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{first_account + number + place})" for place in range(ENTRIES))

    return snapshot(*(endpoint(f"Team.{n:03}", f"D:P{entries(n)}") for n in range(endpoints)))


def took(run: Callable[[], object]) -> float:
    """Milliseconds until everything that follows is painted."""
    start = time.perf_counter()
    run()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - start)


def confirm(qtbot, change_set: ChangeSet, of: HostSnapshot) -> ConfirmDialog:
    dialog = ConfirmDialog(change_set, of, FileSaver(ManualRunner()), Evaluator(ManualRunner()))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_changes_of_many_endpoints(qtbot) -> None:
    planned: list[ChangeSet] = []
    figures: dict[str, float] = {}
    sixty = host(CONFIRMED, 1000)
    confirm(qtbot, disable_remoting(host(1, 9000)), host(1, 9000)).close()  # imports, style sheet
    figures["plan to disable remoting on 60"] = took(lambda: planned.append(disable_remoting(sixty)))
    figures["confirmation of 60"] = took(lambda: confirm(qtbot, planned[-1], sixty))

    comparison = compare(host(ALIGNED, 1000), host(ALIGNED, 5000))
    chosen = {
        each.right.name: [difference for difference in each.differences if can_be_aligned(each, difference)]
        for each in comparison.endpoints
        if each.right is not None
    }
    figures["plan to align 300"] = took(lambda: planned.append(align(comparison, chosen)))
    assert len(planned[-1].changes) == ALIGNED
    figures["confirmation of 300 aligned"] = took(lambda: confirm(qtbot, planned[-1], comparison.right))
    print(f"\n{'':32}{'ms':>8}{'target':>8}")
    for what, milliseconds in figures.items():
        print(f"{what:32}{milliseconds:8.1f}{TARGET:8}")
