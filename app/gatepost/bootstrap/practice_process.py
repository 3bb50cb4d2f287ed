"""The practice host as a child process: what it can be started with, and where it listens."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import gatepost
from gatepost.assets import resource_path
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW

DEFAULT_SCENARIO = "reference-page"
START_SECONDS = 20.0


def scenarios() -> tuple[str, ...]:
    """Return the names of the practice scenarios, the default one first."""
    names = sorted(path.stem for path in resource_path("practice").glob("*.json"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT_SCENARIO))


@dataclass(frozen=True, slots=True)
class PracticeInfo:
    """Where a practice host listens and as whom one may log on."""

    url: str
    host: str
    user: str
    password: str = field(repr=False)


class PracticeProcess:
    """A practice host that lives as long as this process: it ends when its standard input closes."""

    def __init__(self, scenario: str) -> None:
        self.scenario = scenario
        command = [sys.executable, "-m", "gatepost.practice", "--scenario", scenario, "--port", "0"]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=Path(gatepost.__file__).parent.parent,  # ``-m`` looks there first, and must find this gatepost
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no console window on Windows
        )
        self._info: PracticeInfo | None = None

    def info(self) -> PracticeInfo:
        """Wait until the host listens and return where.

        Raises:
            HostError: it did not start within 20 seconds, or said something else.
        """
        if self._info is None:
            self._info = self._read_info()
        return self._info

    def is_alive(self) -> bool:
        """Whether the process has not ended yet."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process and wait for it."""
        try:
            self._process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def _read_info(self) -> PracticeInfo:
        assert self._process.stdout is not None
        watchdog = threading.Timer(START_SECONDS, self._process.kill)
        watchdog.start()
        try:
            line = self._process.stdout.readline()
            info: dict[str, Any] = json.loads(line)
            admin = next(a for a in info["accounts"] if a["role"] == "administrator")
            return PracticeInfo(info["url"], info["host"], admin["user"], admin["password"])
        except (ValueError, KeyError, StopIteration) as error:
            raise HostError(
                WINDOW.tr("The practice host {scenario} didn't start.", scenario=self.scenario),
                WINDOW.tr(
                    "Run this in a terminal to see why: python -m gatepost.practice --scenario {scenario}",
                    scenario=self.scenario,
                ),
            ) from error
        finally:
            watchdog.cancel()
