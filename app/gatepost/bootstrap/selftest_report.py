"""What ``gatepost --selftest`` prints: one JSON object. Nothing here needs Qt, which may be what hangs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from gatepost import __version__
from gatepost.bootstrap.time_limit import TimeLimit

SECONDS = 120.0  # many times what it takes


def print_report(found: Mapping[str, object], problems: Sequence[str]) -> int:
    """Print what was found and return the exit status."""
    report = {"version": __version__, "python": sys.version.split()[0], **found, "ok": not problems}
    if problems:
        report["problem"] = "; ".join(problems)
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return 1 if problems else 0


def limited() -> TimeLimit:
    """Begin the time of a self-test: a step that hangs is named, and ends it."""

    def late(step: str) -> None:
        print_report({}, [f"not finished within {SECONDS:g} seconds; it was still {step}"])

    return TimeLimit(SECONDS, late)
