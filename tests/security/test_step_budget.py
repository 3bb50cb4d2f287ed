from __future__ import annotations

import threading

import pytest

from gatepost.security import (
    SecurityDescriptor,
    Sid,
    StepBudget,
    Token,
    TooComplexError,
    stopping_evaluation,
)
from tests.security.access_check import is_granted

ALICE = Token(Sid.parse("S-1-5-21-1-2-3-1001"))
LONG = SecurityDescriptor.from_sddl("D:" + "(A;;GX;;;RM)" * 5_000)


class Stopped(Exception):
    pass


def stop() -> None:
    raise Stopped


def test_a_budget_gives_as_many_steps_as_it_has() -> None:
    budget = StepBudget(3)
    budget.spend(2)
    budget.spend()
    with pytest.raises(TooComplexError):
        budget.spend()


def test_an_evaluation_can_be_stopped_while_it_lasts() -> None:
    with stopping_evaluation(stop), pytest.raises(Stopped):
        is_granted(LONG, ALICE, 0x20000000)
    assert not is_granted(LONG, ALICE, 0x20000000)


def test_one_that_lasts_inside_another_can_be_stopped_by_both() -> None:
    with stopping_evaluation(stop), stopping_evaluation(list), pytest.raises(Stopped):
        is_granted(LONG, ALICE, 0x20000000)
    with stopping_evaluation(list), stopping_evaluation(stop), pytest.raises(Stopped):
        is_granted(LONG, ALICE, 0x20000000)


def test_only_the_thread_that_may_be_stopped_is() -> None:
    outcomes: list[bool] = []
    with stopping_evaluation(stop):
        other = threading.Thread(target=lambda: outcomes.append(is_granted(LONG, ALICE, 0x20000000)))
        other.start()
        other.join()
    assert outcomes == [False]
