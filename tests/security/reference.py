"""Answers of real Windows and of Microsoft's own ACL code, outside the project; tests that need them skip without."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.needs import reference_folder

_FOLDER = reference_folder("sddl")


def path(name: str) -> Path:
    return _FOLDER / name


def lines(name: str) -> list[str]:
    # Lines may hold any character but the line feed.
    return path(name).read_bytes().decode("utf-8").split("\n")[:-1]


def records(name: str) -> Iterator[dict[str, Any]]:
    with (gzip.open if name.endswith(".gz") else open)(path(name), "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
