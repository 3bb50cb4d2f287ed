"""The command line of Gatepost."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from gatepost import __version__
from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.files.folders import DATA_VARIABLE
from gatepost.bootstrap.connect_options import OptionError, add_connect_options, connect_requests, settings_of
from gatepost.bootstrap.display import draw_offscreen, has_display
from gatepost.bootstrap.practice_process import DEFAULT_SCENARIO, PracticeProcess, scenarios
from gatepost.bootstrap.streams import USAGE_ERROR, say, with_streams
from gatepost.endpoints.visible import one_line

MAX_SECONDS = 86_400.0
COLLECT_AFTER = 10_000
"""New objects between two looks for unreachable cycles, which hold up every thread: 50,000 took 40 ms. Python's own 700 make
many looks at what stays."""
SWITCH_AFTER = 0.0005
"""Seconds after which a thread that computes gives way. The thread of the window asks for it with every call between Qt
and Python, hundreds for one picture: Python's own 5 ms would stall it."""

_CHECK = (
    "Ask a host what Gatepost assumes about Windows: confirmed, contradicted, or not answered. Reads only. The file is "
    "shown before it is saved, and holds no name, address, SID, or secret of the host."
)


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE_ERROR, f"gatepost: {one_line(message)}. Try gatepost --help.\n")


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    described = _Parser(
        prog="gatepost",
        description="Review and edit the permissions of PowerShell session configurations.",
        allow_abbrev=False,  # or --password would be taken for --password-stdin
    )
    described.add_argument(
        "--practice", nargs="?", const=DEFAULT_SCENARIO, metavar="SCENARIO",
        help=f"open the practice host with a scenario: {', '.join(scenarios())}",
    )  # fmt: skip
    add_connect_options(described)
    described.add_argument("--read-only", action="store_true", help="never write to a host")
    described.add_argument("--theme", choices=("system", "light", "dark"), help="theme of the window, for this run")
    described.add_argument("--screenshot", type=Path, metavar="FILE", help="save a picture of the window and quit")
    described.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="save a report on the hosts, without a window: .html, .csv or .json",
    )
    described.add_argument(
        "--report-seconds",
        type=_seconds,
        metavar="N",
        default=120.0,
        help="time for each host of a report (default: 120); a host that takes longer is reported as failed",
    )
    check = described.add_argument_group("host check", _CHECK)
    check.add_argument("--host-check", metavar="HOST", help="a host or its URL; with the options of hosts above")
    check.add_argument("--output", type=Path, metavar="FILE", help="where to save what was found")
    check.add_argument(
        "--with-test-endpoint",
        action="store_true",
        help="also create, change, and remove an endpoint Gatepost.Check; asks for the host's name first",
    )
    check.add_argument(
        "--with-run-as",
        action="store_true",
        help="also have the host store this account's password in that endpoint for a moment, to see whether it keeps it",
    )
    described.add_argument(
        "--data-folder",
        type=Path,
        metavar="FOLDER",
        help="keep history, settings and hosts there instead of in your user folder",
    )
    described.add_argument("--selftest", action="store_true", help="check this installation and print one JSON object")
    described.add_argument("--version", action="version", version=f"gatepost {__version__}")
    return described


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0, 1 for a failure, 2 for bad arguments or no display."""
    return with_streams(lambda: _main(arguments))


def _main(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    if options.data_folder is not None:
        os.environ[DATA_VARIABLE] = str(options.data_folder.absolute())
    requests = _requests(options)
    if options.host_check is not None:
        from gatepost.bootstrap.check_run import run_check

        return run_check(
            requests[0],
            settings_of(options),
            options.output,
            with_test_endpoint=options.with_test_endpoint,
            with_run_as=options.with_run_as,
        )
    if options.report is not None:
        return _report(options, requests)
    return _window_or_selftest(options, requests)


def _requests(options: argparse.Namespace) -> tuple[ConnectRequest, ...]:
    """Return the hosts that the options name; ends the program where the options do not fit together."""
    if (options.practice or DEFAULT_SCENARIO) not in scenarios():
        parser().error(f"there is no practice scenario {options.practice!r}; there are {', '.join(scenarios())}")
    if options.host_check is not None:
        _add_checked_host(options)
    elif options.output is not None or options.with_test_endpoint or options.with_run_as:
        parser().error("--output, --with-test-endpoint and --with-run-as need --host-check HOST")
    try:
        return connect_requests(options)
    except OptionError as error:
        parser().error(str(error))


def _window_or_selftest(options: argparse.Namespace, requests: tuple[ConnectRequest, ...]) -> int:
    """Show the window, or run the self-test: both need Qt."""
    if options.selftest or options.screenshot:
        draw_offscreen()
    elif not has_display():
        return _complain("there is no display. Use --screenshot FILE, or start it on a desktop")
    gc.set_threshold(COLLECT_AFTER)
    sys.setswitchinterval(SWITCH_AFTER)
    # Without it Python looks through all that is left for cycles when it ends, which takes longer than loading Qt.
    atexit.register(gc.freeze)
    wants_practice = options.practice or options.selftest or not requests
    child = PracticeProcess(options.practice or DEFAULT_SCENARIO) if wants_practice else None  # starts while Qt loads
    try:
        if options.selftest and child is not None:
            from gatepost.bootstrap.selftest_report import TimeLimit

            limit = TimeLimit()
            from gatepost.bootstrap.selftest import selftest

            start = partial(selftest, child, limit)
        else:
            gc.disable()  # what starting makes stays; once the window is shown, there is something to collect
            import gatepost.bootstrap.without_qt  # noqa: F401 - PySide reads the source of what is loaded after it
            from gatepost.bootstrap.window_run import run_window

            start = partial(run_window, child, requests, options)
    except ImportError as error:  # a system library that Qt needs
        if child is not None:
            child.close()
        return _complain(f"Qt cannot be loaded: {error}")
    return start()


def _add_checked_host(options: argparse.Namespace) -> None:
    common, *others = options.hosts
    if others or options.report or options.screenshot or options.selftest:
        parser().error("--host-check goes with no other host, report, picture, or self-test")
    if options.output is None:
        parser().error("--host-check needs --output FILE")
    if options.with_run_as and not options.with_test_endpoint:
        parser().error("--with-run-as needs --with-test-endpoint")
    if options.with_test_endpoint and options.read_only:
        parser().error("--with-test-endpoint writes, which --read-only rules out")
    options.hosts = (common, replace(common, host=options.host_check))


def _report(options: argparse.Namespace, requests: tuple[ConnectRequest, ...]) -> int:
    """Write a report; for that no display and no Qt is needed."""
    from gatepost.backend.reports.file import is_report_name
    from gatepost.bootstrap.report_run import run_report

    if not (requests or options.practice):
        parser().error("--report needs --connect HOST or --practice")
    if not is_report_name(options.report):
        parser().error("--report: the file's name has to end in .html, .csv or .json")
    child = PracticeProcess(options.practice) if options.practice else None
    return run_report(child, requests, options.report, options.report_seconds, settings_of(options))


def _seconds(typed: str) -> float:
    """Read a time limit.

    Raises:
        ValueError: it is no number, or too small or too large to be meant.
    """
    seconds = float(typed)
    if not 1 <= seconds <= MAX_SECONDS:
        raise ValueError
    return seconds


def _complain(why: str) -> int:
    """Say one line; a gui-script on Windows has nowhere to say it."""
    say(f"{why}.")
    return USAGE_ERROR


if __name__ == "__main__":
    sys.exit(main())
