"""SDDL parses per second on real plug-in strings, against the parsers there are; and the slowest refusal."""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import importlib.util
import time
from collections.abc import Callable

import pytest

from gatepost.security import SddlError, SecurityDescriptor
from tests.needs import needs_reference_data
from tests.security.reference import lines

pytestmark = [pytest.mark.bench, needs_reference_data]

RUN_SECONDS = 0.5


def forget() -> None:
    """Empty every cache of the room, as in a process that has just started."""
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("gatepost.security"):
            each.cache_clear()


def keep() -> None:
    """Leave the caches as they are."""


def per_second(parse: Callable[[str], object], texts: list[str], before_each_round: Callable[[], None] = keep) -> float:
    """Parses per second: the best of three runs."""
    best = 0.0
    for _ in range(3):
        count, spent = 0, 0.0
        while spent < RUN_SECONDS:
            before_each_round()
            start = time.perf_counter()
            for text in texts:
                parse(text)
            spent += time.perf_counter() - start
            count += len(texts)
        best = max(best, count / spent)
    return best


def winsddl(text: str) -> object:
    return importlib.import_module("winsddl").SDDLParser().parse(text)


def test_parses_per_second(capsys: pytest.CaptureFixture[str]) -> None:
    texts = lines("plugin.txt")
    pytest.importorskip("winsddl")
    theirs = per_second(winsddl, texts)
    figures = {
        "gatepost": per_second(SecurityDescriptor.from_sddl, texts),
        "gatepost, caches emptied before each round": per_second(SecurityDescriptor.from_sddl, texts, forget),
        "winsddl (validates nothing)": theirs,
    }
    if importlib.util.find_spec("sddl_parser") is not None:
        parse_sddl = importlib.import_module("sddl_parser").parse_sddl
        readable = [text for text in texts if _reads(parse_sddl, text)]
        figures[f"sddl-parser (the {len(readable)} of {len(texts)} that it reads)"] = per_second(parse_sddl, readable)
    with capsys.disabled():
        print(f"\nSDDL parses per second, {len(texts)} plug-in strings")
        for name, figure in figures.items():
            print(f"  {figure:10,.0f}  {figure / theirs:6.2f} x winsddl  {name}")


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except Exception:  # noqa: BLE001 - whatever the other parser raises
        return False
    return True


def test_slowest_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    slowest = (0.0, "")
    for text in lines("invalid.txt"):
        start = time.perf_counter()
        with contextlib.suppress(SddlError):  # Windows reads two of them
            SecurityDescriptor.from_sddl(text)
        slowest = max(slowest, (time.perf_counter() - start, text))
    with capsys.disabled():
        print(f"\nslowest refusal: {slowest[0] * 1000:.3f} ms, of {len(slowest[1])} characters: {slowest[1][:60]!r}")
