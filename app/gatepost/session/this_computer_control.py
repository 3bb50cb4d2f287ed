"""This computer as a host: its session, and what Windows asks the user about."""

from __future__ import annotations

from gatepost.backend.connect.this_computer import ThisComputer
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection

_LANE = "elevation"  # of questions that Windows asks


class ThisComputerControl:
    """Makes sessions of this computer, starts WinRM on it, and starts Gatepost elevated."""

    def __init__(self, computer: ThisComputer, runner: JobRunner) -> None:
        self._computer = computer
        self._runner = runner

    def session(self) -> HostSession:
        """Make a session that is not read yet."""
        computer = self._computer
        name = shown(WINDOW.tr("This computer"))
        source = HostConnection(lambda _: computer.open())
        return HostSession(
            computer.key, name, HostKind.THIS_COMPUTER, source, self._runner, explanation=computer.explanation
        )

    def start_winrm(self) -> Job[None]:
        """Start WinRM in the background; the job fails with HostError."""
        return self._runner.submit(_LANE, lambda _: self._computer.start_winrm(), writes=True)

    def restart_as_administrator(self) -> Job[None]:
        """Start this program once more, elevated, in the background; the job fails with HostError."""
        return self._runner.submit(_LANE, lambda _: self._computer.restart_as_administrator())
