"""What the page on the architecture says of folders, files and functions is so."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import gatepost
from gatepost.assets import resource_path

APP = Path(gatepost.__file__).parent
PAGE = resource_path("docs", "architecture.md").read_text("utf-8")
CODE = re.findall(r"`([^`]+)`", PAGE)
FILES = sorted({name for name in CODE if name.endswith(".py")})
NAMES = sorted({name for name in CODE if re.fullmatch(r"[A-Z][A-Za-z]+(\.\w+)?|[a-z]+_[a-z_]+", name)})


def first_sentence(folder: Path) -> str:
    return (ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or "").partition("\n")[0]


def defined() -> set[str]:
    """Every class, function and method of the package."""
    names: set[str] = set()
    for path in APP.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                members = [member.name for member in node.body if isinstance(member, ast.FunctionDef)]
                names |= {node.name, *(f"{node.name}.{member}" for member in members)}
            elif isinstance(node, ast.FunctionDef):
                names.add(node.name)
    return names


def test_every_folder_is_listed_with_the_sentence_of_its_package() -> None:
    folders = [path.parent for path in APP.rglob("__init__.py") if path.parent != APP]
    rows = dict(re.findall(r"^\| `([\w/]+)/` \| (.+) \|$", PAGE, re.MULTILINE))
    expected = {str(folder.relative_to(APP).as_posix()): first_sentence(folder) for folder in folders}
    assert rows == expected, "python .ci/architecture.py writes the table"


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_there(name: str) -> None:
    assert (APP / name).is_file()


def test_every_class_and_function_is_there() -> None:
    assert len(NAMES) > 40
    assert set(NAMES) - defined() == set()
