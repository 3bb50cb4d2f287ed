"""Logons at the same time: pywinrm changes the environment, which all threads share, while it makes a session."""

from __future__ import annotations

import contextlib
import os
import threading

import requests

from gatepost.wsman.errors import WsmanError
from tests.wsman.calls import put
from tests.wsman.raw_host import RawHost


def test_logons_at_the_same_time_change_the_environment_one_after_the_other(transport, monkeypatch):
    monkeypatch.delenv("no_proxy", raising=False)
    meeting, met, looked = threading.Barrier(2), [], []

    def look(host: str) -> bool:
        looked.append(host)
        with contextlib.suppress(threading.BrokenBarrierError):  # the other one waits for its turn
            met.append(meeting.wait(timeout=0.2))
        return False

    def log_on() -> None:
        with contextlib.suppress(WsmanError):  # nobody answers
            put(transport(raw.url, "ntlm"))

    monkeypatch.setattr(requests.utils, "proxy_bypass", look)
    with RawHost() as raw:
        threads = [threading.Thread(target=log_on) for _ in range(2)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert len(looked) == 2
    assert not met
    assert "no_proxy" not in os.environ
