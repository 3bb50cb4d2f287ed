"""Many small things, a few at a time."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from gatepost.session.chunked_work import ChunkedWork


def test_all_is_done_in_order_and_the_window_gets_its_turn(qtbot) -> None:
    parent, done, pauses = QObject(), [], []

    def step(number: int):
        return lambda: (done.append(number), time.sleep(0.003))

    slices = ChunkedWork((step(number) for number in range(20)), parent)
    slices.paused.connect(pauses.append)
    assert done == []
    qtbot.waitUntil(lambda: slices.done, timeout=5000)
    assert done == list(range(20))
    assert len(pauses) > 3 and pauses[-1] is True and not any(pauses[:-1])


def test_it_can_be_stopped_from_within(qtbot) -> None:
    parent, done = QObject(), []

    def step() -> None:
        done.append(1)
        slices.stop()

    slices = ChunkedWork((step for _ in range(5)), parent)
    qtbot.waitUntil(lambda: slices.done, timeout=5000)
    qtbot.wait(20)
    assert done == [1]
