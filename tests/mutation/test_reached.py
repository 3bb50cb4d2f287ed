"""The tests of a mutant are those that call the function around it."""

import subprocess
import sys
from pathlib import Path

import pytest

import gatepost
from tests.mutation.reached import Reach, read
from tests.mutation.reached import tests_of as chosen

SOURCE = """
LIMIT = 3

@cached
def outer(most: int = 4) -> int:
    def inner() -> int:
        return most
    return inner()
"""
CALLED = {"outer": [("a.py", 4)], "inner": [("a.py", 4), ("a.py", 6)], "other": [("b.py", 4)]}
TESTS = [Reach(name, 1.0, frozenset(called)) for name, called in CALLED.items()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (2, ["outer", "inner", "other"]),
        (5, ["outer", "inner", "other"]),
        (7, ["inner", "outer", "other"]),
        (8, ["outer", "inner", "other"]),
    ],
)
def test_a_mutant_is_tried_with_the_tests_that_call_its_function_first(line, expected):
    assert [test.name for test in chosen(TESTS, "a.py", SOURCE, line)] == expected


def test_a_run_notes_what_each_test_calls_and_leaves_failures_out(tmp_path):
    tmp_path.joinpath("test_it.py").write_text(
        "from gatepost.security import Sid\n"
        "def test_read():\n    assert Sid.parse('S-1-5-2').authority == 5\n"
        "def test_fails():\n    assert Sid.parse('S-1-5-2').authority == 6\n"
    )
    note = tmp_path / "note"
    root = Path(__file__).resolve().parents[2]
    app = Path(gatepost.__file__).parents[1]
    command = [sys.executable, "-m", "pytest", "-p", "tests.mutation.reached", "-p", "no:cacheprovider", str(tmp_path)]
    environment = {"PYTHONPATH": f"{app}:{root}", "GATEPOST_REACHED": str(note)}
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=100, check=False)
    (only,) = read(note)
    source = app.joinpath("gatepost/security/sid.py").read_text("utf-8")
    line = source[: source.index("def parse")].count("\n") + 5
    assert only.name == "test_it.py::test_read"
    far = Reach("far", 0.0, frozenset())
    assert chosen([far, only], "security/sid.py", source, line) == [only, far]
