"""One thread computes at a time, and nobody who waits keeps the others waiting."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from gatepost import compute_slots
from gatepost.compute_slots import computing, waiting


@pytest.fixture(autouse=True)
def one_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not given back shows at once, and nobody goes on without."""
    monkeypatch.setattr(compute_slots, "_slot", threading.Lock())
    monkeypatch.setattr(compute_slots, "SLOT_TIMEOUT", 60)


def others_get_on() -> bool:
    """Whether another thread gets to compute now."""

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


def test_after_the_wait_the_slot_is_back():
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


def test_an_error_gives_the_slot_back():
    def fail() -> None:
        with computing(), waiting():
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert others_get_on()


def test_waiting_without_a_slot_takes_none():
    with waiting():
        assert others_get_on()
    assert others_get_on()


def test_one_that_computes_long_does_not_keep_the_others_from_theirs(monkeypatch):
    monkeypatch.setattr(compute_slots, "SLOT_TIMEOUT", 0.01)
    with computing():
        assert others_get_on()
        assert others_get_on()
    monkeypatch.setattr(compute_slots, "SLOT_TIMEOUT", 60)
    assert most_at_a_time(4, rounds=5, seconds=0.001) == 1


def test_who_went_on_without_a_slot_gives_none_back(monkeypatch):
    monkeypatch.setattr(compute_slots, "SLOT_TIMEOUT", 0.01)

    def wait() -> bool:
        with computing(), waiting():
            return compute_slots._slot.locked()

    with computing(), ThreadPoolExecutor(1) as pool:
        assert pool.submit(wait).result(5)
        assert compute_slots._slot.locked()
    assert not compute_slots._slot.locked()
