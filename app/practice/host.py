"""A practice host as a whole: state, accounts, service and its listening ports."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

from app.practice.accounts import AccountStore
from app.practice.connection import Site
from app.practice.mischief import Mischief
from app.practice.scenario import Scenario
from app.practice.server import Listener
from app.practice.service import Service
from app.practice.state import HostState
from app.practice.tls import ServerTls


class PracticeHost:
    """Runs from its making until close()."""

    def __init__(
        self,
        scenario: Scenario,
        port: int = 0,
        interactive_port: int = 0,
        allow_basic: bool = True,
        allow_credssp: bool = False,
        log: Callable[[str], None] = lambda _line: None,
        tls: ServerTls | None = None,
        https_port: int = 0,
    ) -> None:
        """Listen on both ports, and with ``tls`` on a third one for HTTPS.

        Raises:
            OSError: a port is taken.
        """
        self.scenario = scenario
        self.state = HostState(scenario)
        self.mischief = Mischief()
        self._stopping = threading.Event()
        with contextlib.ExitStack() as undo:
            self.accounts = AccountStore(scenario.accounts, scenario.host)
            undo.callback(self.accounts.close)
            service = Service(self.state, allow_basic)
            site = Site(self.accounts, service, self.mischief, allow_basic, allow_credssp, self._stopping, log)
            self._network = Listener(port, site, network=True)
            undo.callback(self._network.close)
            self._interactive = Listener(interactive_port, site, network=False)
            undo.callback(self._interactive.close)
            self._https = Listener(https_port, site, network=True, tls=tls) if tls else None
            undo.pop_all()
        self._listeners = [each for each in (self._network, self._interactive, self._https) if each is not None]

    def announcement(self) -> dict[str, object]:
        """Return what the first line on standard output says."""
        secure = {"https_url": f"https://127.0.0.1:{self._https.port}/wsman"} if self._https else {}
        return {
            "url": f"http://127.0.0.1:{self._network.port}/wsman",
            "interactive_url": f"http://127.0.0.1:{self._interactive.port}/wsman",
            **secure,
            "host": self.scenario.host,
            "scenario": self.scenario.name,
            "pid": os.getpid(),
            "accounts": [
                {"user": account.user, "password": account.password, "role": account.role}
                for account in self.scenario.accounts
            ],
        }

    def vanish(self) -> None:
        """Stop listening and cut all connections."""
        for listener in self._listeners:
            listener.vanish()

    def come_back(self) -> None:
        """Listen again on the same ports."""
        for listener in self._listeners:
            listener.reopen()

    def close(self) -> None:
        """Stop everything and remove the credential file."""
        self._stopping.set()
        for listener in self._listeners:
            listener.close()
        self.accounts.close()
