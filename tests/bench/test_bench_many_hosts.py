"""200 hosts that answer after 50 ms, read in the window: against bare asyncio, and how long the window stands still."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path

import pytest

from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.jobs.chunked_work import ChunkedWork
from tests.backend.connect.test_credentials import no_keyring
from tests.bench.bare_client import BareHost, log_on_all, read_all
from tests.bench.many_hosts import HOSTS, LATENCY, Server, session
from tests.bench.pulse import Pulse

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

ROUNDS = 5


def test_200_hosts(qtbot, tmp_path: Path, server: Server) -> None:
    application = Application(Folders(tmp_path, tmp_path / "log"), credentials=Credentials(no_keyring))
    sessions = [session(server, port, application.journal, application.runner) for port in server.ports]
    window = application.main_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    pulse = Pulse()

    def timed(begin) -> float:
        """Seconds until all are read."""
        before = [each.snapshot for each in sessions]
        start = time.perf_counter()
        begin()
        qtbot.waitUntil(
            lambda: all(
                (s.error or s.snapshot is not old) and s.state.is_at_rest
                for s, old in zip(sessions, before, strict=True)
            ),
            timeout=120_000,
        )
        assert not any(each.error for each in sessions)
        return time.perf_counter() - start

    def stalled(begin) -> tuple[float, float]:
        """The same, and the longest stall meanwhile, in milliseconds."""
        pulse.begin()
        return timed(begin), 1000 * pulse.stop()

    def open_all() -> None:
        window.hosts.open(sessions[0])
        ChunkedWork((partial(window.hosts.add, each) for each in sessions[1:]), window)

    def read_again() -> None:
        ChunkedWork((each.load for each in sessions), window)

    cold, cold_stall = stalled(open_all)
    asked_cold = server.asked()
    warm = [timed(read_again) for _ in range(ROUNDS)]
    stalls = sorted(stalled(read_again)[1] for _ in range(ROUNDS))
    asked_warm = server.asked()
    assert len({len(each.snapshot.configurations) for each in sessions if each.snapshot}) == 1
    bare_cold, bare_warm = asyncio.run(bare(server))
    asked_bare = server.asked()
    best, bare_best = min(warm), min(bare_warm)
    print(f"\n{HOSTS} hosts, {1000 * LATENCY:.0f} ms per answer, NTLM encrypted; best of {ROUNDS}")
    print(f"cold: {cold:.2f} s, bare asyncio {bare_cold:.2f} s, ratio {cold / bare_cold:.2f}")
    print(f"warm: {best:.2f} s, bare asyncio {bare_best:.2f} s, ratio {best / bare_best:.2f} (target 2.5)")
    print(
        f"longest stall of the window: cold {cold_stall:.0f} ms, warm {stalls[-1]:.0f} ms, "
        f"median of the rounds {stalls[ROUNDS // 2]:.0f} ms (target 50)"
    )
    print(f"asked cold {asked_cold}; warm {asked_warm}; bare {asked_bare}")
    window.close()
    assert application.close()


async def bare(server: Server) -> tuple[float, list[float]]:
    """Seconds for the first reading with its logins, and for each later one."""
    hosts = [BareHost(port, *server.account) for port in server.ports]
    start = time.perf_counter()
    await log_on_all(hosts)
    await read_all(hosts)
    cold, warm = time.perf_counter() - start, []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        await read_all(hosts)
        warm.append(time.perf_counter() - start)
    for host in hosts:
        host.close()
    return cold, warm
