"""Windows-only services: the local WS-Management client, elevation, and starting WinRM."""

from __future__ import annotations

import sys
from typing import Protocol

from gatepost.wsman import Transport


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
