"""One account and password at many hosts: who goes first, who waits, and where they are never sent."""

from __future__ import annotations

import threading
import time

import pytest

from gatepost import compute_slots
from gatepost.compute_slots import computing
from gatepost.wsman.errors import (
    AlreadyRejected,
    AuthenticationFailed,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    KerberosFailed,
    KerberosFailureReason,
    ServerAuthenticationFailed,
)
from gatepost.wsman.exchange_steps import ExchangeStep, RequestKind, ResponseKind
from gatepost.wsman.login.attempts import LoginAttempts, LoginResult, rejects_account
from gatepost.wsman.login.target import RemoteTarget
from tests.test_compute_slots import one_slot

__all__ = ["one_slot"]

REJECTED = AuthenticationFailed("no")
REJECTED.steps = (
    ExchangeStep(RequestKind.NTLM_FIRST, ResponseKind.TOKEN, 401),
    ExchangeStep(RequestKind.NTLM_ANSWER, ResponseKind.UNAUTHORIZED_WITH_SCHEMES, 401),
)
NOT_OFFERED = AuthenticationFailed("no")
NOT_OFFERED.steps = (ExchangeStep(RequestKind.NO_CREDENTIALS, ResponseKind.UNAUTHORIZED_WITH_SCHEMES, 401),)
LOCKED, NO_CONTROLLER = (AuthenticationFailed("no", nt_status=status) for status in (0xC0000234, 0xC000005E))
LOCKED.steps = NO_CONTROLLER.steps = (ExchangeStep(RequestKind.CREDSSP, ResponseKind.TOKEN, 401),)
NO_ANSWER = ConnectionFailed(ConnectionFailureReason.TIMED_OUT, delivery=Delivery.NOT_SENT)


def never() -> bool:
    return False


def host(number: int, user: str = "LAB\\admin", password: str = "wrong") -> RemoteTarget:
    return RemoteTarget("ntlm", user, password, f"http://srv{number}x:5985/wsman")


@pytest.fixture
def attempts() -> LoginAttempts:
    return LoginAttempts()


def tried(attempts: LoginAttempts, target: RemoteTarget, result: LoginResult = LoginResult.NOTHING_SAID) -> None:
    attempt = attempts.attempt(target)
    attempt.begin(never)
    attempt.end(result)


def test_after_a_rejection_the_same_password_goes_nowhere_else(attempts):
    tried(attempts, host(1), LoginResult.REJECTED)
    for number in (1, 2):
        with pytest.raises(AlreadyRejected) as caught:
            attempts.attempt(host(number)).begin(never)
        assert caught.value.rejected_by == "srv1x"
    tried(attempts, host(2, password="another"), LoginResult.ACCEPTED)
    tried(attempts, host(2, user="LAB\\other"), LoginResult.ACCEPTED)


def test_typed_again_they_are_tried_once_more(attempts):
    tried(attempts, host(1), LoginResult.REJECTED)
    attempts.forget("lab\\ADMIN", "wrong", host(1).url)
    tried(attempts, host(1), LoginResult.REJECTED)
    with pytest.raises(AlreadyRejected):
        attempts.attempt(host(1)).begin(never)


def test_all_hosts_but_one_wait_and_then_none_is_tried(attempts):
    first = attempts.attempt(host(0))
    first.begin(never)
    outcomes: list[object] = []

    def other(number: int) -> None:
        try:
            outcomes.append(attempts.attempt(host(number)).begin(never))
        except AlreadyRejected as error:
            outcomes.append(error.rejected_by)

    threads = [threading.Thread(target=other, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    assert outcomes == []
    first.end(LoginResult.REJECTED)
    for thread in threads:
        thread.join(10)
    assert outcomes == ["srv0x"] * 8


def test_whoever_waits_for_the_first_host_lets_others_compute(attempts):
    first = attempts.attempt(host(0))
    first.begin(never)
    waits = threading.Event()

    def stopped() -> bool:
        waits.set()
        return False

    def wait() -> None:
        with computing():
            attempts.attempt(host(1)).begin(stopped)

    other = threading.Thread(target=wait)
    other.start()
    assert waits.wait(10)
    assert compute_slots._slot.acquire(timeout=10)
    compute_slots._slot.release()
    first.end(LoginResult.ACCEPTED)
    other.join(10)


def test_once_accepted_the_others_go_at_the_same_time(attempts):
    tried(attempts, host(1), LoginResult.ACCEPTED)
    waiting = [attempts.attempt(host(number)) for number in range(2, 6)]
    for attempt in waiting:
        attempt.begin(never)  # none has ended, and none waits


def test_a_host_that_says_nothing_of_the_account_lets_the_next_one_go_alone(attempts):
    tried(attempts, host(1))
    attempts.attempt(host(2)).begin(never)
    gave_up = time.monotonic() + 0.2
    with pytest.raises(ConnectionFailed, match="closed"):
        attempts.attempt(host(3)).begin(lambda: time.monotonic() > gave_up)


def test_one_host_may_reject_what_another_accepted_and_a_second_one_ends_it(attempts):
    tried(attempts, host(1), LoginResult.ACCEPTED)
    tried(attempts, host(2), LoginResult.REJECTED)
    with pytest.raises(AlreadyRejected):
        attempts.attempt(host(2)).begin(never)
    tried(attempts, host(1), LoginResult.ACCEPTED)  # where it goes alone
    tried(attempts, host(3), LoginResult.REJECTED)
    tried(attempts, host(4), LoginResult.REJECTED)  # it was changed meanwhile
    with pytest.raises(AlreadyRejected):
        attempts.attempt(host(1)).begin(never)


def test_an_account_of_each_hosts_own_is_another_one_at_each(attempts):
    tried(attempts, host(1, user=".\\admin"), LoginResult.REJECTED)
    tried(attempts, host(2, user=".\\admin"))


def test_without_a_password_nobody_waits(attempts):
    ticket = RemoteTarget("kerberos", "", "", "http://srv1x:5985/wsman")
    for _ in range(2):
        attempts.attempt(ticket).begin(never)


def test_an_attempt_ends_once(attempts):
    attempt = attempts.attempt(host(1))
    attempt.end(LoginResult.REJECTED)  # it has not begun: nothing was sent
    attempt.begin(never)
    attempt.begin(never)
    attempt.end(LoginResult.ACCEPTED)
    attempt.end(LoginResult.REJECTED)
    attempts.attempt(host(2)).begin(never)


@pytest.mark.parametrize(
    ("error", "rejects"),
    [
        (REJECTED, True),
        (LOCKED, True),
        (NO_CONTROLLER, False),
        (NOT_OFFERED, False),
        (KerberosFailed(KerberosFailureReason.WRONG_PASSWORD, ""), True),
        (KerberosFailed(KerberosFailureReason.ACCOUNT_CLOSED, ""), True),
        (KerberosFailed(KerberosFailureReason.NO_KDC, ""), False),
        (KerberosFailed(KerberosFailureReason.UNKNOWN_SERVICE, ""), False),
        (ServerAuthenticationFailed("?"), False),
        (AlreadyRejected("srv"), False),
        (NO_ANSWER, False),
    ],
)
def test_which_errors_reject_an_account(error, rejects):
    assert rejects_account(error) is rejects


def test_no_password_can_be_read_out_of_it(attempts):
    tried(attempts, host(1), LoginResult.REJECTED)
    assert "wrong" not in repr(vars(attempts))
