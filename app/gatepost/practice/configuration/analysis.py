"""Quick configuration check (Analyze): what has to be done to make this host reachable.

The names of the elements are those that PowerShell reads; the wording of the results is ours.
"""

from __future__ import annotations

from gatepost.practice.state.machine import HTTP, PUBLIC, SimulatedMachine
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.markup import escape
from gatepost.practice.wire.soap import Request

_CFG = f"{{{names.CONFIG_SERVICE}}}"


def analysis(machine: SimulatedMachine, request: Request) -> str:
    """Return Analyze_OUTPUT.

    Raises:
        Fault: the body is not Analyze_INPUT.
    """
    if request.body is None or request.body.tag != _CFG + "Analyze_INPUT":
        raise Fault(faults.INVALID_REPRESENTATION)
    transport = (request.body.findtext(_CFG + "Transport") or HTTP).upper()
    missing = _missing(machine, transport, force=request.body.find(_CFG + "Force") is not None)
    results = "".join(f"<cfg:Results>{escape(line)}</cfg:Results>" for line in ["\n".join(missing)] if missing)
    update = "<cfg:EnableRemoting_INPUT></cfg:EnableRemoting_INPUT>" if missing else ""
    return (
        f'<cfg:Analyze_OUTPUT xmlns:cfg="{names.CONFIG_SERVICE}">'
        f"<cfg:RemotingEnabled>{str(not missing).lower()}</cfg:RemotingEnabled>{results}{update}</cfg:Analyze_OUTPUT>"
    )


def _missing(machine: SimulatedMachine, transport: str, *, force: bool) -> list[str]:
    found = []
    if machine.service.start_mode != "Auto":
        found.append("Have the WinRM service start by itself.")
    if not any(each.transport == transport and each.address == "*" for each in machine.listeners):
        found.append(f"Create a listener for {transport} on every address of this computer.")
    rules = [rule for rule in machine.rules if rule.port in (5985, 5986) and (force or rule.profiles != PUBLIC)]
    if not all(rule.enabled for rule in rules):
        found.append("Open the firewall for WinRM.")
    if machine.registry.token_policy != 1 and not machine.system.in_domain:
        found.append(
            "Set LocalAccountTokenFilterPolicy, so that local administrators keep their rights from the network."
        )
    return found
