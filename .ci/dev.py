"""Set up and start: ``python3 .ci/dev.py run`` or ``python3 .ci/dev.py test``, with nothing but Python at hand.

``python3 .ci/dev.py constraints`` writes the versions that CI installs, the newest ones, to .ci/constraints.txt.

``python3 .ci/dev.py texts`` renews the translations and writes every text of the window to build/texts.txt.

It keeps a virtual environment in ``.venv``, on Debian and Ubuntu adds the system libraries that Qt misses,
and hands further arguments on: to the program for ``run``, to pytest for ``test``.
"""

import collections
import hashlib
import html
import json
import os
import platform
import re
import secrets
import shutil
import sys
import tempfile
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - that is what this line is for; everything above parses on 3.6
    print("Gatepost needs Python 3.11 or newer; this is %s." % platform.python_version(), file=sys.stderr)  # noqa: UP031
    sys.exit(2)

from packages import ROOT, SetupFailed, install, is_debian, lab_packages, quietly, say, start, system_packages
from requirements import CONSTRAINTS, group, project_settings

VENV = ROOT / ".venv"
STAMP = VENV / "gatepost-setup.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PIP = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
RESULTS = VENV / "pytest-results.xml"
SEED = "GATEPOST_SEED"
PICTURE = "gatepost-practice.png"
RENEWED_BY = "# Written by: python3 .ci/dev.py constraints"


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def fingerprint() -> str:
    """Return a text that changes with what has to be installed, and with where and for which Python."""
    settings = project_settings()
    project = settings["project"]
    parts = [settings["build-system"], project["dependencies"], project["optional-dependencies"]]
    parts += [settings["dependency-groups"], constraints(), project.get("scripts"), project.get("gui-scripts")]
    parts += [str(ROOT), platform.python_version()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def constraints() -> list[str]:
    """Return pip's option for fixed versions: CI installs those of constraints.txt, everybody else the newest."""
    return ["--constraint", str(CONSTRAINTS)] if os.environ.get("CI") else []


def is_sound() -> bool:
    """Whether the environment's Python starts and has what the program imports."""
    probe = "import sys, pip, lxml.etree, winrm, spnego, PySide6.QtWidgets; print(*sys.version_info[:2])"
    try:
        done = start([str(PYTHON), "-I", "-c", probe], quiet=True)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.split()[-2:] == [str(part) for part in sys.version_info[:2]]


def environment(wanted: str) -> None:
    """Make ``.venv`` ready: kept when it is up to date, made anew when it is broken.

    ``wanted`` is the dependency group to install besides the project; "" for none, which keeps what is installed.

    Raises:
        SetupFailed: it cannot be made or filled.
    """
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        current = stamp["fingerprint"] == fingerprint() and wanted in ("", stamp["group"])
    except (OSError, ValueError, KeyError):
        stamp, current = {}, False
    if is_sound():
        if current or fill(wanted or stamp.get("group", "")):
            return
        say("The environment in .venv cannot be brought up to date.")
    say("Making the environment in .venv (a few minutes the first time)")
    if not quietly([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupFailed("The virtual environment cannot be made.")
    if not fill(wanted) or not is_sound():
        raise SetupFailed("The project cannot be installed into .venv. Is the package index reachable?")


def fill(wanted: str) -> bool:
    """Install the project and a dependency group; tell whether that went well."""
    STAMP.unlink(missing_ok=True)
    if not quietly([*PIP, *constraints(), "-e", str(ROOT), *(group(wanted) if wanted else [])]):
        return False
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "group": wanted}), encoding="utf-8")
    return True


def run(arguments: list[str]) -> int:
    """Open the window on the practice host; without a display save a picture of it."""
    environment("")
    command = [str(PYTHON), "-m", "gatepost"]
    arguments = ["--practice", *arguments]  # a scenario's name may follow
    if has_display():
        return start([*command, *arguments]).returncode
    picture = ROOT / PICTURE
    picture.unlink(missing_ok=True)
    status = start([*command, "--screenshot", PICTURE, *arguments], QT_QPA_PLATFORM="offscreen").returncode
    if picture.exists():
        say(f"There is no display: the practice window was drawn offscreen and saved as {PICTURE}.")
    return status


