"""PracticeHost: starts and stops the state, accounts, service and ports of one practice host."""

from __future__ import annotations

import contextlib
import os
import threading
from functools import partial

from gatepost.practice.accounts.accounts import AccountStore
from gatepost.practice.service.connection import ServerConnection, Site
from gatepost.practice.service.fault_injection import FaultInjection
from gatepost.practice.service.server import ListeningPort
from gatepost.practice.service.service import Service
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.machine import HTTP, HTTPS, InboundRule, WinrmListener
from gatepost.practice.state.scenario import Scenario
from gatepost.practice.wire.tls import ServerTls

_THUMBPRINT = "3F1A0C5D7E2B4486A9D0B1C2E3F405162738495A"


class PracticeHost:
    """A running practice host. It listens from construction until close()."""

    def __init__(
        self,
        scenario: Scenario,
        *,
        port: int,
        interactive_port: int,
        https_port: int,
        tls: ServerTls | None,
        allow_basic: bool,
        allow_credssp: bool,
    ) -> None:
        """Listen on loopback. A port that is 0 takes a free one.

        Args:
            scenario: what the host begins with.
            port: for requests over the network.
            interactive_port: for logons that carry INTERACTIVE instead of NETWORK.
            https_port: for HTTPS, used with ``tls``.
            tls: certificate and channel bindings; None: no HTTPS.
            allow_basic: whether Basic authentication is offered.
            allow_credssp: whether CredSSP is offered.

        Raises:
            OSError: a port is taken.
        """
        self.scenario = scenario
        self.state = PracticeState(scenario)
        if tls is not None:
            self._add_https()
        self.injection = FaultInjection()
        self._stopping = threading.Event()
        with contextlib.ExitStack() as undo:
            self.accounts = AccountStore(scenario.accounts, scenario.host)
            undo.callback(self.accounts.close)
            service = Service(self.state, allow_basic=allow_basic)
            site = Site(self.accounts, service, self.injection, self._stopping, allow_basic, allow_credssp)
            self._network = ListeningPort(port, partial(ServerConnection, site=site, network=True))
            undo.callback(self._network.close)
            self._interactive = ListeningPort(interactive_port, partial(ServerConnection, site=site, network=False))
            undo.callback(self._interactive.close)
            secured = partial(ServerConnection, site=site, network=True, tls=tls)
            self._https = ListeningPort(https_port, secured) if tls else None
            undo.pop_all()
        self._vanished = False
        self.state.reach_changed = self._follow_configuration
        self._listeners = [each for each in (self._network, self._interactive, self._https) if each is not None]

    def _add_https(self) -> None:
        """Add the HTTPS listener and its firewall rule to the machine."""
        machine = self.state.machine
        port = 5986
        machine.listeners.append(WinrmListener("*", HTTPS, port, self.scenario.host, thumbprint=_THUMBPRINT))
        title = "Windows Remote Management (HTTPS-In)"
        machine.rules.append(InboundRule("WINRM-HTTPS-In-TCP", title, 0, True, port))

    def announcement(self) -> dict[str, object]:
        """Return the first line of standard output: addresses, accounts, process id."""
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
        """Open the ports that the machine's settings make reachable, close the others; the current reply is still sent."""
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
