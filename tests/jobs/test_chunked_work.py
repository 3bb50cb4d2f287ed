"""Many small things, a few at a time."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer

from gatepost.jobs.chunked_work import ChunkedWork


def test_all_is_done_in_order_and_the_window_gets_its_turn(qtbot) -> None:
    parent, done, turns = QObject(), [], []

    def step(number: int):
        return lambda: (done.append(number), time.sleep(0.003))

    ChunkedWork((step(number) for number in range(20)), parent)
    window = QTimer(parent, interval=0)
    window.timeout.connect(lambda: turns.append(len(done)))
    window.start()
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 20, timeout=5000)
    assert done == list(range(20))
    assert len({each for each in turns if 0 < each < 20}) > 2


def test_it_goes_with_its_parent(qtbot) -> None:
    parent, done = QObject(), []
    ChunkedWork((partial(done.append, number) for number in range(5)), parent)
    with qtbot.waitSignal(parent.destroyed, timeout=5000):
        parent.deleteLater()
    QTimer.singleShot(0, partial(done.append, "later"))
    qtbot.waitUntil(lambda: bool(done), timeout=5000)
    assert done == ["later"]
