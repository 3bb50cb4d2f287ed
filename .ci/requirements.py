"""What pyproject.toml says has to be installed: dependency groups, and the oldest versions that it allows."""

import re
from pathlib import Path
from typing import Any

from packages import ROOT

CONSTRAINTS = ROOT / ".ci" / "constraints.txt"


def project_settings(root: "Path | None" = None) -> "dict[str, Any]":
    """Return what pyproject.toml holds."""
    import tomllib

    return tomllib.loads(((root or ROOT) / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> "list[str]":
    """Return the requirements of a dependency group, with those of the groups that it includes (PEP 735)."""
    requirements: list[str] = []
    for item in project_settings()["dependency-groups"][name]:
        requirements += group(item["include-group"]) if isinstance(item, dict) else [item]
    return requirements


def oldest() -> "list[str]":
    """Return the direct dependencies, each pinned to the lower bound that pyproject.toml gives it.

    Raises:
        ValueError: a dependency has no lower bound.
    """
    pins = []
    for requirement in project_settings()["project"]["dependencies"]:
        wanted, _, marker = requirement.partition(";")
        bound = re.match(r"\s*([\w.-]+(?:\[[\w,-]+\])?)\s*>=\s*([\w.]+)", wanted)
        if bound is None:
            raise ValueError(f"no lower bound: {requirement}")
        pins.append(f"{bound[1]}=={bound[2]}" + (f"; {marker.strip()}" if marker else ""))
    return pins
