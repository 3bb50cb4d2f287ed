"""This computer as a host, opened through Windows' own client, and remedies where Windows does not let it be read."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol

from gatepost.backend.failures.diagnose import cause_of, host_error
from gatepost.backend.failures.login_catalog import LoginCause
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedAction, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.wsman import Transport
from gatepost.wsman.errors import AuthenticationFailed, NotElevated, ServiceNotRunning, WsmanError, WsmanFault

START_SECONDS = 60.0
_STARTED = 0
_NO_REASON = 2  # what "net start" says of a service that runs already, of a disabled one, and of most other things
_NOT_PASSED_ON = "--password-stdin"  # a program that starts itself again has no such input


class Declined(Exception):
    """The user, or Windows, said no to running something as administrator."""


class Platform(Protocol):
    """Interface to Windows."""

    @property
    def account(self) -> str:
        """The account that runs this program, with its domain or computer."""
        ...

    @property
    def system_folder(self) -> str:
        """Where the programs of Windows itself are."""
        ...

    def connect(self) -> Transport:
        """Make a transport to this computer. Nothing is asked before the first operation.

        Raises:
            WsmanError: what that needs is not installed.
        """
        ...

    def run_as_administrator(self, program: str, arguments: list[str], seconds: float) -> int | None:
        """Start a program elevated, and wait up to ``seconds`` for its exit status; None while it still runs.

        Raises:
            Declined: it was not started.
        """
        ...


def this_platform() -> Platform | None:
    """Return Windows; None elsewhere."""
    if sys.platform == "win32":
        return _Windows()
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        return None


if sys.platform == "win32":
    import subprocess

    _RUNS_STILL = 259  # STILL_ACTIVE

    class _Windows:
        @property
        def account(self) -> str:
            import win32api
            import win32con

            return win32api.GetUserNameEx(win32con.NameSamCompatible)

        @property
        def system_folder(self) -> str:
            import win32api

            return win32api.GetSystemDirectory()

        def connect(self) -> Transport:
            from gatepost.wsman.local import connect_here

            return connect_here(self.account)

        def run_as_administrator(self, program: str, arguments: list[str], seconds: float) -> int | None:
            import pythoncom
            import pywintypes
            import win32con
            import win32event
            import win32process
            from win32comext.shell import shell, shellcon

            pythoncom.CoInitialize()  # the shell may ask its extensions, which want it
            try:
                started = shell.ShellExecuteEx(
                    fMask=shellcon.SEE_MASK_NOCLOSEPROCESS,
                    lpVerb="runas",
                    lpFile=program,
                    lpParameters=subprocess.list2cmdline(arguments),
                    nShow=win32con.SW_SHOWNORMAL,
                )
            except pywintypes.error as error:
                raise Declined(str(error.args[-1])) from error
            win32event.WaitForSingleObject(started["hProcess"], int(seconds * 1000))
            status = win32process.GetExitCodeProcess(started["hProcess"])
            return None if status == _RUNS_STILL else status


class Remedy(Enum):
    """What Gatepost can do about a failure at this computer."""

    START_WINRM = auto()
    RESTART_AS_ADMINISTRATOR = auto()
    TRY_NTLM = auto()


def remedy_of(error: HostError) -> Remedy | None:
    """Return what can be done about a failure; None where nothing of that kind helps."""
    match error.__cause__:
        case ServiceNotRunning():
            return Remedy.START_WINRM
        case NotElevated():
            return Remedy.RESTART_AS_ADMINISTRATOR
        case AuthenticationFailed() as refused if cause_of(refused) is LoginCause.TICKET_REFUSED:
            return Remedy.TRY_NTLM  # never by itself: the user has to choose the weaker scheme
    return None


class ThisComputer:
    """This computer; ``windows`` is None on other systems, which have no endpoints."""

    def __init__(self, journal: Journal, windows: Platform | None, arguments: Sequence[str] = ()) -> None:
        """``arguments`` are those that this program was started with."""
        self._journal = journal
        self._platform = windows
        self._arguments = [argument for argument in arguments if argument != _NOT_PASSED_ON]
        self.name = platform.node() or "localhost"
        self.key = f"local:{self.name.lower()}"

    @property
    def explanation(self) -> Text:
        """Why there is nothing to open here; NOTHING on Windows."""
        if self._platform is not None:
            return NOTHING
        return BACKEND.tr("This computer doesn't run Windows, so it has no endpoints.")

    def open(self) -> Host:
        """Make a host. Nothing is asked yet.

        Raises:
            HostError: what that needs is not installed, or this is not Windows.
        """
        try:
            transport = self._windows().connect()
        except WsmanError as error:
            raise host_error(error, self.name) from error
        return Host(transport, self._journal, key=self.key, name=self.name, kind=HostKind.THIS_COMPUTER)

    def start_winrm(self) -> None:
        """Start the service; Windows asks the user first. Does nothing where it runs. It is in the journal.

        Raises:
            HostError: it was not started, or the journal cannot be written and nothing was done.
        """
        from gatepost.endpoints.host.settings import RUNNING, STOPPED, WINRM

        program = f"{self._windows().system_folder}\\net.exe"
        host = HostIdentity(
            self.key, self.name, self._windows().account, "Windows", encrypted=True, kind=HostKind.THIS_COMPUTER
        )
        action = PlannedAction(host, BACKEND.tr("Start WinRM"))
        (number,) = self._journal.plan(action, [PlannedWrite(SubjectKind.SERVICE_STATE, WINRM, STOPPED, RUNNING)])
        self._journal.record_start(number)
        try:
            status = self._run(program, ["start", "WinRM"], START_SECONDS)
        except HostError as error:
            self._journal.record_end(number, WriteOutcome(WINRM, Outcome.UNCHANGED, error.summary))
            raise
        runs = status == _STARTED or (status == _NO_REASON and self._answers())
        outcome, message = _ended(status, runs=runs)
        self._journal.record_end(number, WriteOutcome(WINRM, outcome, message, fulfilled=runs))
        if not runs:
            raise HostError(
                BACKEND.tr("Can't start WinRM."),
                BACKEND.tr("Open services.msc and check whether the Windows Remote Management service is disabled."),
                details=f"net start WinRM: {'no end within a minute' if status is None else status}",
            )

    def _answers(self) -> bool:
        """Whether the service runs by now; one that refuses what it is asked runs, too."""
        transport = self._windows().connect()
        try:
            transport.identify()
        except WsmanFault:
            return True
        except WsmanError:
            return False
        finally:
            transport.close()
        return True

    def restart_as_administrator(self) -> None:
        """Start this program once more, elevated; Windows asks the user first. This one may end then.

        Raises:
            HostError: it was not started.
        """
        itself = [] if getattr(sys, "frozen", False) else ["-m", "gatepost"]
        self._run(sys.executable, [*itself, *self._arguments], 0)

    def _run(self, program: str, arguments: list[str], seconds: float) -> int | None:
        try:
            return self._windows().run_as_administrator(program, arguments, seconds)
        except Declined as error:
            raise HostError(
                BACKEND.tr("Administrator rights weren't granted."),
                BACKEND.tr("Try again and select Yes when Windows asks, or ask an administrator of this computer."),
                details=str(error),
            ) from error

    def _windows(self) -> Platform:
        if self._platform is None:
            raise HostError(self.explanation)
        return self._platform


def _ended(status: int | None, *, runs: bool) -> tuple[Outcome, Text]:
    """What is known of the start; ``status`` is that of "net start", None where it did not end in time."""
    if runs:
        return Outcome.CHANGED, BACKEND.tr("Started.")
    if status is None:
        return Outcome.UNKNOWN, BACKEND.tr(
            "The attempt to start WinRM didn't finish within a minute. Check the service in services.msc, then try again."
        )
    message = BACKEND.tr("Windows couldn't start WinRM ({status}). Check the System event log.", status=status)
    return Outcome.REFUSED, message
