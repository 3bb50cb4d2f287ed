"""The files around the program: icons, manual page, setup script and the workflow that builds a release."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from gatepost import __version__
from gatepost.__main__ import parser
from tests.needs import needs

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "resources" / "packaging"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
ICON = ROOT / "resources" / "icons" / "gatepost.svg"
pytestmark = pytest.mark.skipif(not PACKAGING.is_dir(), reason="not a checkout")


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PACKAGING)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for name in ("icons", "manual", "components", "file_version"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_the_icon_of_windows_has_every_size_that_windows_draws(qapp) -> None:
    from icons import ICO_SIZES, ico

    octets = ico(ICON)
    reserved, kind, count = struct.unpack_from("<HHH", octets)
    assert (reserved, kind, count) == (0, 1, len(ICO_SIZES))
    for number, size in enumerate(ICO_SIZES):
        width, height, *_, length, offset = struct.unpack_from("<BBBBHHII", octets, 6 + 16 * number)
        picture = QImage.fromData(octets[offset : offset + length], "PNG")
        assert (width or 256, height or 256) == (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(size // 2, size // 2).alpha() > 0


def test_debians_libraries_in_a_folder_are_named_by_their_packages(tmp_path: Path) -> None:
    from components import debian_packages

    needs(shutil.which("dpkg-query"), "dpkg-query")
    listed = subprocess.run(["dpkg-query", "--listfiles", "libsqlite3-0"], check=True, capture_output=True, text=True)
    library = next(path for path in map(Path, listed.stdout.splitlines()) if path.name == "libsqlite3.so.0")
    shutil.copy(library, tmp_path / library.name)
    (tmp_path / "libz.so.1").write_bytes(b"not Debian's")
    (tmp_path / "ours.so").write_bytes(b"")
    (found,) = debian_packages(tmp_path)
    assert found["name"] == "libsqlite3-0" and found["version"][0].isdigit()
    assert found["purl"].startswith("pkg:deb/") and "/libsqlite3-0@" in found["purl"]
    assert debian_packages(tmp_path / "empty") == []


def test_the_icon_of_macos_is_whole(qapp) -> None:
    from icons import ICNS_SIZES, icns

    octets = icns(ICON)
    assert octets[:4] == b"icns"
    assert struct.unpack_from(">I", octets, 4) == (len(octets),)
    at, found = 8, {}
    while at < len(octets):
        (length,) = struct.unpack_from(">I", octets, at + 4)
        found[octets[at : at + 4]] = QImage.fromData(octets[at + 8 : at + length], "PNG").width()
        at += length
    assert found == ICNS_SIZES


def test_the_manual_page_names_every_option() -> None:
    from manual import manual_page

    page = manual_page()
    hidden = ("--password",)
    options = {name for action in parser()._actions for name in action.option_strings} - set(hidden)
    assert "--selftest" in options
    for name in options:
        assert f"\\fB{name.replace('-', chr(92) + '-')}\\fR" in page
    assert "--password\\fR" not in page.replace("\\-", "-")


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here")
def test_the_manual_page_is_sound_roff() -> None:
    from manual import manual_page

    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-z"], input=manual_page(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_setup_script_takes_only_what_there_is() -> None:
    script = (PACKAGING / "gatepost.iss").read_text("utf-8")
    assert (PACKAGING / re.search(r"LicenseFile=(.+)", script)[1].replace("\\", "/")).is_file()
    programs = set(re.findall(r"\{app\}\\(gatepost[\w-]*)\.exe", script))
    built = re.findall(r'\("(gatepost[\w-]*)", (?:True|False)\)', (PACKAGING / "gatepost.spec").read_text("utf-8"))
    assert programs == set(built)
    assert set(re.findall(r"\{#(\w+)\}", script)) <= {"Name", "Version", "Numbers", "Output", "BaseName"}


def sections_of(script: str) -> dict[str, list[str]]:
    """The lines of each section of an Inno Setup script, without comments."""
    found: dict[str, list[str]] = {}
    for line in script.splitlines():
        if re.fullmatch(r"\[\w+\]", line):
            found[line[1:-1]] = []
        elif found and line and not line.startswith(";"):
            found[list(found)[-1]].append(line)
    return found


def test_what_the_setup_script_names_of_itself_is_there() -> None:
    """Inno Setup runs on Windows alone; this is what can be seen of the script without it."""
    sections = sections_of((PACKAGING / "gatepost.iss").read_text("utf-8"))
    assert list(sections) == ["Setup", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run", "Code"]
    entries = [line for name, lines in sections.items() if name not in ("Setup", "Code") for line in lines]
    tasks = set(re.findall(r'Name: "(\w+)"', "\n".join(sections["Tasks"])))
    code = "\n".join(sections["Code"])
    asked = set(re.findall(r"WizardIsTaskSelected\('(\w+)'\)", code))
    assert set(re.findall(r"; Tasks: (\w+)", "\n".join(entries))) | asked == tasks
    assert len(re.findall(r"\bbegin\b", code)) == len(re.findall(r"\bend;", code))
    for line in entries:
        assert all(re.fullmatch(r"\s*\w+: .+", part) for part in re.split(r";(?=\s*\w+: )", line)), line


def test_the_setup_script_takes_what_the_build_makes() -> None:
    script = (PACKAGING / "gatepost.iss").read_text("utf-8")
    build = (PACKAGING / "build.py").read_text("utf-8")
    taken = set(re.findall(r"\{#Output\}\\([\w.\\*-]+)", script))
    assert taken == {"icons\\gatepost.ico", "gatepost\\*"}
    assert 'write_icons(ICON, output / "icons")' in build and 'folder = output / "gatepost"' in build
    handed = set(re.findall(r"/D(\w+)=", build))
    assert handed == set(re.findall(r"\{#(\w+)\}", script)) - {"Name"}


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.2.0", (0, 2, 0, 0)), ("1.0", (1, 0, 0, 0)), ("0.3.0rc1", (0, 3, 0, 0)), ("2.1.3.4.post1", (2, 1, 3, 4))],
)
def test_windows_gets_a_version_in_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    from file_version import file_version

    assert file_version(version) == numbers


def test_no_file_for_a_release_has_a_version_of_its_own() -> None:
    for file in [*PACKAGING.iterdir(), WORKFLOW]:
        assert not file.is_file() or __version__ not in file.read_text("utf-8"), file.name


def test_what_others_have_written_for_the_workflow_cannot_change_under_it() -> None:
    used = re.findall(r"uses: (.+)", WORKFLOW.read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_a_command_that_fails_fails_its_step() -> None:
    """Bash goes on after a failure on the left of "&&", also with -e."""
    assert "&&" not in WORKFLOW.read_text("utf-8")


def findings(workflow: Path) -> str:
    """What actionlint says."""
    program = shutil.which("actionlint", path=str(Path(sys.executable).parent))
    needs(program, "actionlint, of the dependency group packaging")
    done = subprocess.run([str(program), "-oneline", workflow], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout


def test_the_release_workflow_is_sound() -> None:
    assert findings(WORKFLOW) == ""


def test_a_mistake_in_the_workflow_would_be_seen(tmp_path: Path) -> None:
    broken = tmp_path / "release.yml"
    broken.write_text(WORKFLOW.read_text("utf-8").replace("matrix.os }}", "matrix.system }}"), "utf-8")
    assert 'property "system" is not defined' in findings(broken)
