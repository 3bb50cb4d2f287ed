"""Spawn a practice host for a test and talk to its console."""

from __future__ import annotations

import contextlib
import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
PRACTICE = "gatepost.practice"


class PracticeProcess:
    """A practice host in a process of its own; a context manager.

    ``info`` is its first line: url, interactive_url, host, scenario, pid, accounts.
    """

    def __init__(self, scenario: str = "reference-page", *arguments: str, module: str = PRACTICE) -> None:
        self.process = _started(module, ["--scenario", scenario, "--port", "0", *arguments])
        first = self._read_line()
        if not first:
            self.close()
            raise RuntimeError(f"the practice host did not start: {arguments}")
        self.info: dict[str, Any] = json.loads(first)

    @property
    def url(self) -> str:
        return str(self.info["url"])

    @property
    def interactive_url(self) -> str:
        return str(self.info["interactive_url"])

    def account(self, role: str = "administrator") -> tuple[str, str]:
        """Return user and password of the first account with a role."""
        return next((a["user"], a["password"]) for a in self.info["accounts"] if a["role"] == role)

    def console(self, *words: str) -> dict[str, Any]:
        """Send a command, as one text or as words that are quoted as needed; return its answer."""
        line = words[0] if len(words) == 1 else shlex.join(words)
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._read_line())
        return answer

    def sddl(self, name: str) -> str:
        """Return the stored SDDL of an endpoint's only Security element."""
        (only,) = self.console("show", name)["sddl"]
        return str(only)

    def close(self) -> None:
        """End the process by closing its input; harmless when called again."""
        assert self.process.stdin is not None and self.process.stdout is not None
        with contextlib.suppress(OSError):  # it is gone already
            self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def _read_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def __enter__(self) -> PracticeProcess:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _started(module: str, arguments: list[str]) -> Any:
    if module == PRACTICE and sys.platform == "linux":
        from tests.practice.host_fork import ForkedHost

        return ForkedHost(arguments)
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
