"""A search beside the window."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject

from gatepost.jobs.runner import JobRunner
from gatepost.security import SecurityDescriptor, Sid, Token
from gatepost.session.background_search import BackgroundSearch
from tests.jobs.manual_runner import ManualRunner
from tests.security.access_check import is_granted

LONG = SecurityDescriptor.from_sddl("D:" + "(A;;GX;;;RM)" * 20_000)


def test_a_search_goes_on_beside_the_window_and_tells_in_between(qtbot) -> None:
    runner, parent, found, ended, threads = JobRunner(), QObject(), [], [], set()

    def steps():
        for number in range(30):
            threads.add(threading.get_ident())
            time.sleep(0.004)
            yield (number, -number)

    search = BackgroundSearch(steps(), runner, parent)
    search.found.connect(found.append)
    search.ended.connect(lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert [number for batch in found for number in batch] == [each for n in range(30) for each in (n, -n)]
    assert len(found) > 1 and threading.get_ident() not in threads
    assert ended == [True] and not search.running
    assert runner.shutdown()


def test_stopping_a_search_reaches_it_in_the_middle_of_a_step(qtbot) -> None:
    runner, parent, found, under_way = JobRunner(), QObject(), [], threading.Event()

    def steps():
        while True:
            under_way.set()
            is_granted(LONG, Token(Sid.parse("S-1-5-21-1-2-3-1001")), 0x20000000)
            if False:
                yield ()

    search = BackgroundSearch(steps(), runner, parent)
    search.found.connect(found.append)
    assert under_way.wait(10)
    search.stop()
    assert not search.running
    assert runner.shutdown()  # the worker has ended: only Cancelled ends that loop
    assert found == []


def test_a_search_that_is_stopped_by_whoever_hears_of_it_asks_for_no_more(qtbot) -> None:
    runner, parent, ended = ManualRunner(), QObject(), []
    search = BackgroundSearch(iter([("first",)]), runner, parent)
    search.found.connect(lambda _: search.stop())
    search.ended.connect(lambda: ended.append(True))
    runner.run_all()
    assert ended == [] and not search.running
