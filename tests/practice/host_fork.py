"""Fork practice hosts from one process that has imported their code: tests start more than a thousand of them."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from multiprocessing.connection import Connection

from gatepost.practice.__main__ import main

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__, "spnego"])


class ForkedHost:
    """The command line of the practice host in a forked process, with what tests use of ``subprocess.Popen``."""

    def __init__(self, arguments: list[str]) -> None:
        commands, write_end = multiprocessing.Pipe(duplex=False)
        read_end, answers = multiprocessing.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_run, args=(arguments, commands, answers))
        self._process.start()
        for end in (commands, answers):
            end.close()
        self.stdin = open(_descriptor(write_end), "w", encoding="utf-8")  # noqa: SIM115
        self.stdout = open(_descriptor(read_end), encoding="utf-8")  # noqa: SIM115
        self.pid = self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> None:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(self._process.name, timeout or 0)

    def kill(self) -> None:
        self._process.kill()


def _descriptor(end: Connection) -> int:
    with end:
        return os.dup(end.fileno())


def _run(arguments: list[str], commands: Connection, answers: Connection) -> None:
    for end, standard in ((commands, 0), (answers, 1)):
        with end:
            os.dup2(end.fileno(), standard)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - multiprocessing has closed the first one
    raise SystemExit(main(arguments))
