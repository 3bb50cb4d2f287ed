"""Mutable state of a practice host: plug-ins, machine, shells and counters, under one lock."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable
from copy import deepcopy

from gatepost.practice.accounts.accounts import Logon
from gatepost.practice.state.plugin import Plugin, Resource
from gatepost.practice.state.scenario import Scenario
from gatepost.practice.wire import names
from gatepost.practice.wire.soap import message_id

DEFAULT_PAGE = 50  # items; real hosts were seen to cut at about this many
MAX_OPEN = 1000  # shells, and enumerations, that are kept
_SHELL_ID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


class PracticeState:
    """Mutable state of a practice host. Hold ``lock`` around every use."""

    def __init__(self, scenario: Scenario) -> None:
        self.lock = threading.RLock()
        self.scenario = scenario
        self.root_sddl = scenario.root_sddl
        self.page_items = DEFAULT_PAGE
        self.counts: Counter[tuple[str, str]] = Counter()
        """Operations by kind and by what they are about; refused ones included, dropped ones not."""
        self.shells: dict[str, str] = {}  # ShellId -> SID text of the owner
        self.machine = deepcopy(scenario.machine)
        self.reach_changed: Callable[[], None] = lambda: None
        """Called after a change of service, listeners or firewall."""
        self._plugins = {plugin.name.lower(): plugin for plugin in scenario.plugins}

    @property
    def plugins(self) -> list[Plugin]:
        """All plug-ins, in the order of the configuration."""
        return list(self._plugins.values())

    def plugin(self, name: str) -> Plugin | None:
        """Return a plug-in by its name, in any case."""
        return self._plugins.get(name.lower())

    def store(self, plugin: Plugin) -> None:
        """Replace a plug-in by its new version."""
        self._plugins[plugin.name.lower()] = plugin

    def remove(self, plugin: Plugin) -> None:
        """Remove a plug-in."""
        del self._plugins[plugin.name.lower()]

    def resource_of(self, uri: str) -> tuple[Plugin, Resource] | None:
        """Return the plug-in and the resource that serve a URI; the longest ResourceUri wins."""
        resources = [
            (plugin, resource)
            for plugin in self._plugins.values()
            for resource in plugin.resources
            if resource.covers(uri)
        ]
        return max(resources, key=lambda pair: len(pair[1].uri), default=None)

    def open_shell(self, logon: Logon, requested_id: str = "") -> str:
        """Register a shell; return its id: the requested one if it is a GUID, else a new one."""
        shell_id = requested_id.upper() if _SHELL_ID.fullmatch(requested_id) else message_id().removeprefix("uuid:")
        self.shells[shell_id] = logon.account.sid
        while len(self.shells) > MAX_OPEN:
            del self.shells[next(iter(self.shells))]
        return shell_id

    def count(self, kind: str, uri: str = "") -> None:
        """Count one operation that reached the host as SOAP."""
        self.counts[kind, names.uri_tail(uri)] += 1
