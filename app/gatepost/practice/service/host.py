"""A practice host as a whole: state, accounts, service and its listening ports."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

from gatepost.practice.accounts.accounts import AccountStore
from gatepost.practice.configuration.scenario import Scenario
from gatepost.practice.machine.machine import HTTP, HTTPS, FirewallRule, WinrmListener
from gatepost.practice.service.connection import Site
from gatepost.practice.service.fault_injection import Mischief
from gatepost.practice.service.server import Listener
from gatepost.practice.service.service import Service
from gatepost.practice.service.state import HostState
from gatepost.practice.wire.tls import ServerTls

_THUMBPRINT = "3F1A0C5D7E2B4486A9D0B1C2E3F405162738495A"


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
        if tls is not None:
            self._add_https()
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
        self._vanished = False
        self.state.on_reach_changed = self._follow_configuration
        self._listeners = [each for each in (self._network, self._interactive, self._https) if each is not None]

    def _add_https(self) -> None:
        """Have the configuration show what makes the port for HTTPS reachable."""
        machine = self.state.machine
        port = 5986
        machine.listeners.append(WinrmListener("*", HTTPS, port, self.scenario.host, thumbprint=_THUMBPRINT))
        title = "Windows Remote Management (HTTPS-In)"
        machine.rules.append(FirewallRule("WINRM-HTTPS-In-TCP", title, 0, True, port))

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
        self._vanished = True
        self._follow_configuration()

    def come_back(self) -> None:
        """Listen again on the same ports, as far as service, listeners and firewall let callers in."""
        self._vanished = False
        self._follow_configuration()

    def _follow_configuration(self) -> None:
        """Listen where the machine would be reachable, and nowhere else; the answer under way still gets out."""
        machine = self.state.machine
        open_now = {
            self._network: machine.answers(HTTP),
            self._interactive: machine.service.running,  # local requests need neither a listener nor the firewall
            self._https: machine.answers(HTTPS),
        }
        for listener in self._listeners:
            if open_now[listener] and not self._vanished:
                listener.reopen()
            else:
                listener.vanish()

    def close(self) -> None:
        """Stop everything and remove the credential file."""
        self._stopping.set()
        for listener in self._listeners:
            listener.close()
        self.accounts.close()
