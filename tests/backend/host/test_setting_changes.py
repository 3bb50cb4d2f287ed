"""Every order on a host's settings, over the network, against the practice host."""

import pytest

from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.exposure import ExposureSubject
from gatepost.endpoints.host.setting_fixes import (
    create_listener,
    delete_listener,
    enable_listener,
    fixes,
    full_shutdown,
    set_start_mode,
    set_token_policy,
    stop_service,
    switch_rules,
)
from gatepost.endpoints.host.settings import AUTOMATIC, DISABLED, HTTP, Listener
from gatepost.endpoints.writes.journal_entry import Outcome, SubjectKind
from tests.backend.journals import unsettled
from tests.backend.settings_bench import carry_out, exposure, machine


@pytest.fixture
def bench(start):
    return start("windows-server")


def only(bench, change_set):
    (outcome,) = carry_out(bench, change_set)
    return outcome.outcome


def test_the_start_mode_there_and_back(bench):
    assert only(bench, set_start_mode(exposure(bench).service, DISABLED)) is Outcome.CHANGED
    assert machine(bench)["service"] == {"running": True, "start_mode": "Disabled", "delayed": False}
    assert only(bench, set_start_mode(exposure(bench).service, AUTOMATIC)) is Outcome.CHANGED
    assert machine(bench)["service"]["start_mode"] == "Auto"


@pytest.mark.parametrize("last", [0, None])
def test_the_token_policy_there_and_back(bench, last):
    before = machine(bench)
    assert only(bench, set_token_policy(exposure(bench).token_policy, 1)) is Outcome.CHANGED
    assert machine(bench)["token_policy"] == 1
    assert only(bench, set_token_policy(exposure(bench).token_policy, last)) is Outcome.CHANGED
    assert machine(bench) == {**before, "token_policy": last}


def test_a_listener_that_is_not_ours_goes_and_comes_back(bench):
    bench.tell("add-listener", "IP:10.20.0.14", "HTTP")
    found = exposure(bench)
    other = next(each for each in found.listeners if each.address != "*")
    change_set = delete_listener(other, found.carrier)
    assert change_set.cuts  # the same kind of listener: which one we use is not known
    (outcome,) = carry_out(bench, change_set)
    assert outcome.outcome is Outcome.CHANGED and outcome.fulfilled  # the connection held after all
    assert len(machine(bench)["listeners"]) == 1


def test_the_listener_in_use_is_sent_and_cannot_be_verified(bench):
    found = exposure(bench)
    (outcome,) = carry_out(bench, delete_listener(found.listeners[0], found.carrier))
    assert outcome.outcome is Outcome.UNKNOWN and outcome.fulfilled
    assert str(outcome.message) == (
        "The host accepted this and ended the connection, so Gatepost can't see whether it's done. When the host "
        "can be reached again, connect, open History, and select Check again."
    )
    assert machine(bench)["listeners"] == []
    (entry,) = bench.journal.entries()
    assert (entry.kind, entry.subject, entry.outcome) == (SubjectKind.LISTENER, "* HTTP", Outcome.UNKNOWN)
    assert entry.is_unsettled
    bench.tell("add-listener", "*", "HTTP")


def test_rules_are_switched_one_by_one_and_those_that_cut_come_last(bench):
    found = exposure(bench)
    public = [rule for rule in found.rules if rule.name.endswith("PUBLIC")]
    (outcome,) = carry_out(bench, switch_rules(tuple(public), enabled=False, carrier=found.carrier))
    assert outcome.outcome is Outcome.CHANGED
    assert machine(bench)["rules"]["WINRM-HTTP-In-TCP-PUBLIC"] is False
    (outcome,) = carry_out(bench, switch_rules((exposure(bench).rules[1],), enabled=True, carrier=found.carrier))
    assert outcome.outcome is Outcome.CHANGED
    change_set = next(change_set for change_set in fixes(exposure(bench), ExposureSubject.FIREWALL) if change_set.cuts)
    outcomes = carry_out(bench, change_set)
    assert [(o.outcome, o.fulfilled) for o in outcomes] == [(Outcome.CHANGED, True), (Outcome.UNKNOWN, True)]
    assert not any(machine(bench)["rules"].values())


def test_stopping_the_service_is_the_end_of_the_connection(bench):
    found = exposure(bench)
    (outcome,) = carry_out(bench, stop_service(found.service))
    assert (outcome.outcome, outcome.fulfilled) == (Outcome.UNKNOWN, True)
    assert machine(bench)["service"]["running"] is False


def test_a_lost_answer_to_the_stop_is_not_called_a_success(bench):
    found = exposure(bench)
    bench.tell("after", "1", "drop-after", "1")  # the reading before the write is answered, the write is not
    (outcome,) = carry_out(bench, stop_service(found.service))
    assert (outcome.outcome, outcome.fulfilled) == (Outcome.UNKNOWN, False)


