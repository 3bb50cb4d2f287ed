"""Rights are granted on several hosts after one question; each host says itself who is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from gatepost.assets import resource_path
from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.endpoints.configuration.principal import Principal
from gatepost.endpoints.configuration.snapshot import UnreadablePlugin
from gatepost.security import AccessMask, Sid
from gatepost.security.sid import HostDomains
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant import BulkGrant
from gatepost.ui.bulk.report_dialog import BulkReportDialog
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import confirmed, granted, planned, sessions, with_all_selected
from tests.ui.window_driver import WindowDriver

FIRST = "microsoft.powershell"
ONE, TWO = "S-1-5-21-2938471055-1120493372-3384759102", "S-1-5-21-3310577415-1462098823-907715348"


def scenario_with_two_of_a_name(folder: Path) -> str:
    """Return a scenario in which the host and its domain have an account Operator each."""
    scenario = json.loads(resource_path("practice", "reference-page.json").read_text(encoding="utf-8"))
    scenario["accounts"].append({"user": "DOMAIN01\\Operator", "sid": "{domain}-1199", "groups": [], "role": "user"})
    path = folder / "two-operators.json"
    path.write_text(json.dumps(scenario), encoding="utf-8")
    return str(path)


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[list[PracticeProcess]]:
    with (
        PracticeProcess("reference-page") as one,
        PracticeProcess("windows-server") as two,
        PracticeProcess(scenario_with_two_of_a_name(tmp_path)) as three,
    ):
        yield [one, two, three]


@pytest.fixture
def three(driver: WindowDriver, hosts: list[PracticeProcess]) -> WindowDriver:
    """A window on three hosts, all selected."""
    return with_all_selected(driver, hosts)


def rows(dialog: BulkChangeDialog) -> list[tuple[str, str]]:
    model = dialog.table.rows
    return [(model.text(row, 1), model.text(row, 2)) for row in range(model.rowCount())]


@pytest.mark.parametrize("rights_action", list(RightsAction))
def test_only_granting_takes_no_access_by_its_nature(rights_action: RightsAction) -> None:
    action = BulkGrant("Operator", rights_action, AccessMask(0x10000000))
    assert action.takes_access is (rights_action is not RightsAction.GRANT)


def test_one_name_is_another_account_on_each_host_and_its_sid_is_shown(
    three: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    dialog = granted(three, "Administrator", FIRST)
    assert dialog.title_label.text() == "Grant rights to Administrator on 3 hosts?"
    assert dialog.effect_label.text().startswith(f"Execute(Invoke), on {FIRST}.")
    found = rows(dialog)
    assert f"{ONE}-500" in found[0][0] and f"{TWO}-500" in found[1][0]
    assert all("1 endpoint changes" in change and "Administrator" in effect for change, effect in found)
    dialog.details.unfold()
    assert (
        "+ Allow" in dialog.host_details.endpoints.as_text()
        and "Execute(Invoke)" in dialog.host_details.endpoints.as_text()
    )
    dialog.reason_edit.setText("ticket 9")
    confirmed(three, dialog)
    assert f"(A;;GX;;;{ONE}-500)" in hosts[0].sddl(FIRST) or "(A;;GX;;;LA)" in hosts[0].sddl(FIRST)
    assert f"{TWO}-500)" in hosts[1].sddl(FIRST) or "(A;;GX;;;LA)" in hosts[1].sddl(FIRST)
    assert "Administrator: applied and verified on 3 hosts" in three.window.status.message_label.text()
    written = three.journal.entries()
    assert len({entry.batch for entry in written}) == 3 and {entry.subject for entry in written} == {FIRST}
    assert {entry.reason for entry in written} == {"ticket 9"}


def test_a_host_without_the_account_or_with_two_of_that_name_is_left_alone(
    three: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    before = hosts[1].sddl(FIRST), hosts[2].sddl(FIRST)
    dialog = granted(three, "Operator", FIRST)
    found = rows(dialog)
    assert f"{ONE}-1001" in found[0][0]
    assert found[1] == ("-", '"Operator" wasn\'t found on this host.')
    assert found[2][0] == "-"
    assert found[2][1].startswith('Several accounts are called "Operator" here: ')
    assert "DOMAIN01\\Operator (" in found[2][1] and f"SERVER01\\Operator ({ONE}-1001)" in found[2][1]
    assert len(dialog.included) == 1
    confirmed(three, dialog)
    assert "GX" in hosts[0].sddl(FIRST)
    assert (hosts[1].sddl(FIRST), hosts[2].sddl(FIRST)) == before


def test_who_is_connected_is_told_of_losing_access_oneself(three: WindowDriver, hosts: list[PracticeProcess]) -> None:
    dialog = granted(three, "NETWORK", FIRST, RightsAction.DENY)
    assert dialog.title_label.text() == "Deny rights to NETWORK on 3 hosts?"
    for session, (change, effect) in zip(sessions(three), rows(dialog), strict=True):
        assert "S-1-5-2" in change and f"This includes you ({session.snapshot.host.account})" in effect
        assert "Lose access: BUILTIN\\Administrators" in effect
    assert dialog.confirm_button.property("tone") == "danger"
    dialog.reject()


def test_a_host_where_its_name_would_have_to_be_typed_is_left_alone(
    three: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    dialog = granted(three, "Administrators", FIRST, RightsAction.REMOVE)
    why = f"After this, no one will have access to {FIRST}. Make this change on this host by itself."
    assert rows(dialog)[0] == ("-", why)
    dialog.reject()


def test_a_host_without_the_endpoint_is_left_alone(three: WindowDriver, hosts: list[PracticeProcess]) -> None:
    dialog = granted(three, "Administrator", "WithProfile")
    assert rows(dialog)[1] == ("-", "This host has no endpoint WithProfile.")
    assert len(dialog.included) == 2
    dialog.reject()


def test_an_endpoint_that_cannot_be_read_is_not_said_to_be_missing(
    driver: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    driver.connect(hosts[0])
    (session,) = sessions(driver)
    damaged = UnreadablePlugin(FIRST, "not XML")
    snapshot = replace(session.snapshot, configurations=(), unreadable=(damaged,))
    for endpoint in (FIRST, ""):
        action = BulkGrant("Administrator", RightsAction.GRANT, AccessMask(0x20000000), endpoint)
        said = action.plan(None, snapshot, None)
        assert str(said) == f"Not changed, because they can't be read: {FIRST}."


def test_an_alias_is_shown_as_the_sid_that_it_stands_for(driver: WindowDriver, hosts: list[PracticeProcess]) -> None:
    driver.connect(hosts[0])
    (session,) = sessions(driver)
    known = replace(session.snapshot.accounts, domains=HostDomains(machine=Sid.parse(ONE)))
    host = SimpleNamespace(principals=SimpleNamespace(find=lambda typed, context: ()))
    action = BulkGrant("LA", RightsAction.GRANT, AccessMask(0x20000000), FIRST)
    sid, _ = action.plan(host, replace(session.snapshot, accounts=known), None).about
    assert str(sid) == f"{ONE}-500"


def test_a_long_name_of_an_account_leaves_its_sid_in_sight(driver: WindowDriver, hosts: list[PracticeProcess]) -> None:
    driver.connect(hosts[0])
    (session,) = sessions(driver)
    host = SimpleNamespace(
        principals=SimpleNamespace(find=lambda typed, context: (Principal(f"{ONE}-77777", "W" * 20_000),))
    )
    action = BulkGrant("W", RightsAction.GRANT, AccessMask(0x20000000), FIRST)
    sid, name = action.plan(host, session.snapshot, None).about
    assert str(sid) == f"{ONE}-77777" and len(str(name)) < 70


def test_a_failure_in_the_middle_leaves_the_others_done_and_their_revert_is_one_question_away(
    three: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    before = hosts[0].sddl(FIRST), hosts[2].sddl(FIRST)
    dialog = granted(three, "Administrator", "")
    assert len(dialog.included) == 3
    hosts[1].console("vanish")
    confirmed(three, dialog)
    report = three.dialog(BulkReportDialog)
    assert report.summary_label.text() == "2 of 3 hosts done as planned"
    assert hosts[0].sddl(FIRST) != before[0]
    report.revert_button.click()
    back = planned(three)
    assert len(back.included) == 2
    confirmed(three, back)
    assert (hosts[0].sddl(FIRST), hosts[2].sddl(FIRST)) == before
