"""Console: one command per line of standard input, one JSON object per line of output."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from gatepost.practice.accounts.accounts import CLOSED
from gatepost.practice.command import Answer, Command, CommandError, boolean, number
from gatepost.practice.machine_commands import MachineCommands
from gatepost.practice.service.fault_injection import GARBLES, PlannedRefusal
from gatepost.practice.service.host import PracticeHost
from gatepost.practice.state.host_state import DEFAULT_PAGE
from gatepost.practice.state.plugin import Plugin
from gatepost.practice.state.stored_document import set_sddl
from gatepost.practice.state.validation import check_sddl
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import parse_xml

_MAX_DELAY = 3600.0
_MAX_TIMES = 1000
_MAX_CODE = 2**32 - 1
_MAX_STATUS = 599


class Console:
    """Command interpreter for one practice host."""

    def __init__(self, host: PracticeHost) -> None:
        self._host = host
        self._state = host.state
        self.quitting = False
        self._commands: dict[str, Command] = {
            "help": Command("", "list the commands", self._help),
            "endpoints": Command("", "list PowerShell's plug-ins", self._endpoints),
            "show": Command("NAME", "one plug-in with its document", self._show),
            "set-sddl": Command("NAME SDDL", "write a descriptor into every Security element", self._set_sddl),
            "set-enabled": Command("NAME true|false", "enable or disable a plug-in", self._set_enabled),
            "remove": Command("NAME", "remove a plug-in", self._remove),
            "runas-stale": Command(
                "NAME [true|false]", "the password of its RunAs user has changed", self._run_as_stale
            ),
            "root-sddl": Command("[SDDL]", "show or set RootSDDL", self._root_sddl),
            **MachineCommands(host).commands(),
            "counts": Command("", "operations so far", self._counts),
            "reset-counts": Command("", "count from zero", self._reset_counts),
            "drop": Command("N", "cut the next N requests off unread", partial(self._drop, "request")),
            "drop-after": Command(
                "N", "carry out the next N requests, then cut them off", partial(self._drop, "answer")
            ),
            "after": Command("N COMMAND...", "run a command when N more requests are answered", self._after),
            "delay": Command("SECONDS", "wait before every SOAP answer; 0 stops that", self._delay),
            "vanish": Command("", "close the ports and all connections", lambda _: host.vanish()),
            "return": Command("", "listen again on the same ports", lambda _: host.come_back()),
            "garble": Command("|".join(GARBLES), "spoil the next answer", self._garble),
            "page-size": Command("[N]", "items per page; without a number as at the start", self._page_size),
            "fault": Command(
                "CODE [N]",
                "refuse the next N requests (1) with a fault of that code",
                partial(self._refuse, PlannedRefusal.FAULT),
            ),
            "fault-after": Command(
                "CODE [N]",
                "carry out the next N requests (1), then answer with a fault of that code",
                partial(self._refuse, PlannedRefusal.LATE_FAULT),
            ),
            "answer-status": Command(
                "STATUS [N]",
                "answer the next N requests (1) with a bare HTTP status",
                partial(self._refuse, PlannedRefusal.STATUS),
            ),
            "clear-faults": Command("", "forget every fault that is still to come", lambda _: host.injection.clear()),
            "account": Command(
                f"USER open|{'|'.join(CLOSED)}", "close an account to logons, or open it again", self._account
            ),
            "quit": Command("", "end the practice host", self._quit),
        }

    def run(self, line: str) -> Answer:
        """Run one command line. Errors in it are returned, not raised."""
        try:
            return {"ok": True, **self._dispatch(shlex.split(line))}
        except (CommandError, ValueError) as error:
            return {"ok": False, "error": str(error)}
        except Fault as fault:
            return {"ok": False, "error": fault.text, "code": fault.kind.code}
        except OSError as error:
            return {"ok": False, "error": error.strerror or type(error).__name__}

    def _dispatch(self, words: Sequence[str]) -> Answer:
        if not words or words[0] not in self._commands:
            raise CommandError("unknown command; help lists them")
        command = self._commands[words[0]]
        if not command.accepts(len(words) - 1):
            raise CommandError(f"usage: {words[0]} {command.usage}".rstrip())
        with self._state.lock:
            return command.run(words[1:]) or {}

    def _help(self, _words: Sequence[str]) -> Answer:
        commands = self._commands.items()
        return {"commands": {name: f"{each.usage}: {each.description}".lstrip(": ") for name, each in commands}}

    def _endpoints(self, _words: Sequence[str]) -> Answer:
        return {"endpoints": [_summary(plugin) for plugin in self._state.plugins if plugin.is_endpoint]}

    def _show(self, words: Sequence[str]) -> Answer:
        plugin = self._plugin(words[0])
        secret = {"run_as_password_stored": bool(plugin.run_as_password)} if plugin.run_as_user else {}
        return {**_summary(plugin), "document": plugin.document.decode(), **secret}

    def _set_sddl(self, words: Sequence[str]) -> Answer:
        plugin = self._plugin(words[0])
        check_sddl(words[1])
        root = parse_xml(plugin.document)
        set_sddl(root, words[1])
        return self._store(plugin.with_document(root))

    def _set_enabled(self, words: Sequence[str]) -> Answer:
        plugin = self._plugin(words[0])
        root = parse_xml(plugin.document)
        root.set("Enabled", str(boolean(words[1])).lower())
        return self._store(plugin.with_document(root))

    def _remove(self, words: Sequence[str]) -> None:
        self._state.remove(self._plugin(words[0]))

    def _run_as_stale(self, words: Sequence[str]) -> Answer:
        plugin = self._plugin(words[0])
        if not plugin.run_as_user:
            raise CommandError(f"{plugin.name} has no RunAs user")
        stale = boolean(words[1]) if len(words) > 1 else True
        return self._store(replace(plugin, run_as_stale=stale))

    def _root_sddl(self, words: Sequence[str]) -> Answer:
        if words:
            check_sddl(words[0])
            self._state.root_sddl = words[0]
        return {"root_sddl": self._state.root_sddl}

    def _counts(self, _words: Sequence[str]) -> Answer:
        counts = self._state.counts
        plain = ("identify", "enumerate", "pull", "release", "shell-create", "shell-delete", "create", "delete")
        single = {kind: sum(n for (each, _), n in counts.items() if each == kind) for kind in plain}
        by_uri = {
            kind: {tail: n for (each, tail), n in counts.items() if each == kind} for kind in ("get", "put", "invoke")
        }
        return {**single, **by_uri}

    def _reset_counts(self, _words: Sequence[str]) -> None:
        self._state.counts.clear()

    def _drop(self, what: Literal["request", "answer"], words: Sequence[str]) -> None:
        self._host.injection.drop(what, number(words[0]))

    def _after(self, words: Sequence[str]) -> None:
        count, command = number(words[0]), words[1:]
        if count < 1 or command[0] not in self._commands:
            raise CommandError("usage: after N COMMAND..., with N at least 1 and a known command")

        self._host.injection.after(count, partial(self.run, shlex.join(command)))

    def _delay(self, words: Sequence[str]) -> None:
        seconds = float(words[0])
        if not 0 <= seconds <= _MAX_DELAY:
            raise CommandError("a delay is 0 to 3600 seconds")
        self._host.injection.delay_seconds = seconds

    def _garble(self, words: Sequence[str]) -> None:
        if words[0] not in GARBLES:
            raise CommandError(f"one of: {', '.join(GARBLES)}")
        self._host.injection.garble(words[0])

    def _refuse(self, refusal: PlannedRefusal, words: Sequence[str]) -> None:
        code = number(words[0], _MAX_STATUS if refusal is PlannedRefusal.STATUS else _MAX_CODE)
        if refusal is PlannedRefusal.STATUS and code < 400:
            raise CommandError("a status is 400 to 599")
        self._host.injection.refuse(refusal, code, number(words[1], _MAX_TIMES) if len(words) > 1 else 1)

    def _account(self, words: Sequence[str]) -> None:
        if words[1] != "open" and words[1] not in CLOSED:
            raise CommandError(f"one of: open, {', '.join(CLOSED)}")
        if not self._host.accounts.set_state(words[0], words[1]):
            raise CommandError(f"there is no account {words[0]!r}")

    def _page_size(self, words: Sequence[str]) -> Answer:
        self._state.page_items = max(1, number(words[0])) if words else DEFAULT_PAGE
        return {"page_size": self._state.page_items}

    def _quit(self, _words: Sequence[str]) -> None:
        self.quitting = True

    def _plugin(self, name: str) -> Plugin:
        plugin = self._state.plugin(name)
        if plugin is None:
            raise CommandError(f"there is no plug-in {name!r}")
        return plugin

    def _store(self, plugin: Plugin) -> Answer:
        self._state.store(plugin)
        return _summary(plugin)


def _summary(plugin: Plugin) -> Answer:
    return {"name": plugin.name, "enabled": plugin.enabled, "sddl": plugin.sddl}
