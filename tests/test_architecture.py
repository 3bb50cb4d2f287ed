"""What import-linter cannot say: indirect imports, submodules of Qt, and the size of files."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import gatepost

APP = Path(gatepost.__file__).parent
MAX_LINES = 450
WITHOUT_QT = ["security", "endpoints", "wsman", "practice", "backend", "work", "compute_slots", "untrusted_xml"]
# Modules that only load where an optional extra is installed, and what they then miss.
OPTIONAL = {
    "gatepost.wsman.login.kerberos": {"kerberos", "winkerberos", "krb5"},
    "gatepost.wsman.login.credssp": {"requests_credssp"},
}
FORBIDDEN_QT = {"models": {"QtWidgets"}, "jobs": {"QtWidgets", "QtGui", "QtNetwork"}}


def modules_of(package: str) -> list[str]:
    """Every module of a package by its dotted name; entry points, which start to work when imported, left out."""
    path = APP / package
    files = path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]
    parts = [file.relative_to(APP.parent).with_suffix("").parts for file in sorted(files)]
    return [".".join(p[:-1] if p[-1] == "__init__" else p) for p in parts if p[-1] != "__main__"]


def imported_names(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("package", WITHOUT_QT)
def test_package_never_loads_qt(package):
    code = (
        f"import importlib, sys\n"
        f"optional = {OPTIONAL!r}\n"
        f"for name in {modules_of(package)!r}:\n"
        "    try: importlib.import_module(name)\n"
        "    except ModuleNotFoundError as error:\n"
        "        if error.name not in optional.get(name, ()): raise\n"
        "print([m for m in sys.modules if m.partition('.')[0] in ('PySide6', 'shiboken6')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_what_is_loaded_before_qt_needs_none():
    code = "import sys, gatepost.bootstrap.without_qt; print([m for m in sys.modules if m.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.parametrize("package", FORBIDDEN_QT)
def test_package_keeps_to_its_part_of_qt(package):
    forbidden = {f"PySide6.{name}" for name in FORBIDDEN_QT[package]}
    for path in (APP / package).rglob("*.py"):
        assert not imported_names(ast.parse(path.read_text("utf-8"))) & forbidden, path


def test_the_practice_host_does_not_use_our_access_check():
    for path in (APP / "practice").rglob("*.py"):
        names = imported_names(ast.parse(path.read_text("utf-8")))
        assert "gatepost.security.access_check" not in names, path


def test_files_stay_small():
    root = APP.parents[1]
    files = [p for folder in ("app", "tests", ".ci") for p in (root / folder).rglob("*.py")]
    sizes = {str(p.relative_to(root)): len(p.read_text("utf-8").splitlines()) for p in files}
    assert {name: size for name, size in sizes.items() if size >= MAX_LINES} == {}
