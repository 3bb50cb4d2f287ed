"""What a test needs of the system: without it the test is skipped, but not where everything ought to be there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

REFERENCE_DATA = "GATEPOST_REFERENCE_DATA"
needs_reference_data = pytest.mark.skipif(
    not os.environ.get(REFERENCE_DATA), reason=f"no reference data: {REFERENCE_DATA} names no folder"
)


def reference_folder(name: str) -> Path:
    """Return a folder of the answers of real Windows, which are not part of the project.

    Where no data are named the tests that need them are skipped. Data that are named have to be there.

    Raises:
        FileNotFoundError: the folder of this name is not among the data.
    """
    named = os.environ.get(REFERENCE_DATA, "")
    folder = Path(named or "/nonexistent", name)
    if named and not folder.is_dir():
        raise FileNotFoundError(f"{REFERENCE_DATA} is set, and {folder} is not there")
    return folder


def needs(found: object, what: str) -> None:
    """Skip the module or the test where ``found`` is false; on a Linux CI that is a failure, for it installs them."""
    if found:
        return
    if os.environ.get("CI") and sys.platform == "linux":
        pytest.fail(f"not installed, and this is CI: {what}", pytrace=False)
    pytest.skip(f"not installed: {what}", allow_module_level=True)
