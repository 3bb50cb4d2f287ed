"""What a test needs of the system: without it the test is skipped, but not where everything ought to be there."""

from __future__ import annotations

import os
import sys

import pytest


def needs(found: object, what: str) -> None:
    """Skip the module or the test where ``found`` is false; on a Linux CI that is a failure, for it installs them."""
    if found:
        return
    if os.environ.get("CI") and sys.platform == "linux":
        pytest.fail(f"not installed, and this is CI: {what}", pytrace=False)
    pytest.skip(f"not installed: {what}", allow_module_level=True)
