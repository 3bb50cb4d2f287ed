"""Turns to compute: how many at a time, and none for those who wait."""

from __future__ import annotations

import threading

import pytest

from app.wsman.turns import Turns


def in_threads(count, work):
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert not any(thread.is_alive() for thread in threads)


def test_so_many_compute_and_no_more():
    turns, at_work, most, lock = Turns(2), 0, 0, threading.Lock()
    busy = threading.Event()

    def work():
        nonlocal at_work, most
        with turns.taken():
            with lock:
                at_work += 1
                most = max(most, at_work)
            busy.wait(0.01)
            with lock:
                at_work -= 1

    in_threads(10, work)
    assert most == 2


def test_all_wait_at_once():
    """With one turn, ten threads meet where each has given its own up."""
    turns, meeting = Turns(1), threading.Barrier(10)

    def work():
        with turns.taken(), turns.given_up():
            meeting.wait(10)

    in_threads(10, work)
    assert not meeting.broken


def test_whoever_has_none_has_none_to_give_up():
    turns = Turns(1)
    with turns.given_up(), turns.taken():
        pass
    with turns.taken():
        pass


def test_a_failure_leaves_every_turn_free():
    turns = Turns(1)

    def fail():
        with turns.taken(), turns.given_up():
            raise OSError("lost")

    for _ in range(3):
        with pytest.raises(OSError, match="lost"):
            fail()
    with turns.taken():
        pass
