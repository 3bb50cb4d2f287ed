"""Answers of real Windows and of Microsoft's own ACL code, outside the project; tests that need them skip without."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_FOLDER = os.environ.get("GATEPOST_REFERENCE_DATA")
needs_reference_data = pytest.mark.skipif(
    not _FOLDER or not (Path(_FOLDER) / "sddl").is_dir(), reason="GATEPOST_REFERENCE_DATA names no folder with sddl/"
)


def path(name: str) -> Path:
    assert _FOLDER
    return Path(_FOLDER) / "sddl" / name


def lines(name: str) -> list[str]:
    # Lines may hold any character but the line feed.
    return path(name).read_bytes().decode("utf-8").split("\n")[:-1]


def records(name: str) -> Iterator[dict[str, Any]]:
    with (gzip.open if name.endswith(".gz") else open)(path(name), "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
