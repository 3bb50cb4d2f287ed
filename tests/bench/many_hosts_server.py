"""Many simulated hosts in one process, each on a port of its own, each answer late by the same time.

Usage: python -m tests.bench.many_hosts_server COUNT SECONDS. The first line on standard output is JSON with the ports
and an account; every line on standard input is answered with the SOAP requests so far; its end ends the process.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections import Counter
from functools import partial

from typing_extensions import override

from gatepost.practice.accounts.accounts import AccountStore
from gatepost.practice.service.connection import ServerConnection, Site
from gatepost.practice.service.fault_injection import FaultInjection
from gatepost.practice.service.server import ListeningPort
from gatepost.practice.service.service import Service
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.scenario import load_scenario
from gatepost.practice.wire.http import HttpRequest


class LateConnection(ServerConnection):
    """Waits before every answer, those of the login included."""

    seconds = 0.0

    @override
    def _reply(self, request: HttpRequest) -> bytes | None:
        reply = super()._reply(request)
        time.sleep(self.seconds)
        return reply


def main(count: int, seconds: float) -> None:
    """Serve until the input ends."""
    LateConnection.seconds = seconds
    threading.stack_size(256 * 1024)
    scenario = load_scenario("reference-page")
    accounts = AccountStore(scenario.accounts, scenario.host)
    states = [PracticeState(scenario) for _ in range(count)]
    stopping = threading.Event()
    sites = [
        Site(accounts, Service(state, allow_basic=False), FaultInjection(), stopping, allow_basic=False)
        for state in states
    ]
    listeners = [ListeningPort(0, partial(LateConnection, site=site, network=True)) for site in sites]
    account = next(each for each in scenario.accounts if each.role == "administrator")
    try:
        _say({"ports": [each.port for each in listeners], "user": account.user, "password": account.password})
        for _ in sys.stdin:
            asked = Counter({"enumerate": 0})
            for state in states:
                asked.update(
                    {f"{kind} {tail}" if kind == "get" else kind: n for (kind, tail), n in state.counts.items()}
                )
                state.counts.clear()
            _say(dict(asked))
    finally:
        stopping.set()
        for listener in listeners:
            with socket.socket() as wake:
                wake.connect_ex(("127.0.0.1", listener.port))
        accounts.close()


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
