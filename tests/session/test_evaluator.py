"""What a host has sent is evaluated beside the window, and can be stopped."""

from __future__ import annotations

import threading
from queue import SimpleQueue

import pytest

from gatepost.jobs.runner import JobRunner
from gatepost.security import SecurityDescriptor, Sid, Token
from gatepost.session.evaluator import Evaluator
from tests.jobs.manual_runner import ManualRunner
from tests.security.access_check import is_granted

LONG = SecurityDescriptor.from_sddl("D:" + "(A;;GX;;;RM)" * 20_000)


def evaluated() -> bool:
    return is_granted(LONG, Token(Sid.parse("S-1-5-21-1-2-3-1001")), 0x20000000)


def test_an_answer_that_is_there_in_a_moment_is_given_at_once(qapp) -> None:
    runner, told = JobRunner(), []
    evaluator = Evaluator(runner)
    evaluator.evaluate(threading.get_ident, told.append, pytest.fail)
    assert len(told) == 1 and told != [threading.get_ident()]
    assert runner.shutdown()


def test_the_window_waits_for_less_than_a_frame(qapp, monkeypatch) -> None:
    waits: list[float] = []

    class WatchedQueue(SimpleQueue):
        def get(self, block: bool = True, timeout: float | None = None) -> object:
            if timeout is not None:
                waits.append(timeout)
            return super().get(block, timeout)

    runner, go_on = JobRunner(), threading.Event()
    monkeypatch.setattr("gatepost.session.evaluator.SimpleQueue", WatchedQueue)
    Evaluator(runner).evaluate(go_on.wait, lambda _: None, pytest.fail)
    go_on.set()
    assert waits and sum(waits) < 0.016
    assert runner.shutdown()


def test_one_that_takes_long_is_given_later_and_the_window_goes_on(qapp, qtbot) -> None:
    runner, told, go_on = JobRunner(), [], threading.Event()
    evaluator = Evaluator(runner)
    evaluator.evaluate(lambda: go_on.wait(10), told.append, pytest.fail)
    assert told == []
    go_on.set()
    qtbot.waitUntil(lambda: told == [True])
    assert runner.shutdown()


def test_what_is_asked_next_takes_the_place_of_what_went_on(qapp) -> None:
    runner, told = ManualRunner(), []
    evaluator = Evaluator(runner)
    evaluator.evaluate(lambda: "first", told.append, pytest.fail)
    evaluator.evaluate(lambda: "second", told.append, pytest.fail)
    runner.run_all()
    assert told == ["second"]


def test_cancel_reaches_an_evaluation_in_the_middle(qapp, qtbot) -> None:
    runner, told, under_way = JobRunner(), [], threading.Event()

    def without_end() -> None:
        while not evaluated():
            under_way.set()

    evaluator = Evaluator(runner)
    evaluator.evaluate(without_end, told.append, pytest.fail)
    assert under_way.wait(10)
    evaluator.cancel()
    assert runner.shutdown()  # the worker has ended: only Cancelled ends that loop
    assert told == []
