"""What people install: the frozen folder and the Debian package, built here and used from another folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import gatepost
from tests.needs import needs

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "resources" / "packaging" / "build.py"
pytestmark = [
    pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="not a checkout"),
    pytest.mark.timeout(600),
]
needs(find_spec("PyInstaller"), "pyinstaller, of the dependency group packaging")

PROGRAM = "gatepost.exe" if sys.platform == "win32" else "gatepost"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything that was built."""
    output = tmp_path_factory.mktemp("built")
    done = subprocess.run(
        [sys.executable, BUILD, "--output", output], cwd=output, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return output


@pytest.fixture
def run(tmp_path: Path):
    """Run a program as somebody who has no Python, from a folder of his own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"GATEPOST_DATA": str(tmp_path / "data"), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    def run(program: Path | str, *arguments: object, status: int = 0, **more: str) -> str:
        done = subprocess.run(
            [str(program), *map(str, arguments)], cwd=tmp_path, env=environment | more, capture_output=True, text=True,
            check=False, timeout=200,
        )  # fmt: skip
        assert done.returncode == status, f"{done.stdout}\n{done.stderr}"
        return done.stdout

    return run


@pytest.mark.parametrize("program", ["gatepost", "gatepost-window"])
def test_both_programs_work(built: Path, run, tmp_path: Path, program: str) -> None:
    path = built / "gatepost" / PROGRAM.replace("gatepost", program)
    assert run(path, "--version") == f"gatepost {gatepost.__version__}\n"
    assert json.loads(run(path, "--selftest"))["ok"] is True
    run(path, "--practice", "--report", tmp_path / "report.json")
    assert len(json.loads((tmp_path / "report.json").read_text("utf-8"))["hosts"]) == 1
    run(path, "--practice", "hard-cases", "--screenshot", tmp_path / "window.png")
    assert (tmp_path / "window.png").stat().st_size > 10_000
    run(path, "--nonsense", status=2)


def test_a_folder_beside_the_program_holds_its_data(built: Path, run, tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "gatepost"
    shutil.copytree(built / "gatepost", copy, symlinks=True)
    (copy / "GatepostData").mkdir()
    run(copy / PROGRAM, "--practice", "--screenshot", tmp_path / "x.png", GATEPOST_DATA="")
    assert (copy / "GatepostData" / "journal.sqlite3").is_file()


def test_the_sums_are_right_and_the_materials_are_those_of_the_program(built: Path) -> None:
    (sums,) = built.glob("*.sha256")
    lines = [line.split("  ") for line in sums.read_text("utf-8").splitlines()]
    assert len(lines) >= 2
    for digest, name in lines:
        assert hashlib.sha256((built / name).read_bytes()).hexdigest() == digest
    (bill,) = built.glob("*.cdx.json")
    materials = json.loads(bill.read_text("utf-8"))
    assert (materials["bomFormat"], materials["specVersion"]) == ("CycloneDX", "1.5")
    names = {component["name"].lower() for component in materials["components"]}
    assert {"pyside6_essentials", "pywinrm", "lxml", "cryptography", "python"} <= names
    assert not {"pytest", "gatepost", "pyinstaller"} & names
    if shutil.which("dpkg-query"):
        assert "libx11-6" in names


def test_the_about_box_can_name_what_came_along(built: Path) -> None:
    inside = {path.name.partition("-")[0].lower() for path in built.rglob("*.dist-info")}
    assert {"gatepost", "pyside6_essentials", "pywinrm", "keyring"} <= inside


@pytest.fixture(scope="module")
def package(built: Path) -> Path:
    needs(shutil.which("dpkg-deb"), "dpkg-deb")
    (package,) = built.glob("*.deb")
    return package


def test_the_debian_package_holds_menu_entry_icon_and_manual(package: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path], check=True)
    for place in (
        "opt/gatepost/gatepost",
        "usr/bin/gatepost",
        "usr/bin/gatepost-window",
        "usr/share/applications/gatepost.desktop",
        "usr/share/icons/hicolor/scalable/apps/gatepost.svg",
        "usr/share/man/man1/gatepost.1.gz",
        "usr/share/doc/gatepost/copyright",
    ):
        assert (tmp_path / place).exists() or (tmp_path / place).is_symlink(), place
    assert (tmp_path / "usr/bin/gatepost").readlink() == Path("/opt/gatepost/gatepost")
    entry = (tmp_path / "usr/share/applications/gatepost.desktop").read_text("utf-8")
    assert "Exec=gatepost-window\nIcon=gatepost\n" in entry


@pytest.mark.skipif(not os.environ.get("CI"), reason="changes the system; CI does it")
def test_the_debian_package_is_installed_run_and_removed(package: Path, run) -> None:
    needs(os.geteuid() == 0, "the rights of root")
    subprocess.run(["dpkg", "--install", package], check=True, capture_output=True)
    try:
        assert json.loads(run("gatepost", "--selftest"))["ok"] is True
        assert run("/usr/bin/gatepost-window", "--version") == f"gatepost {gatepost.__version__}\n"
    finally:
        subprocess.run(["dpkg", "--remove", "gatepost"], check=True, capture_output=True)
    assert not [path for path in ("/opt/gatepost", "/usr/bin/gatepost") if os.path.lexists(path)]
