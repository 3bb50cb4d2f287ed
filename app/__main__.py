"""The command line of Gatepost."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from app import __version__
from app.bootstrap.application import DEFAULT_SCENARIO, scenarios
from app.bootstrap.practice_process import PracticeProcess

USAGE_ERROR = 2


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE_ERROR, f"gatepost: {message}. Try gatepost --help.\n")


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    described = _Parser(
        prog="gatepost", description="Review and edit the permissions of PowerShell session configurations."
    )
    described.add_argument(
        "--practice", nargs="?", const=DEFAULT_SCENARIO, metavar="SCENARIO",
        help=f"open the practice host with a scenario: {', '.join(scenarios())}",
    )  # fmt: skip
    described.add_argument("--read-only", action="store_true", help="take every way to write away")
    described.add_argument("--theme", choices=("system", "light", "dark"), default="system", help="colours")
    described.add_argument("--screenshot", type=Path, metavar="FILE", help="open, load, save a picture, and quit")
    described.add_argument("--selftest", action="store_true", help="check this installation and print one JSON object")
    described.add_argument("--version", action="version", version=f"gatepost {__version__}")
    return described


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0, 1 for a failure, 2 for bad arguments or no display."""
    options = parser().parse_args(arguments)
    scenario = options.practice or DEFAULT_SCENARIO
    if scenario not in scenarios():
        parser().error(f"there is no practice scenario {scenario!r}; there are {', '.join(scenarios())}")
    if options.selftest or options.screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not has_display():
        sys.stderr.write("gatepost: there is no display. Use --screenshot FILE, or start it on a desktop.\n")
        return USAGE_ERROR
    child = PracticeProcess(scenario)  # starts while Qt loads
    from app.bootstrap.run import run, selftest

    if options.selftest:
        return selftest(child)
    return run(child, options)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
