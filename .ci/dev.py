"""Set up and start: ``python3 .ci/dev.py run`` or ``python3 .ci/dev.py test``, with nothing but Python at hand.

It keeps a virtual environment in ``.venv``, on Debian and Ubuntu adds the system libraries that Qt misses,
and hands further arguments on: to the program for ``run``, to pytest for ``test``.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - that is what this line is for; everything above parses on 3.6
    print("Gatepost needs Python 3.11 or newer; this is %s." % platform.python_version(), file=sys.stderr)  # noqa: UP031
    sys.exit(2)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "gatepost-setup.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PICTURE = "gatepost-practice.png"
TAIL_LINES = 40

# What Qt's offscreen platform loads, and which Debian package holds it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
# What its X11 platform loads besides.
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class SetupFailed(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def say(line: str) -> None:
    """Print one line at once, in order with what children print."""
    print(line, flush=True)


def start(command: list[str], quiet: bool = False, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end, with nothing on its standard input; ``quiet`` keeps its output."""
    return subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        errors="replace",
    )


def quietly(command: list[str]) -> bool:
    """Run a command without its output; when it fails, show the end of that."""
    done = start(command, quiet=True)
    if done.returncode:
        say("\n".join(["$ " + " ".join(command), *done.stdout.splitlines()[-TAIL_LINES:]]))
    return done.returncode == 0


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of the libraries that the loader does not find."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def is_debian() -> bool:
    """Whether the system is Debian, Ubuntu or a relative."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return bool({"debian", "ubuntu"} & {release.get("ID", ""), *release.get("ID_LIKE", "").split()})


def system_packages() -> None:
    """Install what Qt and ``venv`` miss, or say in one line how to.

    Raises:
        SetupFailed: something is missing and could not be installed.
    """
    wanted = QT_LIBRARIES | (X11_LIBRARIES if os.environ.get("DISPLAY") else {})
    packages = missing_packages(wanted)
    if importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart from Python
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not packages:
        return
    if not is_debian():
        say(f"Qt may miss system libraries that Debian names {', '.join(packages)}.")
        return
    install(packages)


def install(packages: list[str]) -> None:
    """Install Debian packages through apt-get, where that may be done without asking anybody."""
    by_hand = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    is_root = sys.platform == "linux" and os.geteuid() == 0
    as_root = [] if is_root else ["sudo", "-n"]
    if as_root and (not shutil.which("sudo") or start([*as_root, "true"], quiet=True).returncode):
        raise SetupFailed(f"System packages are missing. Run this, then try again:\n  {by_hand}")
    say(f"Installing system packages: {' '.join(packages)}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    quietly([*apt, "update"])  # where it fails, the lists at hand may still do
    if not quietly([*apt, "install", "-y", "--no-install-recommends", *packages]):
        raise SetupFailed(f"apt-get failed. Run this, then try again:\n  {by_hand}")


def fingerprint() -> str:
    """Return a text that changes with what has to be installed, and with where and for which Python."""
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    parts = [settings["build-system"], project["dependencies"], project["optional-dependencies"]]
    parts += [project.get("gui-scripts"), str(ROOT), platform.python_version()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def is_sound() -> bool:
    """Whether the environment's Python starts and has what the program imports."""
    probe = "import sys, pip, lxml.etree, winrm, spnego, PySide6.QtWidgets; print(*sys.version_info[:2])"
    try:
        done = start([str(PYTHON), "-I", "-c", probe], quiet=True)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.split()[-2:] == [str(part) for part in sys.version_info[:2]]


def environment(extra: str) -> None:
    """Make ``.venv`` ready: kept when it is up to date, made anew when it is broken. ``extra``: "" or names of extras.

    Raises:
        SetupFailed: it cannot be made or filled.
    """
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        current = stamp["fingerprint"] == fingerprint() and extra in ("", stamp["extra"])
    except (OSError, ValueError, KeyError):
        stamp, current = {}, False
    if is_sound():
        if current or fill(extra or stamp.get("extra", "")):
            return
        say("The environment in .venv cannot be brought up to date.")
    say("Making the environment in .venv (a few minutes the first time)")
    if not quietly([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupFailed("The virtual environment cannot be made.")
    if not fill(extra) or not is_sound():
        raise SetupFailed("The project cannot be installed into .venv. Is the package index reachable?")


def fill(extra: str) -> bool:
    """Install the project and what it needs; tell whether that went well."""
    STAMP.unlink(missing_ok=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    if not quietly([str(PYTHON), "-m", "pip", "install", *options, "-e", target]):
        return False
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "extra": extra}), encoding="utf-8")
    return True


def run(arguments: list[str]) -> int:
    """Open the window on the practice host; without a display save a picture of it."""
    environment("")
    command = [str(PYTHON), "-m", "app"]
    arguments = ["--practice", *arguments]  # a scenario's name may follow
    if has_display():
        return start([*command, *arguments]).returncode
    picture = ROOT / PICTURE
    picture.unlink(missing_ok=True)
    status = start([*command, "--screenshot", PICTURE, *arguments], QT_QPA_PLATFORM="offscreen").returncode
    if picture.exists():
        say(f"There is no display: the practice window was drawn offscreen and saved as {PICTURE}.")
    return status


def test(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and sum up."""
    environment("test,ansible" if os.environ.get("CI") else "test")
    python = [str(PYTHON), "-m"]
    checks = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "mypy for Windows": [*python, "mypy", "--platform", "win32"],
        "import-linter": [str(SCRIPTS / "lint-imports")],
        "benchmarks": [*python, "pytest", "tests/bench", "-m", "bench", "-s", "-q"],
        "pytest": [*python, "pytest", *arguments],
    }
    results = []
    for name, command in checks.items():
        say(f"--- {name}")
        begun = time.monotonic()
        failed = start(command, QT_QPA_PLATFORM="offscreen").returncode != 0
        results.append((name, failed, time.monotonic() - begun))
    say("--- summary")
    for name, failed, seconds in results:
        say(f"{'FAILED' if failed else 'passed':8}{name} ({seconds:.0f} s)")
    return int(any(failed for _, failed, _ in results))


def main(arguments: list[str]) -> int:
    """Do what the first argument says; 2 for any other."""
    work = {"run": run, "test": test}.get(arguments[0] if arguments else "")
    if work is None:
        print("usage: python3 .ci/dev.py run|test [arguments passed on]", file=sys.stderr)
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
