"""Practice hosts for the host check: one as Gatepost assumes Windows to be, and one that is otherwise at every point."""

from __future__ import annotations

import json
from pathlib import Path

from gatepost.assets import resource_path

RUN_AS = {"name": "WithRunAs", "sddl": "O:NSG:BAD:P(A;;GA;;;BA)", "run_as": r"CONTOSO\svc"}


def scenario(folder: Path, *, contrary: bool) -> str:
    """Write a scenario that answers every question that reading can answer; return its path."""
    data = json.loads(resource_path("practice", "windows-server.json").read_text("utf-8"))
    data["contrary"] = contrary
    data["endpoints"].append(RUN_AS)
    path = folder / f"check-{contrary}.json"
    path.write_text(json.dumps(data), "utf-8")
    return str(path)
