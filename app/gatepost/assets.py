"""Find the files of resources/ in a checkout, an editable install, a wheel and a frozen build.

In the repository the data lives in ``resources/`` beside ``app/``; the wheel and the
frozen builds carry the same tree as ``gatepost/_resources/``. This module is the one place
that knows both.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def resource_root() -> Path:
    """Return the directory that holds icons/ and practice/.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    packaged = Path(str(files("gatepost"))) / "_resources"  # wheel, PyInstaller, Nuitka
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[2] / "resources"  # checkout, editable
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(f"no resources at {packaged} nor {checkout}")


def resource_path(*parts: str) -> Path:
    """Return the path of one resource; raise FileNotFoundError if it is missing."""
    path = resource_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
