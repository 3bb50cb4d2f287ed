"""The wheel that is built from the sdist carries everything and runs from any folder."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import gatepost

ROOT = Path(__file__).resolve().parent.parent
pytestmark = [
    pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="not a checkout"),
    pytest.mark.timeout(300),
]


def run(*command: str, cwd: Path = ROOT, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=200
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    """A folder into which the wheel is installed, as site-packages would be."""
    target = tmp_path_factory.mktemp("site")
    (wheel,) = built.glob("*.whl")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    run(sys.executable, "-m", "pip", "install", *quiet, "--target", str(target), str(wheel))
    return target


def test_the_sdist_holds_what_the_tests_need(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "app/gatepost/__init__.py", "tests/test_packaging.py"} <= names
    assert {f"resources/{p.relative_to(ROOT / 'resources').as_posix()}" for p in resource_files()} <= names


def test_the_wheel_holds_the_resources_and_nothing_beside_the_package(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    inside = {p.relative_to(ROOT / "resources").as_posix() for p in resource_files()}
    assert {f"gatepost/_resources/{name}" for name in inside if not name.startswith("packaging/")} <= names
    assert not [name for name in names if name.startswith("gatepost/_resources/packaging/")]
    assert {name.partition("/")[0] for name in names} == {"gatepost", f"gatepost-{gatepost.__version__}.dist-info"}


def test_the_installed_wheel_passes_its_self_test_from_another_folder(site, tmp_path):
    environment = {"PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}
    where = run(sys.executable, "-c", "import gatepost; print(gatepost.__file__)", cwd=tmp_path, **environment)
    assert Path(where.strip()).is_relative_to(site)
    result = json.loads(run(sys.executable, "-m", "gatepost", "--selftest", cwd=tmp_path, **environment))
    assert result["ok"] is True


def test_it_works_beside_another_package_called_app(site, tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("NAME = 'another program'\n", "utf-8")
    environment = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{site}", "QT_QPA_PLATFORM": "offscreen"}
    result = json.loads(run(sys.executable, "-m", "gatepost", "--selftest", cwd=tmp_path, **environment))
    assert result["ok"] is True
    assert run(sys.executable, "-c", "import app; print(app.NAME)", cwd=tmp_path, **environment) == "another program\n"


def resource_files():
    return [p for p in (ROOT / "resources").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
