"""Taking settings back on the practice host, from nothing but the journal."""

from dataclasses import replace

import pytest

from gatepost.endpoints.changes.revert_settings import plan_settings_revert, settings_revert_change_set
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.setting_change_set import SettingChangeSet, SettingWrite
from gatepost.endpoints.host.setting_fixes import (
    create_listener,
    delete_listener,
    set_start_mode,
    set_token_policy,
    stop_service,
    switch_rules,
)
from gatepost.endpoints.host.setting_state import ABSENT_LISTENER, ListenerState, RuleState, RunState, TokenPolicy
from gatepost.endpoints.host.settings import DISABLED, RUNNING, Carrier
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedAction, PlannedWrite, SubjectKind
from tests.backend.journals import start
from tests.backend.settings_bench import carry_out, exposure, machine


@pytest.fixture
def bench(start):
    return start("windows-server")


def outcomes(bench, change_set):
    return [each.outcome for each in carry_out(bench, change_set)]


def plan(bench):
    entries = bench.journal.entries()
    last = [entry for entry in entries if entry.batch == entries[-1].batch]
    return plan_settings_revert(last, exposure(bench))


def change_sets(bench):
    bench.tell("add-listener", "IP:10.1.2.3", "HTTP")
    found = exposure(bench)
    other = next(each for each in found.listeners if each.address != "*")
    off = next(rule for rule in found.rules if rule.enabled)
    return {
        "start mode": set_start_mode(found.service, DISABLED),
        "token policy": set_token_policy(found.token_policy, 1),
        "rules": switch_rules((off,), enabled=False, carrier=Carrier.LOCAL),
        "listener": delete_listener(other, Carrier.LOCAL),
    }


@pytest.mark.parametrize("which", ["start mode", "token policy", "rules", "listener"])
def test_there_and_back_and_there_again(bench, which):
    change_set = change_sets(bench)[which]
    before = machine(bench)
    assert outcomes(bench, change_set) == [Outcome.CHANGED] * len(change_set.writes)
    written = machine(bench)
    assert written != before
    back = settings_revert_change_set(plan(bench))
    assert str(back.verb) == f"Revert: {change_set.verb}"
    assert outcomes(bench, back) == [Outcome.CHANGED] * len(change_set.writes)
    assert machine(bench) == before
    repeat = settings_revert_change_set(plan(bench))
    assert str(repeat.verb) == f"Reapply: {change_set.verb}"
    assert outcomes(bench, repeat) == [Outcome.CHANGED] * len(change_set.writes)
    assert machine(bench) == written


def test_what_is_as_before_is_left_out(bench):
    carry_out(bench, change_sets(bench)["start mode"])
    bench.tell("set-start-mode", "Automatic")
    assert plan(bench).settings == ()


def test_what_somebody_has_changed_since_needs_a_choice(bench):
    found = exposure(bench)
    carry_out(bench, set_token_policy(found.token_policy, 1))
    bench.tell("set-policy", "0")
    made = plan(bench)
    (setting,) = made.settings
    assert made.needs_choice
    assert (setting.ours, setting.base, setting.theirs) == (TokenPolicy(None), TokenPolicy(1), TokenPolicy(0))
    assert settings_revert_change_set(made, {setting}).writes == ()
    assert outcomes(bench, settings_revert_change_set(made)) == [Outcome.CHANGED]
    assert machine(bench)["token_policy"] is None


def test_a_change_between_the_question_and_the_writing_is_a_conflict(bench):
    carry_out(bench, change_sets(bench)["token policy"])
    change_set = settings_revert_change_set(plan(bench))
    bench.tell("set-policy", "0")
    assert outcomes(bench, change_set) == [Outcome.CONFLICT]
    assert machine(bench)["token_policy"] == 0


def test_a_listener_and_a_rule_that_our_connection_travels_on_say_so(bench):
    """Made or enabled by Gatepost and taken back over the very connection that they carry."""
    found, host = exposure(bench), bench.host.identity
    rule = next(rule for rule in found.rules if rule.lets_in is Carrier.HTTP and rule.enabled)
    create = create_listener()
    made_by_us = SettingChangeSet(
        english("Enable"),
        (
            SettingWrite(rule.name, RuleState(False), RuleState(True)),
            SettingWrite("* HTTP", ABSENT_LISTENER, ListenerState.of(found.listeners[0])),
            SettingWrite("LocalAccountTokenFilterPolicy", TokenPolicy(1), TokenPolicy(None)),
        ),
        create.consequence,
    )
    writes = [
        PlannedWrite(write.kind, write.subject, write.before.note, write.after.note) for write in made_by_us.writes
    ]
    for number in bench.journal.plan(PlannedAction(host, made_by_us.verb), writes):
        bench.journal.record_start(number)
    change_set = settings_revert_change_set(plan(bench))
    assert [(write.kind, write.cuts) for write in change_set.writes] == [
        (SubjectKind.TOKEN_POLICY, False),
        (SubjectKind.FIREWALL_RULE, True),
        (SubjectKind.LISTENER, True),
    ]
    assert change_set.cuts
    assert "This ends your connection" in str(change_set.consequence)


def test_a_service_is_not_started_from_here(bench):
    """When it can be asked it runs already; there is nothing that could be sent to one that does not."""
    change_set = stop_service(exposure(bench).service)
    (write,) = change_set.writes
    assert write.before == RunState(RUNNING)
    start(bench.journal, write.subject, write.kind, write.before.note, write.after.note, host=bench.host.identity)
    assert plan(bench).settings == ()


def test_what_cannot_be_read_is_left_alone_and_named(bench):
    carry_out(bench, change_sets(bench)["token policy"])
    entries = bench.journal.entries()
    found = exposure(bench)
    blind = replace(found, token_policy=HostError(english("no")))
    made = plan_settings_revert(entries, blind)
    assert made.settings == ()
    assert [str(name) for name in made.unread] == ["LocalAccountTokenFilterPolicy"]
    assert "Not changed, because they couldn't be read: LocalAccountTokenFilterPolicy" in str(
        settings_revert_change_set(made).consequence
    )
