"""The practice host of the window: its process, and a connection to it."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget

_SECONDS = 5.0  # more than a computer needs to answer itself


class PracticeConnection:
    """A practice host that is started when it is first opened, and again after it has ended."""

    def __init__(self, scenario: str, journal: Journal, child: PracticeProcess | None) -> None:
        self._scenario = scenario
        self._journal = journal
        self._child = child

    def open(self, _: WorkContext) -> Host:
        if self._child is None or not self._child.is_alive():
            self.close()
            self._child = PracticeProcess(self._scenario)
        return open_practice_host(self._child, self._journal)

    def is_alive(self) -> bool:
        return self._child is not None and self._child.is_alive()

    def close(self) -> None:
        if self._child is not None:
            self._child.close()


def open_practice_host(child: PracticeProcess, journal: Journal) -> Host:
    """Connect to a practice host, as its administrator, once it listens.

    Raises:
        HostError: it did not start, or this computer does not reach its own address.
    """
    info = child.info()
    _check_loopback(info.url)
    target = RemoteTarget("ntlm", info.user, info.password, info.url)
    return Host(connect(target), journal, key=f"practice:{child.scenario}", name=info.host, kind=HostKind.PRACTICE)


def _check_loopback(url: str) -> None:
    """Connect once: a host on another computer fails for other reasons, and its messages name those."""
    address = urlsplit(url)
    try:
        socket.create_connection((address.hostname, address.port), _SECONDS).close()
    except ConnectionRefusedError:  # its service was stopped: the host answers, and its own message says so
        return
    except OSError as error:
        raise HostError(
            WINDOW.tr(
                "The practice host runs on this computer, but {address}, this computer's own address, doesn't answer ({why}).",
                address=address.hostname,
                why=error.strerror or error,
            ),
            WINDOW.tr(
                "Check that the loopback interface is on and that no security software blocks port {port}.",
                port=address.port,
            ),
        ) from error
