"""A search beside the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from gatepost.endpoints.compare.search import Hit, HitMeaning
from gatepost.endpoints.text import NOTHING, english
from gatepost.jobs.runner import JobRunner
from gatepost.models.hit_table import HitColumn
from gatepost.security import SecurityDescriptor, Sid, Token
from gatepost.ui.hosts import find_dialog
from gatepost.ui.hosts.find_dialog import FindDialog
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import snapshot
from tests.security.access_check import is_granted

LONG = SecurityDescriptor.from_sddl("D:" + "(A;;GX;;;RM)" * 20_000)
READ = snapshot()


def hit(number: int) -> Hit:
    return Hit(READ.host, f"{number}", english("what"), english("entry"), HitMeaning.NEUTRAL)


@pytest.fixture
def searching(qtbot, monkeypatch) -> Callable[[JobRunner, Callable[[], Iterator[tuple[Hit, ...]]]], FindDialog]:
    def made(runner: JobRunner, steps: Callable[[], Iterator[tuple[Hit, ...]]]) -> FindDialog:
        monkeypatch.setattr(find_dialog, "search_steps", lambda *_: steps())
        session = SimpleNamespace(snapshot=READ, name="a", explanation=NOTHING)
        dialog = FindDialog(lambda: [session], runner)
        qtbot.addWidget(dialog)
        return dialog

    return made


def found(dialog: FindDialog) -> list[str]:
    model = dialog.model
    return [model.index(row, HitColumn.ENDPOINT).data() for row in range(model.rowCount())]


def test_a_search_goes_on_beside_the_window_and_tells_in_between(qtbot, searching) -> None:
    runner, told, threads = JobRunner(), [], set()

    def steps() -> Iterator[tuple[Hit, ...]]:
        for number in range(30):
            threads.add(threading.get_ident())
            time.sleep(0.004)
            yield (hit(number), hit(-number))

    dialog = searching(runner, steps)
    dialog.model.rowsInserted.connect(lambda: told.append(dialog.model.rowCount()))
    qtbot.waitUntil(lambda: dialog.summary_label.text() == "60 results on 1 host.", timeout=10_000)
    assert found(dialog) == [f"{each}" for n in range(30) for each in (n, -n)]
    assert len(told) > 1 and threading.get_ident() not in threads
    assert runner.shutdown()


def test_closing_the_dialog_reaches_a_search_in_the_middle_of_a_step(searching) -> None:
    runner, under_way = JobRunner(), threading.Event()

    def steps() -> Iterator[tuple[Hit, ...]]:
        while True:
            under_way.set()
            is_granted(LONG, Token(Sid.parse("S-1-5-21-1-2-3-1001")), 0x20000000)
            if False:
                yield ()

    dialog = searching(runner, steps)
    dialog.show()
    assert under_way.wait(10)
    dialog.close()
    assert runner.shutdown()  # the worker has ended: only Cancelled ends that loop
    assert found(dialog) == []


def test_a_search_that_has_found_enough_asks_for_no_more(searching, monkeypatch) -> None:
    runner, asked = ManualRunner(), []

    def steps() -> Iterator[tuple[Hit, ...]]:
        for number in range(9):
            asked.append(number)
            yield (hit(number), hit(number))

    monkeypatch.setattr(find_dialog, "_BATCH", 0)
    monkeypatch.setattr(find_dialog, "MAX_HITS", 3)
    dialog = searching(runner, steps)
    runner.run_all()
    assert found(dialog) == ["0", "0", "1"] and asked == [0, 1]
    assert dialog.summary_label.text() == "Showing the first 3."
