"""Cleanup process that outlives a host check and removes its test endpoint if the check is killed.

It is told on standard input where the host is, says that it is ready, and waits. The word "done" dismisses it; the end
of the input without that word means that the process that started it is gone.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import gatepost
from gatepost.backend.check.own_endpoint import OwnEndpoint
from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_transport
from gatepost.backend.files.folders import user_folders
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.wsman import Transport

MODULE = "gatepost.bootstrap.cleanup_process"
_REMOVAL_TRIES = 60
_CONFIRMATIONS = 3  # in a row: what was sent last may still be carried out after the connection is gone
_PAUSE = 1.0  # seconds between two tries
_NOT_STARTED = WINDOW.tr(
    "Couldn't start the process that cleans up after an interrupted host check. No changes were made. Try "
    "again; if it fails again, see the log."
)
_READY, _DONE = "ready\n", "done\n"


class CleanupProcess:
    """The cleanup process; dismissed when the endpoint is known to be gone."""

    def __init__(self, connection: Connection, password: str, shells: tuple[str, ...]) -> None:
        """Start it.

        Raises:
            HostError: it did not start.
        """
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
            [sys.executable, "-m", MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            cwd=Path(gatepost.__file__).parent.parent,
            start_new_session=True,  # Ctrl+C is for the check alone
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        fields = asdict(connection) | {"address": connection.address.url}
        with contextlib.suppress(OSError):  # it is gone, which its answer shows
            self._process.stdin.write(json.dumps({"connection": fields, "password": password, "shells": shells}) + "\n")
            self._process.stdin.flush()
        if self._process.stdout.readline() != _READY:
            self.close(dismissed=False)
            raise HostError(_NOT_STARTED)

    def close(self, *, dismissed: bool) -> None:
        """End the conversation, and wait for the end of the process; it cleans up unless it is dismissed."""
        self._process.communicate(_DONE if dismissed else None)


def recorded_endpoint(transport: Transport, connection: Connection, shells: tuple[str, ...]) -> OwnEndpoint:
    """Return the test endpoint of a host, whose writes are noted in the journal."""
    journal = Journal(user_folders().journal)
    host = Host(transport, journal, connection.key, connection.address.label)
    return OwnEndpoint(transport, journal, host.identity, shells)


def main() -> int:
    """Wait, and clean up unless dismissed. Returns 1 if the endpoint may still be there."""
    for name in ("SIGINT", "SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    told: dict[str, Any] = json.loads(sys.stdin.readline())
    fields = told["connection"] | {"address": parse_address(told["connection"]["address"])}
    connection = Connection(**fields)
    transport = open_transport(connection, told["password"])
    sys.stdout.write(_READY)
    sys.stdout.flush()
    if sys.stdin.readline() == _DONE:
        return 0
    endpoint = recorded_endpoint(transport, connection, tuple(told["shells"]))
    gone = 0
    for _ in range(_REMOVAL_TRIES):
        gone = gone + 1 if endpoint.remove() else 0
        if gone == _CONFIRMATIONS:
            break
        time.sleep(_PAUSE)
    transport.close()
    return 0 if gone else 1


if __name__ == "__main__":
    sys.exit(main())
