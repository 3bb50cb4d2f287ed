"""Check the oldest allowed versions of the direct dependencies: every module imports, and the self-test passes."""

import hashlib
import os
import sys

from packages import ROOT, quietly, say, start
from requirements import oldest

VENV = ROOT / ".venv-oldest"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "gatepost-oldest.txt"
# Modules of optional packages, which are not installed here, may miss those.
IMPORT_ALL = """
import importlib, pkgutil, gatepost
optional = {"kerberos", "winkerberos", "krb5", "requests_credssp", "win32com", "pythoncom", "pywintypes"}
for module in pkgutil.walk_packages(gatepost.__path__, "gatepost."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as error:
            if error.name not in optional:
                raise
"""


def prepare() -> bool:
    """Install the pins into an environment of their own; kept while they stay the same."""
    pins = oldest()
    stamp = hashlib.sha256("\n".join([*pins, sys.version]).encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp:
        return True
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    done = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)]) and quietly([*pip, *pins])
    if done:
        STAMP.write_text(stamp, encoding="utf-8")
    return done


def main() -> int:
    """Return 0 if all went well."""
    if not prepare():
        return 1
    for command in (["-c", IMPORT_ALL], ["-m", "gatepost", "--selftest"]):
        done = start([str(PYTHON), *command], PYTHONPATH=str(ROOT / "app"), QT_QPA_PLATFORM="offscreen")
        if done.returncode:
            return 1
    say("The oldest allowed versions work: " + ", ".join(sorted({pin.partition(";")[0] for pin in oldest()})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