def test_everything_is_in_the_journal_before_and_after(bench):
    change_set = set_token_policy(exposure(bench).token_policy, 1)
    carry_out(bench, change_set)
    (entry,) = bench.journal.entries()
    assert (entry.subject, entry.before, entry.after) == ("LocalAccountTokenFilterPolicy", "absent", "1")
    assert (entry.verb, entry.reason, entry.host) == (str(change_set.verb), "CHG-7", "practice")
    assert entry.outcome is Outcome.CHANGED


def test_nothing_is_written_without_its_entry(bench, tmp_path):
    change_set = set_token_policy(exposure(bench).token_policy, 1)
    (tmp_path / "file").write_text("x")
    bench.host._journal = Journal(tmp_path / "file" / "journal")
    (outcome,) = carry_out(bench, change_set)
    assert outcome.outcome is Outcome.UNCHANGED and not outcome.fulfilled
    assert machine(bench)["token_policy"] is None
    assert "invoke" not in bench.counts() or "SetDWORDValue" not in bench.counts()["invoke"]


def test_what_changed_meanwhile_is_a_conflict(bench):
    found = exposure(bench)
    change_set = set_start_mode(found.service, DISABLED)
    bench.tell("set-start-mode", "Manual")
    assert only(bench, change_set) is Outcome.CONFLICT
    bench.tell("set-start-mode", "Disabled")
    (outcome,) = carry_out(bench, change_set)
    assert outcome.outcome is Outcome.UNCHANGED and outcome.fulfilled
    assert [entry.outcome for entry in bench.journal.entries()] == [Outcome.CONFLICT, Outcome.UNCHANGED]


@pytest.mark.parametrize("command", ["drop 1", "drop-after 1"])
def test_a_write_that_was_cut_off_is_sent_once(bench, command):
    change_set = set_token_policy(exposure(bench).token_policy, 1)
    bench.tell("after", "1", *command.split())
    (outcome,) = carry_out(bench, change_set)
    written = machine(bench)["token_policy"] == 1
    assert outcome.outcome is (Outcome.CHANGED if written else Outcome.UNKNOWN)
    assert bench.counts()["invoke"].get("SetDWORDValue", 0) == (1 if written else 0)


def test_who_is_no_administrator_is_refused(bench):
    found = exposure(bench)
    bench.host = bench.connect("remote-management-user")
    for change_set in (
        set_start_mode(found.service, DISABLED),
        set_token_policy(found.token_policy, 1),
        stop_service(found.service),
        switch_rules(found.rules[1:2], enabled=False, carrier=found.carrier),
        delete_listener(found.listeners[0], found.carrier),
    ):
        (outcome,) = carry_out(bench, change_set)
        assert outcome.outcome is Outcome.REFUSED, change_set.verb
        assert "denied" in str(outcome.message) or "this account isn't allowed" in str(outcome.message)


def test_what_a_policy_owns_is_not_offered_and_refused_all_the_same(start):
    bench = start("hard-cases")
    found = exposure(bench)
    offered = [write.subject for change_set in full_shutdown(found) for write in change_set.writes]
    assert "WINRM-HTTPS-Everywhere" not in offered and "IP:192.0.2.41 HTTPS" not in offered
    owned = next(each for each in found.listeners if each.from_policy)
    (outcome,) = carry_out(bench, delete_listener(owned, found.carrier))
    assert outcome.outcome is Outcome.REFUSED and "Group Policy" in str(outcome.message)


def test_a_listener_is_made_again(bench):
    bench.tell("add-listener", "IP:10.20.0.14", "HTTP")
    bench.tell("remove-listener", "*", "HTTP")
    (outcome,) = carry_out(bench, create_listener())
    assert outcome.outcome is Outcome.CHANGED
    assert Listener("*", HTTP, 5985).key in [each.key for each in exposure(bench).listeners]


def test_a_disabled_listener_is_put_back_to_work(bench):
    bench.tell("add-listener", "IP:10.20.0.14", "HTTP", "false")
    found = next(each for each in exposure(bench).listeners if not each.enabled)
    assert only(bench, enable_listener(found)) is Outcome.CHANGED
    assert all(each["enabled"] for each in machine(bench)["listeners"])


def test_a_list_without_end_is_not_shown_in_part(bench):
    for number in range(501):
        bench.tell("add-listener", f"IP:10.0.{number // 250}.{number % 250 + 1}", "HTTP")
    found = exposure(bench)
    assert isinstance(found.listeners, HostError) and "more than 500" in found.listeners.details
    assert isinstance(found.rules, tuple)


def test_reading_again_settles_what_was_unknown(bench):
    change_set = set_token_policy(exposure(bench).token_policy, 1)
    bench.tell("after", "1", "drop-after", "2")  # the write's answer, and that of the reading after it
    assert only(bench, change_set) is Outcome.UNKNOWN
    (entry,) = unsettled(bench.journal)
    assert bench.host.reconcile_write(entry).outcome is Outcome.CHANGED
    assert unsettled(bench.journal) == ()
