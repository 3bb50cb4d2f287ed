"""Disable, the four fixes in the proposed order, the service started at the machine, Enable: what comes back?

The host is asked as "This computer" asks: local requests need neither a listener nor the firewall, so that every fix
can be carried out before the service stops.
"""

from __future__ import annotations

import json

import pytest

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting
from gatepost.endpoints.host.enable_steps import DEFAULT_STEPS, EnableStep, settings_to_enable, step_rows
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.host.setting_fixes import full_shutdown
from gatepost.endpoints.host.settings import Carrier
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.work import WorkContext
from gatepost.wsman.local import LocalTransport
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.practice.host_process import PracticeProcess
from tests.wsman.test_local import Automation

# What Enable-PSRemoting itself does not bring back: it enables what was disabled, takes away every Deny for NETWORK or
# Everyone that was there before, and gives these descriptors, which say nothing of NETWORK, entries of their own.
LOST_ENTRIES = ("(D;;GA;;;NU)", "(D;;GX;;;NU)", "(D;;GA;;;WD)")
STANDARD = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)S:P(AU;FA;GA;;;WD)"
FILLED = {
    "Empty.Dacl": STANDARD,
    "No.Security.Node": STANDARD + "(AU;SA;GXGW;;;WD)",
    "Null.Dacl": "O:NSG:BAD:(A;;GA;;;WD)",
}
# The service starts automatically, and ChangeStartMode cannot say "delayed"; the rule for public networks is enabled.
SETTINGS = {
    "reference-page": {"service delayed": [True, False]},
    "windows-server": {},
    "hard-cases": {"service start_mode": ["Manual", "Auto"], "rules WINRM-HTTP-In-TCP-PUBLIC": [False, True]},
}


@pytest.fixture(params=["reference-page", "windows-server", "hard-cases"])
def practice(request):
    with PracticeProcess(request.param) as process:
        yield process


@pytest.fixture
def here(practice, tmp_path):
    """The host as this computer: the COM objects are fakes that ask over the port for local callers."""
    account = practice.account()
    remotes = []

    def automation():
        remotes.append(connect(RemoteTarget("basic", *account, practice.interactive_url)))
        return Automation(remotes[-1])

    host = Host(LocalTransport(automation, account[0], lambda: True), Journal(tmp_path / "journal"), "here", "SERVER01")
    yield host
    for remote in remotes:
        remote.close()


def state(practice):
    """The whole of what can change on the host."""
    endpoints = {each["name"]: (each["enabled"], each["sddl"]) for each in practice.console("endpoints")["endpoints"]}
    machine = {name: value for name, value in practice.console("machine").items() if name != "ok"}
    return {"endpoints": endpoints, **machine}


def exposure(host) -> RemainingExposure:
    return host.reader.exposure(WorkContext())


def shut_down(host):
    """Carry the proposal out, one confirmed order after the other."""
    done = []
    for order in full_shutdown(exposure(host)):
        report = host.change_settings(order, host.identity, "CHG-1", WorkContext())
        assert not report.needs_attention, [str(o.message) for o in report.outcomes]
        done.append((str(order.verb), report.outcomes[-1].outcome))
    return done


def test_there_and_back(practice, here):
    before = state(practice)
    assert exposure(here).carrier is Carrier.LOCAL
    report = here.apply(disable_remoting(here.read_snapshot(WorkContext())), "CHG-1", WorkContext())
    assert not [o for o in report.outcomes if o.outcome not in (Outcome.CHANGED, Outcome.UNCHANGED)]

    done = shut_down(here)
    assert done[-1] == ("Stop WinRM", Outcome.UNKNOWN)
    assert all(outcome is Outcome.CHANGED for _, outcome in done[:-1])
    shut = state(practice)
    assert shut["service"] == {"running": False, "start_mode": "Disabled", "delayed": False}
    assert [each for each in shut["listeners"] if not each["policy"]] == []
    assert shut["token_policy"] in (None, 0)

    assert practice.console("set-start-mode Manual")["ok"] and practice.console("start-service")["ok"]
    snapshot = here.read_snapshot(WorkContext())
    ticked = DEFAULT_STEPS | ({EnableStep.TOKEN_POLICY} if before["token_policy"] == 1 else set())
    settings = settings_to_enable(step_rows(exposure(here), snapshot), ticked)
    report = here.apply(enable_remoting(snapshot), "CHG-1", WorkContext(), settings)
    refused = [o for o in report.outcomes if o.outcome not in (Outcome.CHANGED, Outcome.UNCHANGED)]
    assert refused == []

    after = state(practice)
    print(f"\n{practice.info['scenario']}: before {json.dumps(before)}\nafter {json.dumps(after)}")  # noqa: T201
    assert differences(before, after) == expected(practice.info["scenario"], before)


def differences(before, after):
    """Where two states differ, as place to (before, after)."""
    found = {}
    for part in before:
        if isinstance(before[part], dict):
            keys = before[part].keys() | after[part].keys()
            found |= {
                f"{part} {key}": [before[part].get(key), after[part].get(key)]
                for key in sorted(keys)
                if before[part].get(key) != after[part].get(key)
            }
        elif before[part] != after[part]:
            found[part] = [before[part], after[part]]
    return json.loads(json.dumps(found))


def expected(scenario, before):
    """The differences that are allowed, each of them named above."""
    found = dict(SETTINGS[scenario])
    for name, (enabled, sddls) in before["endpoints"].items():
        after = [FILLED[name]] if name in FILLED else [without_lost_entries(sddl) for sddl in sddls]
        if (enabled, sddls) != (True, after):
            found[f"endpoints {name}"] = [[enabled, sddls], [True, after]]
    return found


def without_lost_entries(sddl):
    for entry in LOST_ENTRIES:
        sddl = sddl.replace(entry, "")
    return sddl


def test_over_the_network_what_does_not_cut_is_done_and_one_of_the_others_sent(practice, tmp_path):
    transport = connect(RemoteTarget("ntlm", *practice.account(), practice.url))
    host = Host(transport, Journal(tmp_path / "journal"), "there", "SERVER01")
    orders = full_shutdown(exposure(host))
    cutting = [order.cuts for order in orders]
    assert cutting == sorted(cutting) and sum(cutting) >= 2
    for order in orders:
        if not order.cuts:
            assert not host.change_settings(order, host.identity, "", WorkContext()).needs_attention
    (sent,) = host.change_settings(orders[-1], host.identity, "", WorkContext()).outcomes
    assert (sent.outcome, sent.fulfilled) == (Outcome.UNKNOWN, True)
    (too_late,) = host.change_settings(orders[-2], host.identity, "", WorkContext()).outcomes
    assert too_late.outcome is Outcome.UNCHANGED and not too_late.fulfilled
    assert practice.console("machine")["service"] == {"running": False, "start_mode": "Disabled", "delayed": False}
    transport.close()
