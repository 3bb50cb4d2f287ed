"""The set-up script, as far as it goes without a network and without rights."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".ci" / "dev.py"
FAILED = subprocess.CompletedProcess([], 1)
pytestmark = pytest.mark.skipif(not SCRIPT.is_file(), reason="not a checkout")


@pytest.fixture
def dev(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPT.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for name in ("dev", "packages", "requirements"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("dev")


@pytest.fixture
def packages(dev):
    return sys.modules["packages"]


@pytest.fixture
def no_rights(packages, monkeypatch):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(packages.shutil, "which", lambda name, path=None: None)


@pytest.mark.parametrize("arguments", [[], ["build"], ["--help"]])
def test_other_orders_get_one_line_and_status_2(arguments):
    done = subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["usage: python3 .ci/dev.py run|test|constraints|texts [arguments passed on]"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the loader of Linux")
def test_missing_libraries_become_packages(packages):
    assert packages.missing_packages({"libc.so.6": "libc6", "libnosuch.so.9": "libnosuch9"}) == ["libnosuch9"]


def test_without_rights_there_is_one_line_to_run(packages, no_rights):
    with pytest.raises(packages.SetupFailed) as caught:
        packages.install(["libegl1", "libgl1"])
    by_hand = str(caught.value).splitlines()[-1].strip()
    assert by_hand.startswith("sudo apt-get update && sudo apt-get install")
    assert by_hand.endswith("libegl1 libgl1")


@pytest.mark.skipif(sys.platform != "linux", reason="Debian has what it is about")
def test_without_rights_the_tests_go_on_with_less(dev, no_rights, monkeypatch, capsys):
    started = []
    monkeypatch.setattr(dev, "is_debian", lambda: True)
    monkeypatch.setattr(dev, "start", lambda command, **options: started.append(command) or FAILED)
    dev.lab()
    lines = capsys.readouterr().out.splitlines()
    assert "apt-get install" in lines[1]
    assert all(package in lines[1] for package in ("krb5-kdc", "krb5-user", "libkrb5-dev", "gcc"))
    assert "cannot be run" in lines[2]
    assert [command[-1] for command in started] == ["import krb5, kerberos"]


def test_what_has_to_be_installed_decides_whether_the_environment_is_current(dev, monkeypatch, tmp_path):
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    monkeypatch.setattr(dev, "project_settings", lambda: sys.modules["requirements"].project_settings(tmp_path))
    before = dev.fingerprint()
    (tmp_path / "pyproject.toml").write_text(text + "\n# a comment\n", "utf-8")
    assert dev.fingerprint() == before
    (tmp_path / "pyproject.toml").write_text(text.replace('"requests>=', '"requests>=0.1, >='), "utf-8")
    assert dev.fingerprint() != before


@pytest.mark.parametrize(("display", "wayland", "shown"), [("", "", False), (":0", "", True), ("", "wayland-0", True)])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_display_is_one_of_x11_or_wayland(dev, monkeypatch, display, wayland, shown):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert dev.has_display() is shown


@pytest.mark.parametrize("name", ["test", "lint", "bench", "dev", "ci"])
def test_dependency_groups_are_lists_of_requirements(dev, name):
    requirements = sys.modules["requirements"].group(name)
    assert requirements
    assert all(isinstance(item, str) for item in requirements)


def test_the_oldest_versions_are_the_lower_bounds(dev, monkeypatch):
    requirements = sys.modules["requirements"]
    project = {"dependencies": ["lxml>=5.2", "x.y[z]>=1,!=1.1; sys_platform == 'win32'"]}
    monkeypatch.setattr(requirements, "project_settings", lambda: {"project": project})
    assert requirements.oldest() == ["lxml==5.2", "x.y[z]==1; sys_platform == 'win32'"]
    project["dependencies"].append("anything")
    with pytest.raises(ValueError, match="no lower bound: anything"):
        requirements.oldest()


def test_only_ci_fixes_versions(dev, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    assert dev.constraints() == []
    monkeypatch.setenv("CI", "true")
    assert dev.constraints() == ["--constraint", str(ROOT / ".ci" / "constraints.txt")]


def test_what_a_code_page_lacks_does_not_hide_why_something_failed():
    """Windows gives a pipe cp1252, and pip draws boxes."""
    said = "import sys; sys.argv = ['dev.py', 'fails']; sys.path.insert(0, {folder!r}); import dev, packages\n"
    code = said.format(folder=str(SCRIPT.parent)) + (
        "from unittest.mock import patch\n"
        "with patch.object(dev, 'system_packages', lambda: packages.say('\u2570\u2500> [see above] \u274c \ufffd')),"
        " patch.object(dev, 'run', lambda arguments: 0), patch('platform.system', lambda: 'Linux'):\n"
        "    sys.exit(dev.main(['run']))\n"
    )
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"[see above]" in done.stdout


class TestRun:
    @pytest.fixture
    def started(self, dev, monkeypatch, tmp_path):
        """The commands, which all go well; a picture comes where one is asked for."""
        commands: list[list[str]] = []

        def start(command, **_):
            commands.append([str(word) for word in command])
            if "--screenshot" in commands[-1]:
                (tmp_path / dev.PICTURE).write_bytes(b"x")
            return subprocess.CompletedProcess(command, 0)

        monkeypatch.setattr(dev, "ROOT", tmp_path)
        monkeypatch.setattr(dev, "RESULTS", tmp_path / "results.xml")
        monkeypatch.setattr(dev, "environment", lambda extra: None)
        monkeypatch.setattr(dev, "lab", lambda: None)
        monkeypatch.setattr(dev, "start", start)
        return commands

    def test_the_window_opens_on_the_practice_host(self, dev, started, monkeypatch):
        monkeypatch.setattr(dev, "has_display", lambda: True)
        assert dev.run(["windows-server"]) == 0
        assert [command[1:] for command in started] == [["-m", "gatepost", "--practice", "windows-server"]]

    def test_without_a_display_a_picture_of_it_is_saved(self, dev, started, monkeypatch, capsys):
        monkeypatch.setattr(dev, "has_display", lambda: False)
        assert dev.run([]) == 0
        assert [command[1:] for command in started] == [
            ["-m", "gatepost", "--screenshot", "gatepost-practice.png", "--practice"]
        ]
        assert "saved as gatepost-practice.png" in capsys.readouterr().out

    def test_every_check_is_run_and_what_failed_is_summed_up(self, dev, started, monkeypatch, capsys):
        monkeypatch.delenv("GATEPOST_SEED", raising=False)
        start = dev.start
        monkeypatch.setattr(
            dev, "start", lambda command, **more: FAILED if "mypy" in command else start(command, **more)
        )
        assert dev.test([]) == 1
        summary = capsys.readouterr().out.partition("--- summary")[2]
        for check in ("ruff check", "ruff format", "import-linter", "benchmarks", "pytest"):
            assert f"passed  {check}" in summary
        assert "FAILED  mypy (" in summary and "FAILED  mypy for Windows" in summary
        assert "pytest left no report" in summary

    def test_property_tests_have_a_seed_that_repeats_them(self, dev, started, monkeypatch, capsys):
        monkeypatch.setenv("GATEPOST_SEED", "4711")
        assert dev.test(["-k", "x"]) == 0
        (pytest_run,) = [command for command in started if "-n" in command]
        assert "--hypothesis-seed=4711" in pytest_run and pytest_run[-2:] == ["-k", "x"]
        assert "GATEPOST_SEED=4711" in capsys.readouterr().out
        monkeypatch.delenv("GATEPOST_SEED")
        seeds = set()
        for _ in range(2):
            dev.test([])
            seeds |= {word for word in started[-1] if word.startswith("--hypothesis-seed=")}
        assert len(seeds) == 2

    def test_what_was_skipped_is_summed_up(self, dev, started):
        dev.RESULTS.write_text(
            '<testsuite><testcase><skipped type="pytest.skip" message="no reference data: &quot;x&quot;"/></testcase>'
            '<testcase><skipped type="pytest.skip" message="no reference data: &quot;x&quot;"/></testcase>'
            '<testcase><skipped type="pytest.skip" message="not on this system"/></testcase></testsuite>',
            "utf-8",
        )
        assert dev.skipped() == [
            'Skipped 2 tests: no reference data: "x"',
            "Skipped 1 tests: not on this system",
        ]
