"""What has to be known before several hosts are changed is said once, with the hosts; nothing is out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from gatepost.endpoints.text import english
from gatepost.security import Sid
from gatepost.security.sid import HostDomains
from gatepost.session.host_session import HostSession
from gatepost.ui.bulk.action import BulkDisable
from gatepost.ui.bulk.grouped_warnings import GroupedWarning, grouped_warnings
from gatepost.ui.bulk.plan import BulkPlanning
from gatepost.ui.bulk.warnings_box import WarningsBox
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import granted, question, sessions, with_all_selected
from tests.ui.bulk.sessions import ReadSessions
from tests.ui.window_driver import WindowDriver

FIRST = "microsoft.powershell"
MACHINE, DOMAIN = (Sid.parse(f"S-1-5-21-11-22-{number}") for number in (33, 44))
PEOPLE = [f"S-1-5-21-2938471055-1120493372-3384759102-{number}" for number in range(2001, 2009)]
MISREAD = f"O:NSG:BAD:P(D;;GA;;;{PEOPLE[0]})(A;;GA;;;BA)(A;;GA;;;IU)"


@pytest.fixture
def hosts() -> Iterator[list[PracticeProcess]]:
    with PracticeProcess() as one, PracticeProcess() as two, PracticeProcess() as three:
        yield [one, two, three]


def test_broad_access_is_warned_of_once_for_all_hosts(driver: WindowDriver, hosts: list[PracticeProcess]) -> None:
    with_all_selected(driver, hosts)
    dialog = granted(driver, "S-1-1-0", FIRST)
    names = ", ".join(session.name for session in sessions(driver))
    assert dialog.warnings.label.text() == f"Everyone will gain access to {FIRST}. ({names})"
    assert dialog.warnings.fold.isHidden()  # there is nothing more to say
    dialog.reject()


def test_hosts_and_warnings_that_the_first_lines_leave_out_unfold(qtbot) -> None:
    box = WarningsBox()
    qtbot.addWidget(box)
    names = tuple(f"srv{number}" for number in range(5))
    warnings = [GroupedWarning(english(f"Warning {number}."), names[: number + 1]) for number in range(5)]
    box.show_warnings(tuple(reversed(warnings)), 5)
    assert (
        box.label.text() == "Warning 4. (all 5 hosts)\nWarning 3. (srv0, srv1, srv2, +1)\nWarning 2. (srv0, srv1, srv2)"
    )
    box.fold.unfold()
    rows = [
        tuple(box.fold.table.rows.text(row, column) for column in range(2))
        for row in range(box.fold.table.rows.rowCount())
    ]
    assert rows[:2] == [("Warning 4.", "srv0"), ("", "srv1")] and rows[-1] == ("Warning 0.", "srv0")
    assert len(rows) == 5 + 4 + 3 + 2 + 1
    box.show_warnings((warnings[4], warnings[2]), 5)
    assert box.fold.isHidden()


def test_what_an_action_warns_of_is_said_for_the_host_that_it_concerns(
    driver: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    hosts[1].console("set-sddl", FIRST, MISREAD)
    with_all_selected(driver, hosts)
    dialog = question(driver, driver.window.actions_.disable_many)
    two = sessions(driver)[1].name
    said = dialog.warnings.label.text().split("\n")
    assert len(said) == 2 and "This includes you" in said[0] and "You can still manage" not in said[0]
    assert said[1].startswith(f"Disable-PSRemoting would leave {FIRST} open") and said[1].endswith(f"({two})")
    dialog.reject()


def test_nothing_is_warned_of_where_nobody_can_be_surprised(driver: WindowDriver, hosts: list[PracticeProcess]) -> None:
    with_all_selected(driver, hosts)
    dialog = granted(driver, "Remote Management Users", FIRST)
    assert dialog.included and dialog.warnings.isHidden()
    dialog.reject()


def test_everybody_who_loses_access_is_in_the_details(driver: WindowDriver, hosts: list[PracticeProcess]) -> None:
    hosts[0].console("set-sddl", FIRST, "O:NSG:BAD:P(A;;GA;;;BA)" + "".join(f"(A;;GA;;;{sid})" for sid in PEOPLE))
    with_all_selected(driver, hosts)
    dialog = question(driver, driver.window.actions_.disable_many)
    assert ", +" in dialog.table.rows.text(0, 2)
    dialog.details.unfold()
    losses = dialog.host_details.access.losses
    losses.unfold()
    assert all(sid in losses.table.as_text() for sid in PEOPLE)
    dialog.table.setCurrentIndex(dialog.table.rows.index(1, 0))
    assert not any(sid in losses.table.as_text() for sid in PEOPLE)
    dialog.reject()


# One host under several names


@pytest.fixture
def read(qapp: QObject, hosts: list[PracticeProcess], tmp_path: Path) -> Iterator[ReadSessions]:
    made = ReadSessions(hosts[0], tmp_path)
    yield made
    made.close()


def named(read: ReadSessions, name: str, machine: Sid | None, domain: Sid | None = None) -> HostSession:
    """Return a session whose host has told of which machine its accounts are."""
    session = read.make(f"http://{name}:5985", name)
    assert session.snapshot is not None
    accounts = replace(session.snapshot.accounts, domains=HostDomains(machine, domain))
    session.snapshot = replace(session.snapshot, accounts=accounts)
    return session


def warned(qtbot, read: ReadSessions, *hosts: HostSession) -> list[GroupedWarning]:
    planning = BulkPlanning(BulkDisable(), hosts, hosts[0])
    planning.start()
    qtbot.waitUntil(lambda: len(read.runner.pending) == len(hosts))
    read.runner.run_all()
    assert planning.is_done
    return [each for each in grouped_warnings(planning.plans) if "under several names" in str(each.said)]


def test_hosts_of_one_machine_sid_with_the_same_endpoints_might_be_one(read: ReadSessions, qtbot) -> None:
    hosts = [named(read, name, MACHINE, DOMAIN) for name in ("srv01", "srv01.contoso.com")]
    (warning,) = warned(qtbot, read, *hosts, named(read, "srv02", DOMAIN, MACHINE))
    assert warning.hosts == ("srv01", "srv01.contoso.com") and str(MACHINE) in str(warning.said)


def test_nothing_is_claimed_of_hosts_that_have_not_told_of_their_machine(read: ReadSessions, qtbot) -> None:
    assert warned(qtbot, read, *(named(read, name, None) for name in ("srv01", "srv01.contoso.com"))) == []


def test_controllers_of_one_domain_are_different_hosts(read: ReadSessions, qtbot) -> None:
    assert warned(qtbot, read, *(named(read, name, DOMAIN, DOMAIN) for name in ("dc01", "dc02"))) == []


def test_hosts_whose_endpoints_differ_are_different_hosts(
    read: ReadSessions, hosts: list[PracticeProcess], qtbot
) -> None:
    one, two = (named(read, name, MACHINE) for name in ("srv01", "srv02"))
    planning = BulkPlanning(BulkDisable(), [one, two], one)
    planning.start()
    qtbot.waitUntil(lambda: len(read.runner.pending) == 2)
    read.runner.run_next()
    hosts[0].console("set-sddl", FIRST, MISREAD)  # one process stands for two machines here
    read.runner.run_all()
    assert len([plan for plan in planning.plans if plan.change is not None]) == 2
    assert not any("under several names" in str(each.said) for each in grouped_warnings(planning.plans))
