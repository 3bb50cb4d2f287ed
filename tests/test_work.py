import threading
import time

import pytest

from app.work import Cancelled, CancelToken, Progress, WorkContext


def test_a_token_stops_work_at_its_next_check():
    token = CancelToken()
    token.check()
    assert not token.cancelled
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()


def test_cancelling_ends_a_sleep_early():
    token = CancelToken()
    threading.Timer(0.05, token.cancel).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        token.sleep(30)
    assert time.monotonic() - begun < 10


def test_progress_is_reported_until_cancelled():
    token, seen = CancelToken(), []
    context = WorkContext(token, seen.append)
    context.progress(1, 2, "x")
    token.cancel()
    with pytest.raises(Cancelled):
        context.progress(2, 2)
    assert seen == [Progress(1, 2, "x")]


def test_a_context_without_arguments_runs_to_the_end():
    context = WorkContext()
    context.progress(1)
    context.token.sleep(0)
