"""Interface that the window needs to reach real hosts. The program hands it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gatepost.backend.connect.connections import Connection, ConnectRequest, KnownConnections
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job
from gatepost.session.host_session import HostSession

if TYPE_CHECKING:  # what comes of questions that a first window does not ask
    from gatepost.backend.connect.check_connection import StepResult
    from gatepost.backend.connect.host_names import HostNames


class Connector(Protocol):
    """Makes sessions of requests, and holds the list of known hosts."""

    def known(self) -> KnownConnections:
        """Return the hosts that were connected to, newest first."""
        ...

    def session(self, request: ConnectRequest) -> HostSession:
        """Make a session that is not read yet; once it is, the host counts as known."""
        ...

    def this_computer_session(self) -> HostSession:
        """Make a session of this computer that is not read yet."""
        ...

    def start_winrm(self) -> Job[None]:
        """Start WinRM on this computer in the background; the job fails with HostError."""
        ...

    def restart_as_administrator(self) -> Job[None]:
        """Start this program once more, elevated, in the background; the job fails with HostError."""
        ...

    def host_names(self, path: Path) -> Job[HostNames]:
        """Read a list of hosts in the background; the job fails with HostError."""
        ...

    def try_out(self, request: ConnectRequest) -> Job[tuple[StepResult, ...]]:
        """Test a connection in the background."""
        ...

    def allow_retry(self, request: ConnectRequest) -> None:
        """Hear that somebody has typed this account and password: they may be tried although they were rejected."""
        ...

    def protect(self, connection: Connection) -> Job[None]:
        """Save what protects a host, in the background; the job fails with HostError."""
        ...

    def keep(self, connection: Connection) -> Job[None]:
        """Put a connection first in the list, in the background; the job fails with HostError."""
        ...

    def forget(self, connection: Connection) -> Job[None]:
        """Take a host out of the list, with its password, in the background; the job fails with HostError."""
        ...

    def forget_password(self, connection: Connection) -> Job[None]:
        """Drop the remembered password of a host, in the background; the job fails with HostError."""
        ...

    def usual_proxy(self) -> str:
        """Return the proxy that is offered to a connection; "" for none."""
        ...

    def limitation(self) -> Job[Text]:
        """Ask in the background what stands in the way of remembering passwords."""
        ...
