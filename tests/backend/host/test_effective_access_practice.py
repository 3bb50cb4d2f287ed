"""The computed answer against real shells: the practice host decides with a check of its own, pypsrp opens them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gatepost.assets import resource_path
from gatepost.endpoints.access.effective_access import Verdict, effective_access
from gatepost.endpoints.access.tokens import USERS, AccountToken, Origin
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.security import Sid
from tests.practice.session_prober import POWERSHELL, WINRS, Doors

SCENARIOS = sorted(path.stem for path in Path(resource_path("practice")).glob("*.json"))
INTERACTIVE = {Origin.NETWORK: False, Origin.LOOPBACK: True, Origin.WINRS: False}
ASKS_FOR_A_CLAIM = {"Claim.Department"}  # the only endpoint whose answer only a host with claims can give


def callers(scenario: str) -> dict[str, AccountToken]:
    """The accounts as the scenario's file describes them."""
    data = json.loads(Path(resource_path("practice", f"{scenario}.json")).read_text("utf-8"))

    def sid(text: str) -> Sid:
        return Sid.parse(text.replace("{machine}", data["machine_sid"]).replace("{domain}", data["domain_sid"]))

    return {
        account["user"]: AccountToken(frozenset({USERS, *map(sid, account["groups"])}), sid(account["sid"]))
        for account in data["accounts"]
    }


def compare(bench, session_prober: Doors, scenario: str) -> tuple[int, list[str]]:
    """Try every door as every account by every way; return how many were opened, and where the answers differ."""
    snapshot, opened, differ = bench.list(), 0, []
    for user, account_token in callers(scenario).items():
        for configuration in snapshot.configurations:
            for origin in (Origin.NETWORK, Origin.LOOPBACK):
                is_open = session_prober.opens(user, INTERACTIVE[origin], POWERSHELL + configuration.name)
                verdict = effective_access(snapshot.endpoint_with(configuration), account_token, origin).verdict
                opened += is_open
                expected = {True: Verdict.YES, False: Verdict.NO}[is_open]
                asks = configuration.name in ASKS_FOR_A_CLAIM and configuration.enabled and verdict is Verdict.UNKNOWN
                if verdict is not expected and not (asks and not is_open):
                    differ.append(f"{user} {configuration.name} {origin.value}: {verdict.value}, the host: {is_open}")
        answer = effective_access(snapshot.endpoints[0], account_token, Origin.WINRS)
        if (answer.verdict is Verdict.YES) is not session_prober.opens(user, INTERACTIVE[Origin.WINRS], WINRS):
            differ.append(f"{user} winrs: {answer.verdict.value}")
    return opened, differ


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_account_every_way_every_endpoint_and_after_every_change(start, scenario: str) -> None:
    bench = start(scenario)
    orders = [
        lambda _: None,
        disable_remoting,
        lambda snapshot: disable_remoting(snapshot, include_disabled=True),
        enable_remoting,
        lambda snapshot: set_access_mode(snapshot, [c.name for c in snapshot.configurations], AccessMode.DISABLED),
    ]
    found = []
    with Doors(bench.practice) as session_prober:
        for order in orders:
            change_set = order(bench.list())
            if change_set is not None:
                bench.apply(change_set)
            found.append(compare(bench, session_prober, scenario))
    assert [differ for _, differ in found] == [[]] * len(orders)
    assert all(opened for opened, _ in found[:-1]) and not found[-1][0]  # the comparison saw both answers


def test_root_sddl_and_edited_descriptors(start) -> None:
    bench = start("reference-page")
    bench.tell("root-sddl", "O:NSG:BAD:P(D;;GX;;;NU)(A;;GA;;;BA)(A;;GX;;;RM)")
    edits = {
        "microsoft.powershell": "O:NSG:BAD:P(A;;GX;;;RM)(D;;GX;;;NU)(A;;GA;;;BA)",
        "WithProfile": "O:NSG:BAD:P(XA;;GX;;;AU;((Member_of {SID(RM)}) || (Member_of {SID(IU)})))",
        "microsoft.powershell32": "O:NSG:BAD:P(XD;;GX;;;WD;(!(Member_of {SID(BA)})))(A;;GX;;;BU)",
        "microsoft.ServerManager": "O:BAG:BAD:P(A;;GX;;;OW)(A;;0x20000000;;;LA)",
        "Test": "D:NO_ACCESS_CONTROL",
    }
    for name, sddl in edits.items():
        bench.tell("set-sddl", name, sddl if sddl.startswith("O:") else f"O:NSG:BA{sddl}")
    with Doors(bench.practice) as session_prober:
        snapshot = bench.list()
        for user, account_token in callers("reference-page").items():
            for name in edits:
                configuration = snapshot.configuration(name)
                assert configuration is not None
                for origin in (Origin.NETWORK, Origin.LOOPBACK):
                    is_open = session_prober.opens(user, INTERACTIVE[origin], POWERSHELL + name)
                    verdict = effective_access(snapshot.endpoint_with(configuration), account_token, origin).verdict
                    assert verdict in ((Verdict.YES if is_open else Verdict.NO), Verdict.UNKNOWN), (user, name, origin)
                    assert verdict is not Verdict.UNKNOWN or "LA" in edits[name]
        user, account_token = next(iter(callers("reference-page").items()))
        answer = effective_access(snapshot.endpoints[0], account_token, Origin.WINRS)
        assert answer.verdict is Verdict.NO and not session_prober.opens(user, False, WINRS)
