"""Cancelling a host that hangs: at once, and the next reading need not wait for the one that was given up."""

from __future__ import annotations

import time

from tests.ui.window_driver import WindowDriver

HANGS = 40  # seconds


def test_a_hanging_host_is_let_go_and_read_again(reference_driver: WindowDriver) -> None:
    session = reference_driver.session
    assert reference_driver.host.console(f"delay {HANGS}")["ok"]
    session.load()
    reference_driver.qtbot.wait(300)  # it waits for the host by now
    begun = time.monotonic()
    assert session.cancel()
    assert session.state.is_at_rest
    assert reference_driver.host.console("delay 0")["ok"]
    session.load()
    reference_driver.wait_quiet()
    assert session.error is None
    assert time.monotonic() - begun < HANGS / 2
