"""A process that carries out orders in children of its own, each of which may be killed at any moment.

Run as a program. Reads one JSON object a line: ``order`` (what to do, or one of SETTINGS to change), ``names`` (the endpoints),
``dies_at`` (the number of the step at which the child kills itself, 0 for never), ``seconds`` (when it is killed from
outside, null for never).
Writes a line when the child is gone: the number of steps that it took, 0 if it was killed. Everything is imported once,
so a child costs a fork.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

from gatepost.backend.host.host import Host
from gatepost.backend.host.settings_client import SettingsClient
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host.setting_change_set import TOKEN_POLICY, SettingChangeSet, SettingWrite
from gatepost.endpoints.host.setting_state import (
    ABSENT_LISTENER,
    KnownState,
    ListenerState,
    RuleState,
    StartMode,
    TokenPolicy,
)
from gatepost.endpoints.host.settings import AUTOMATIC, MANUAL, WINRM, Listener
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import SubjectKind
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from tests.endpoints.documents import ROOT_SDDL

LISTENER = Listener("IP:192.0.2.77", "HTTP", 5985)
SETTINGS = {  # of each kind one, and the two states between which it goes
    "start mode": (SubjectKind.START_MODE, WINRM, StartMode(AUTOMATIC), StartMode(MANUAL)),
    "firewall rule": (SubjectKind.FIREWALL_RULE, "WINRM-HTTP-In-TCP-PUBLIC", RuleState(True), RuleState(False)),
    "token policy": (SubjectKind.TOKEN_POLICY, TOKEN_POLICY, TokenPolicy(None), TokenPolicy(1)),
    "listener": (SubjectKind.LISTENER, LISTENER.key, ABSENT_LISTENER, ListenerState.of(LISTENER)),
}


class Steps:
    """Counts what is done to journal and host; the process dies at the chosen step."""

    def __init__(self, dies_at: int) -> None:
        self.taken = 0
        self._dies_at = dies_at

    def step(self) -> None:
        self.taken += 1
        if self.taken == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


class Watched:
    """Something every call of which is a step before it and one after it."""

    def __init__(self, real: object, steps: Steps) -> None:
        self._real, self._steps = real, steps

    def __getattr__(self, name: str):
        found = getattr(self._real, name)
        if not callable(found):
            return found

        def called(*arguments: object, **more: object):
            self._steps.step()
            result = found(*arguments, **more)
            self._steps.step()
            return result

        return called


def order_for(kind: str, snapshot: HostSnapshot, journal: Journal) -> ChangeSet:
    names = [c.name for c in snapshot.configurations]
    if kind == "take back":
        entries = [entry for entry in journal.entries() if entry.subject in names]
        return revert_change_set(plan_revert([e for e in entries if e.batch == entries[-1].batch], snapshot))
    if kind == "disable":
        return disable_remoting(snapshot, include_disabled=True)
    if kind == "enable":
        return enable_remoting(snapshot)
    return set_access_mode(snapshot, names, AccessMode(kind))


def setting_order(
    transport: Transport, kind: SubjectKind, subject: str, one: KnownState, other: KnownState
) -> SettingChangeSet:
    now = SettingsClient(transport).state(kind, subject)
    write = SettingWrite(subject, now, other if now == one else one)
    return SettingChangeSet(english("Change a setting"), (write,), english(""))


def live(target: RemoteTarget, path: Path, request: dict, writer: int) -> None:
    """Carry one order out; tell when it begins, and the number of steps it took."""
    steps = Steps(request["dies_at"])
    journal = Journal(path)
    transport = connect(target)
    host = Host(transport, journal, "practice", "SERVER01", kind=HostKind.PRACTICE)
    found = tuple(
        SessionConfiguration.from_xml(transport.get(uris.CONFIG_PLUGIN, {"Name": name})) for name in request["names"]
    )
    snapshot = HostSnapshot(host.identity, found, ROOT_SDDL)
    setting = SETTINGS.get(request["order"])
    order = setting_order(transport, *setting) if setting is not None else None
    change_set = order_for(request["order"], snapshot, journal) if setting is None else None
    host._transport, host._journal = Watched(transport, steps), Watched(journal, steps)
    os.write(writer, b"begins\n")
    if order is not None:
        host.change_settings(order, host.identity, "CHG", WorkContext())
    elif change_set is not None:
        host.apply(change_set, "CHG", WorkContext())
    os.write(writer, str(steps.taken).encode())


def main() -> None:
    url, user, password, path = sys.argv[1:]
    target = RemoteTarget("ntlm", user, password, url)
    warm = connect(target)
    warm.identify()  # what is imported when it is needed is imported here, and not by each child
    warm.close()
    for line in sys.stdin:
        request = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                live(target, Path(path), request, writer)
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            if pipe.readline() and request["seconds"] is not None:
                time.sleep(request["seconds"])
                os.kill(child, signal.SIGKILL)  # nobody has waited for it yet, so the number is still its own
            taken = pipe.read()
        os.waitpid(child, 0)
        sys.stdout.write(f"{taken or 0}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
