"""The room's own rules."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import gatepost.security

ROOM = Path(gatepost.security.__file__).parent


def test_it_runs_on_the_standard_library_alone() -> None:
    script = "import sys, gatepost.security; print('\\n'.join({name.partition('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOM.parent.parent)!r}); {script}"]
    loaded = set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    assert loaded - set(sys.stdlib_module_names) <= {"gatepost", "__main__"}


def test_its_files_can_be_read_in_one_sitting() -> None:
    for file in ROOM.glob("*.py"):
        assert len(file.read_text("utf-8").splitlines()) <= 250, file.name


def test_what_it_exports_exists_and_has_words() -> None:
    for name in gatepost.security.__all__:
        value = getattr(gatepost.security, name)
        assert getattr(value, "__doc__", None), name


def test_every_module_says_what_it_is_for() -> None:
    for file in ROOM.glob("*.py"):
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), file.name
