"""What has to be on the system: Debian packages are added where that may be done without asking anybody."""

import ctypes
import importlib.util
import io
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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
# What the tests talk to besides ourselves, a Kerberos realm and an NTLM acceptor in C, and what builds their client.
LAB_PROGRAMS = {
    "krb5kdc": "krb5-kdc",
    "kadmin.local": "krb5-admin-server",
    "kinit": "krb5-user",
    "krb5-config": "libkrb5-dev",
    "gcc": "gcc",
}
LAB_FILES = {
    "usr/lib/*/gssntlmssp/gssntlmssp.so": "gss-ntlmssp",
    "usr/include/stdio.h": "libc6-dev",
    "usr/lib/python3/dist-packages/samba/__init__.py": "python3-samba",
}
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


class SetupFailed(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def say(line: str) -> None:
    """Print one line at once, in order with what children print."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # pip draws boxes, which the code page of a pipe on Windows lacks
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


def quietly(command: list[str], **environment: str) -> bool:
    """Run a command without its output; when it fails, show the end of that."""
    done = start(command, quiet=True, **environment)
    if done.returncode:
        say("\n".join(["$ " + " ".join(command), *done.stdout.splitlines()[-TAIL_LINES:]]))
    return done.returncode == 0


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of the libraries that the loader does not find."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def lab_packages() -> list[str]:
    """Return the Debian packages that the tests with real counterparts need and that are not here."""
    missing = [package for program, package in LAB_PROGRAMS.items() if not shutil.which(program, path=PATH)]
    missing += [package for pattern, package in LAB_FILES.items() if not any(Path("/").glob(pattern))]
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    if sys.prefix == "/usr" and not headers.exists():  # any other Python comes with its own
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-dev")
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
