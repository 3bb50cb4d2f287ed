"""Taking back on the practice host, from nothing but the journal."""

import pytest

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.journal_entry import Outcome

FIRST = "microsoft.powershell"


def last_group(bench):
    entries = bench.journal.entries()
    return [entry for entry in entries if entry.batch == entries[-1].batch]


def undo(bench):
    """Take the newest group back, as a program would that was started long after it."""
    bench.host = bench.connect()
    plan = plan_revert(last_group(bench), bench.list())
    report = bench.apply(revert_change_set(plan))
    return plan, {name: outcome.outcome for name, outcome in report.items()}


def states(bench):
    return bench.tell("endpoints")["endpoints"]


def disable_all(snapshot):
    return disable_remoting(snapshot, include_disabled=True)


@pytest.mark.parametrize(
    ("scenario", "order"),
    [
        ("reference-page", disable_all),
        ("windows-server", disable_all),
        ("hard-cases", disable_all),
        ("hard-cases", enable_remoting),
    ],
)
def test_there_and_back_on_every_scenario(start, scenario, order):
    """Endpoints without a descriptor, disabled ones and RunAs users included."""
    bench = start(scenario)
    before = states(bench)
    change_set = order(bench.list())
    bench.apply(change_set)
    written = states(bench)
    assert written != before
    plan, outcomes = undo(bench)
    assert not plan.needs_choice
    assert set(outcomes.values()) == {Outcome.CHANGED}
    assert len(outcomes) == len(change_set.effective)
    assert states(bench) == before
    assert undo(bench)[1] == outcomes  # what was taken back can be repeated
    assert states(bench) == written


def test_an_endpoint_without_a_descriptor_has_none_again(start):
    bench = start("hard-cases")
    name = next(c.name for c in bench.list().configurations if not c.security_nodes)
    bench.apply(set_access_mode(bench.list(), [name], AccessMode.LOCAL))
    assert len(bench.tell("show", name)["sddl"]) == 1
    undo(bench)
    assert bench.tell("show", name)["sddl"] == []


def test_the_changes_of_others_are_never_overwritten_silently(bench):
    bench.apply(disable_remoting(bench.list()))
    foreign = bench.practice.sddl(FIRST).replace("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;IU)")
    bench.tell("set-sddl", FIRST, foreign)
    plan = plan_revert(last_group(bench), bench.list())
    assert plan.needs_choice
    left = {c.name: frozenset(row for row in c.rows if not row.is_unchanged) for c in plan.comparisons}
    bench.apply(revert_change_set(plan, left))
    assert bench.practice.sddl(FIRST) == foreign.replace("(D;;GA;;;NU)", "")
    assert {e["name"] for e in states(bench) if "(D;;GA;;;NU)" in e["sddl"][0]} == set()


def test_a_change_between_the_question_and_the_writing_is_a_conflict(bench):
    bench.apply(set_access_mode(bench.list(), [FIRST], AccessMode.LOCAL))
    change_set = revert_change_set(plan_revert(last_group(bench), bench.list()))
    bench.tell("set-enabled", FIRST, "false")
    report = bench.apply(change_set)
    assert report[FIRST].outcome is Outcome.CONFLICT
    assert "(D;;GA;;;NU)" in bench.practice.sddl(FIRST)
