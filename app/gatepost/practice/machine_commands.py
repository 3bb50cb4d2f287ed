"""Console commands for machine settings: service, listeners, firewall, token policy."""

from __future__ import annotations

from collections.abc import Sequence

from gatepost.practice.command import Answer, Command, CommandError, boolean
from gatepost.practice.service.host import PracticeHost
from gatepost.practice.state.machine import DEFAULT_PORTS, START_MODES, InboundRule, WinrmListener
from gatepost.practice.state.registry import POLICIES, TOKEN_POLICY


class MachineCommands:
    """The commands of one host; each is called with the host's lock held."""

    def __init__(self, host: PracticeHost) -> None:
        self._state = host.state
        self._machine = host.state.machine

    def commands(self) -> dict[str, Command]:
        """Return the commands by name."""
        return {
            "machine": Command(
                "", "service, listeners, firewall rules and token policy", lambda _: self._machine.as_json()
            ),
            "start-service": Command("", "start WinRM", self._start),
            "stop-service": Command("", "stop WinRM: the host stops answering", lambda _: self._serve(running=False)),
            "set-start-mode": Command("Automatic|Manual|Disabled", "how WinRM starts", self._start_mode),
            "set-policy": Command("0|1|absent", "LocalAccountTokenFilterPolicy", self._token_policy),
            "remove-powershell": Command(
                "VERSION",
                "remove an installed PowerShell, its endpoints stay",
                self._remove_powershell,
            ),
            "set-rule": Command("NAME true|false", "enable or disable a firewall rule", self._rule),
            "add-listener": Command(
                "ADDRESS TRANSPORT [true|false]", "make a listener, enabled or not", self._add_listener
            ),
            "remove-listener": Command("ADDRESS TRANSPORT", "remove a listener", self._remove_listener),
            "by-policy": Command(
                "NAME|ADDRESS [TRANSPORT]", "a Group Policy owns a rule, or a listener", self._by_policy
            ),
        }

    def _start(self, _words: Sequence[str]) -> Answer:
        if self._machine.service.start_mode == "Disabled":
            raise CommandError("the service is disabled; set-start-mode first")
        return self._serve(running=True)

    def _serve(self, *, running: bool) -> Answer:
        self._machine.service.running = running
        self._state.reach_changed()
        return {"running": running}

    def _start_mode(self, words: Sequence[str]) -> Answer:
        if words[0] not in START_MODES:
            raise CommandError(f"one of: {', '.join(START_MODES)}")
        self._machine.service.start_mode, self._machine.service.delayed = START_MODES[words[0]], False
        return {"start_mode": words[0]}

    def _token_policy(self, words: Sequence[str]) -> Answer:
        if words[0] not in ("0", "1", "absent"):
            raise CommandError("0, 1 or absent")
        if words[0] == "absent":
            self._machine.registry.delete(POLICIES, TOKEN_POLICY)
        else:
            self._machine.registry.set(POLICIES, TOKEN_POLICY, int(words[0]))
        return {"token_policy": self._machine.registry.token_policy}

    def _remove_powershell(self, words: Sequence[str]) -> None:
        if not self._machine.registry.remove_powershell(words[0]):
            raise CommandError(f"PowerShell {words[0]} is not installed")

    def _rule(self, words: Sequence[str]) -> None:
        self._rule_named(words[0]).enabled = boolean(words[1])
        self._state.reach_changed()

    def _add_listener(self, words: Sequence[str]) -> None:
        address, transport = words[0], words[1].upper()
        if transport not in DEFAULT_PORTS:
            raise CommandError("HTTP or HTTPS")
        if self._machine.listener(address, transport) is not None:
            raise CommandError("there is one already")
        listener = WinrmListener.at(address, transport)
        listener.enabled = boolean(words[2]) if len(words) > 2 else True
        self._machine.listeners.append(listener)
        self._state.reach_changed()

    def _remove_listener(self, words: Sequence[str]) -> None:
        self._machine.listeners.remove(self._listener(words))
        self._state.reach_changed()

    def _by_policy(self, words: Sequence[str]) -> None:
        owned = self._rule_named(words[0]) if len(words) == 1 else self._listener(words)
        owned.policy = True

    def _rule_named(self, name: str) -> InboundRule:
        for rule in self._machine.rules:
            if rule.name.lower() == name.lower():
                return rule
        raise CommandError(f"there is no rule {name!r}")

    def _listener(self, words: Sequence[str]) -> WinrmListener:
        listener = self._machine.listener(words[0], words[1])
        if listener is None:
            raise CommandError("there is no such listener")
        return listener
