"""Which tests reach which functions: a pytest plugin that notes it in a run, and what is read from the note.

``python -m pytest -p tests.mutation.reached tests/security`` writes to the file that ``GATEPOST_REACHED`` names.
"""

from __future__ import annotations

import ast
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

import pytest

import gatepost

_PACKAGE = os.fspath(Path(gatepost.__file__).parent)
_called: set[CodeType] = set()


@dataclass(frozen=True)
class Reach:
    """A test: its name for pytest, how many seconds it took, and where the functions begin that it called."""

    name: str
    seconds: float
    functions: frozenset[tuple[str, int]]


def _note(frame: FrameType, _event: str, _value: object) -> None:
    _called.add(frame.f_code)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Run a test and append to the note what it called, in every thread that it started."""
    _called.clear()
    failed = item.session.testsfailed
    threading.settrace(_note)
    sys.settrace(_note)
    began = time.monotonic()
    try:
        return (yield)
    finally:
        sys.settrace(None)
        threading.settrace(None)
        inside = {
            (os.path.relpath(code.co_filename, _PACKAGE), code.co_firstlineno)
            for code in _called.copy()
            if code.co_filename.startswith(_PACKAGE)
        }
        if item.session.testsfailed == failed:  # what fails anyway notices nothing
            with Path(os.environ["GATEPOST_REACHED"]).open("a", encoding="utf-8") as note:
                note.write(json.dumps([item.nodeid, time.monotonic() - began, sorted(inside)]) + "\n")


def read(note: Path) -> list[Reach]:
    """Return the tests of a note, the quickest first."""
    lines = note.read_text("utf-8").splitlines() if note.exists() else []
    tests = (json.loads(line) for line in lines)
    reached = (Reach(name, seconds, frozenset(map(tuple, called))) for name, seconds, called in tests)
    return sorted(reached, key=lambda test: test.seconds)


def tests_of(tests: list[Reach], module: str, source: str, line: int) -> list[Reach]:
    """Return the tests in the order to try them: those that call the function around a line, its module's, the others.

    What runs once only, when it is imported or because its result is kept, may have been noted for another test.
    """
    begins = _begin(source, line)

    def distance(test: Reach) -> int:
        if (module, begins) in test.functions:
            return 0
        return 1 if any(name == module for name, _ in test.functions) else 2

    return sorted(tests, key=distance)


def _begin(source: str, line: int) -> int | None:
    """Return where the innermost function around a line begins; its defaults belong to what is outside of it."""
    begin = None
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line <= (node.end_lineno or 0):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            begin = first if begin is None else max(begin, first)
    return begin
