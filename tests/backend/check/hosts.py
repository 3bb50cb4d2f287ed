"""Practice hosts for the host check: one as Gatepost assumes Windows to be, and one that is otherwise at every point."""

from __future__ import annotations

import json
from pathlib import Path

from gatepost.assets import resource_path
from gatepost.backend.check.own_endpoint import OwnEndpoint
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.wsman import Transport

RUN_AS = {"name": "WithRunAs", "sddl": "O:NSG:BAD:P(A;;GA;;;BA)", "run_as": r"CONTOSO\svc"}


IDENTITY = HostIdentity("http://srv01:5985", "srv01", "LAB\\admin", "NTLM", encrypted=True)


def own_endpoint(transport: Transport, journal: Path) -> OwnEndpoint:
    """The test endpoint of a check that keeps its journal in a file."""
    return OwnEndpoint(transport, Journal(journal), IDENTITY)


def scenario(folder: Path) -> str:
    """Write a scenario that answers every question that reading can answer; return its path."""
    data = json.loads(resource_path("practice", "windows-server.json").read_text("utf-8"))
    data["endpoints"].append(RUN_AS)
    path = folder / "check.json"
    path.write_text(json.dumps(data), "utf-8")
    return str(path)
