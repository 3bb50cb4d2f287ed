import threading

import pytest

from gatepost.work import Cancelled, CancelToken, Progress, WorkContext


def test_a_token_stops_work_at_its_next_check():
    token = CancelToken()
    token.raise_if_cancelled()
    assert not token.cancelled
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_progress_is_reported_until_cancelled():
    token, seen = CancelToken(), []
    context = WorkContext(token, seen.append)
    context.progress(1, 2)
    token.cancel()
    with pytest.raises(Cancelled):
        context.progress(2, 2)
    assert seen == [Progress(1, 2)]


def test_a_context_without_arguments_runs_to_the_end():
    context = WorkContext()
    context.progress(1)
    context.token.raise_if_cancelled()


def test_cancelling_stops_what_is_waited_for_while_it_is_waited_for():
    token, stopped = CancelToken(), []
    with token.stopping(lambda: stopped.append("early")):
        pass
    with token.stopping(lambda: stopped.append("now")):
        token.cancel()
    assert stopped == ["now"]
    with pytest.raises(Cancelled), token.stopping(lambda: stopped.append("late")):
        stopped.append("begun")
    assert stopped == ["now"]


def test_work_that_has_ended_is_stopped_no_more():
    """Whoever cancels either finds the work, or what comes after it is left alone."""
    for _ in range(200):
        token, working, hit = CancelToken(), [True], []
        canceller = threading.Thread(target=token.cancel)
        try:
            with token.stopping(lambda working=working, hit=hit: hit.append(working[0])):
                canceller.start()
            working[0] = False
        except Cancelled:
            pass
        canceller.join()
        assert hit in ([], [True])
