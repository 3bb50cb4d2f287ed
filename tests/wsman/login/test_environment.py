"""Logons at the same time: pywinrm changes the environment, which all threads share, while it makes a session."""

from __future__ import annotations

import contextlib
import os
import threading

import requests

from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login import pywinrm_login
from tests.wsman.calls import put
from tests.wsman.raw_host import RawHost


def test_logons_at_the_same_time_change_the_environment_one_after_the_other(transport, monkeypatch):
    monkeypatch.delenv("no_proxy", raising=False)
    turn, waiting, looked = threading.Lock(), threading.Event(), []

    class Turn:
        def __enter__(self) -> None:
            if not turn.acquire(blocking=False):
                waiting.set()
                turn.acquire()

        def __exit__(self, *_: object) -> None:
            turn.release()

    def look(host: str) -> bool:
        looked.append(waiting.wait(10))  # until the other one waits for its turn
        return False

    def log_on() -> None:
        with contextlib.suppress(WsmanError):  # nobody answers
            put(transport(raw.url, "ntlm"))

    monkeypatch.setattr(pywinrm_login, "_proxy_variable", Turn())
    monkeypatch.setattr(requests.utils, "proxy_bypass", look)
    with RawHost() as raw:
        threads = [threading.Thread(target=log_on) for _ in range(2)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert looked == [True, True]
    assert "no_proxy" not in os.environ
