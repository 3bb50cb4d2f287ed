"""The version of a build as Windows keeps it in a program's file: four numbers, which have no word for a pre-release."""

import re


def file_version(version: str) -> tuple[int, int, int, int]:
    """Return "0.3.0rc1" as (0, 3, 0, 0)."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    assert release, version
    first, second, third, fourth, *_ = [*map(int, release[0].split(".")), 0, 0, 0, 0]
    return first, second, third, fourth
