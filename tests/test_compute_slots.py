"""Few threads compute at a time, and nobody who waits keeps the others waiting."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from gatepost import compute_slots
from gatepost.compute_slots import computing, waiting


@pytest.fixture(autouse=True)
def one_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not given back shows at once."""
    monkeypatch.setattr(compute_slots, "_slots", threading.BoundedSemaphore(1))


def others_get_on() -> bool:
    """Whether another thread gets its turn now."""

    def turn() -> bool:
        with computing():
            return True

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(turn).result(5)


def most_at_a_time(threads: int, rounds: int, seconds: float) -> int:
    """How many threads computed over one another, at most, where all begin together."""
    together, most = 0, 0
    gate = threading.Barrier(threads)

    def compute() -> None:
        nonlocal together, most
        gate.wait(5)
        for _ in range(rounds):
            with computing():
                together += 1
                most = max(most, together)
                time.sleep(seconds)
                together -= 1

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(compute) for _ in range(threads)]:
            done.result(10)
    return most


def test_one_thread_computes_at_a_time():
    assert most_at_a_time(8, rounds=20, seconds=0.0005) == 1


def test_who_waits_lets_others_compute():
    with computing(), waiting():
        assert others_get_on()
    assert others_get_on()


def test_after_the_wait_the_turn_is_back():
    began = threading.Event()

    def turn() -> None:
        with computing():
            began.set()

    with ThreadPoolExecutor(1) as pool:
        with computing():
            with waiting():
                pass
            other = pool.submit(turn)
            assert not began.wait(0.1)
        other.result(5)


def test_within_one_another():
    with computing():
        with computing():
            pass
        with waiting(), waiting():
            assert others_get_on()
            with computing():
                pass
            assert others_get_on()
    assert others_get_on()


def test_an_error_gives_the_turn_back():
    def fail() -> None:
        with computing(), waiting():
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert others_get_on()


def test_waiting_without_a_turn_takes_none():
    with waiting():
        assert others_get_on()
    assert others_get_on()


def test_as_many_compute_as_there_are_slots(monkeypatch):
    monkeypatch.setattr(compute_slots, "_slots", threading.BoundedSemaphore(3))
    assert most_at_a_time(8, rounds=5, seconds=0.01) == 3


def test_one_that_computes_long_does_not_keep_all_others_from_theirs(monkeypatch):
    monkeypatch.undo()
    with computing():
        assert others_get_on()