def lab() -> None:
    """Add what the tests talk to besides ourselves. Where it may not be added they are skipped, or fail on CI."""
    packages = lab_packages()
    try:
        if packages and is_debian():
            install(packages)
    except SetupFailed as failure:
        say(f"{failure}\nWithout them some tests with real counterparts cannot be run.")
    if start([str(PYTHON), "-c", "import krb5, kerberos"], quiet=True).returncode == 0:
        return
    if shutil.which("gcc") and shutil.which("krb5-config"):
        say("Building the Kerberos client for the tests (a minute or two the first time)")
        kerberos = project_settings()["project"]["optional-dependencies"]["kerberos"]
        quietly([*PIP, *constraints(), *kerberos], CFLAGS="-O0 -g0")  # built in half the time, and fast enough


def test(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and sum up."""
    environment("ci" if os.environ.get("CI") else "dev")
    if platform.system() == "Linux":
        lab()
    python = [str(PYTHON), "-m"]
    seed = os.environ.get(SEED) or str(secrets.randbelow(2**32))
    checks = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "mypy for Windows": [*python, "mypy", "--platform", "win32"],
        "import-linter": [str(SCRIPTS / "lint-imports")],
        "oldest versions": [str(PYTHON), str(ROOT / ".ci" / "oldest.py")],
        "benchmarks": [*python, "pytest", "tests/bench", "-m", "bench", "-s", "-q"],
        "pytest": [
            *python, "pytest", "-n", "2", "--dist", "loadfile", f"--hypothesis-seed={seed}", f"--junitxml={RESULTS}",
            *arguments,
        ],
    }  # fmt: skip
    RESULTS.unlink(missing_ok=True)
    results = []
    for name, command in checks.items():
        say(f"--- {name}")
        begun = time.monotonic()
        failed = start(command, QT_QPA_PLATFORM="offscreen").returncode != 0
        results.append((name, failed, time.monotonic() - begun))
    say("--- summary")
    for name, failed, seconds in results:
        say(f"{'FAILED' if failed else 'passed':8}{name} ({seconds:.0f} s)")
    say(f"Property tests: seed {seed}. To repeat them: {SEED}={seed}")
    for line in skipped():
        say(line)
    return int(any(failed for _, failed, _ in results))


def skipped() -> list[str]:
    """Return what the tests that were skipped have missed, with how many did."""
    try:
        report = RESULTS.read_text(encoding="utf-8")
    except OSError:
        return ["Skipped tests: not known, for pytest left no report."]
    reasons = collections.Counter(
        html.unescape(reason) for reason in re.findall(r'<skipped [^>]*message="([^"]*)"', report)
    )
    return [f"Skipped {count} tests: {reason}" for reason, count in reasons.most_common()] or ["Skipped tests: none."]


def renew_constraints(_: list[str]) -> int:
    """Write the newest versions that fit together, as installed into an environment of their own."""
    os.environ.pop("CI", None)  # the old constraints do not count
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder, SCRIPTS.name, PYTHON.name)
        kerberos = project_settings()["project"]["optional-dependencies"]["kerberos"]
        wanted = [str(ROOT), *group("ci"), *kerberos]
        install_all = [str(python), *PIP[1:], *wanted]
        if not quietly([sys.executable, "-m", "venv", folder]) or not quietly(install_all, CFLAGS="-O0 -g0"):
            raise SetupFailed("The newest versions cannot be installed.")
        done = start([str(python), "-m", "pip", "freeze", "--exclude", "gatepost"], quiet=True)
    lines = [line for line in done.stdout.splitlines() if "==" in line]
    CONSTRAINTS.write_text("\n".join([RENEWED_BY, *lines, ""]), encoding="utf-8")
    return 0


def renew_texts(_: list[str]) -> int:
    """Renew the translations and the list of all texts, see texts.py."""
    environment("")
    return start([str(PYTHON), str(ROOT / ".ci" / "texts.py")]).returncode


def main(arguments: list[str]) -> int:
    """Do what the first argument says; 2 for any other."""
    commands = {"run": run, "test": test, "constraints": renew_constraints, "texts": renew_texts}
    work = commands.get(arguments[0] if arguments else "")
    if work is None:
        print("usage: python3 .ci/dev.py run|test|constraints|texts [arguments passed on]", file=sys.stderr)
        return 2
    try:
        if platform.system() == "Linux":
            system_packages()
        return work(arguments[1:])
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
