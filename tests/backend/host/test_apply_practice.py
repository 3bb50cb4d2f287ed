"""Orders carried out on the practice host, over HTTP with NTLM encryption."""

import pytest

from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import Outcome
from tests.endpoints.documents import dacls

CHANGED, PARTLY, UNCHANGED, CONFLICT, REFUSED, UNKNOWN = Outcome
FIRST = "microsoft.powershell"
GARBLES = ["not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty"]


def outcomes(report):
    return {name: outcome.outcome for name, outcome in report.items()}


def local(bench, *names) -> ChangeSet:
    change_set = set_access_mode(bench.list(), names or [FIRST], AccessMode.LOCAL)
    bench.tell("reset-counts")
    return change_set


def dacl(bench, name=FIRST):
    return bench.practice.sddl(name).partition("D:")[2].partition("S:P")[0]


def test_the_whole_host_there_and_back(bench):
    before = bench.tell("endpoints")
    names = [e["name"] for e in before["endpoints"]]
    assert outcomes(bench.apply(disable_remoting(bench.list()))) == dict.fromkeys(names, CHANGED)
    found = bench.list()
    assert {found.endpoint_with(c).mode_state.mode for c in found.configurations} == {AccessMode.LOCAL}
    assert dacl(bench) == "P(D;;GA;;;NU)(A;;GA;;;BA)"
    assert outcomes(bench.apply(enable_remoting(found))) == dict.fromkeys(names, CHANGED)
    assert bench.tell("endpoints") == before
    assert [e.outcome.value for e in bench.journal.entries()] == ["changed"] * 12


def test_one_write_is_three_exchanges(bench):
    change_set = local(bench)
    assert outcomes(bench.apply(change_set)) == {FIRST: CHANGED}
    assert bench.counts() == {"get": {"config/plugin": 2}, "put": {"config/plugin": 1}}


def test_what_is_so_already_costs_nothing(bench):
    bench.apply(disable_remoting(bench.list()))
    again = disable_remoting(bench.list())
    bench.tell("reset-counts")
    assert set(outcomes(bench.apply(again)).values()) == {UNCHANGED}
    assert bench.counts() == {}


def test_nothing_but_the_descriptor_has_changed(bench):
    """The host fills in what was missing at the first write, as Windows does; after that only ours is new."""
    bench.apply(local(bench, "Test"))
    closed = bench.tell("show", "Test")["document"]
    bench.apply(enable_remoting(bench.list()))
    assert bench.tell("show", "Test")["document"] == closed.replace("(D;;GA;;;NU)", "")
    bench.apply(local(bench, "Test"))
    assert bench.tell("show", "Test")["document"] == closed


def test_a_change_on_the_host_since_it_was_read_is_a_conflict(bench):
    change_set = local(bench, FIRST, "Test")
    bench.tell("set-sddl", FIRST, "O:NSG:BAD:P(A;;GX;;;IU)")
    assert outcomes(bench.apply(change_set)) == {FIRST: CONFLICT, "Test": CHANGED}
    assert bench.practice.sddl(FIRST) == "O:NSG:BAD:P(A;;GX;;;IU)"
    assert bench.counts()["put"] == {"config/plugin": 1}


def test_a_change_on_the_host_between_two_writes_is_a_conflict(bench):
    change_set = disable_remoting(bench.list())
    bench.tell("after", "3", "set-enabled", "Test", "false")
    found = outcomes(bench.apply(change_set))
    assert found.pop("Test") is CONFLICT
    assert set(found.values()) == {CHANGED}


def test_an_endpoint_removed_meanwhile_is_refused(bench):
    change_set = local(bench, FIRST, "Test")
    bench.tell("remove", FIRST)
    report = bench.apply(change_set)
    assert outcomes(report) == {FIRST: REFUSED, "Test": CHANGED}
    assert str(report[FIRST].message).startswith("The host refused:")


def test_a_write_that_the_host_refuses(bench):
    """RootSDDL that lets the administrator read and not write."""
    change_set = local(bench)
    bench.tell("root-sddl", "O:NSG:BAD:P(A;;GR;;;BA)")
    report = bench.apply(change_set)
    assert outcomes(report) == {FIRST: REFUSED}
    assert "Access is denied" in str(report[FIRST].message)
    assert dacl(bench) == "P(A;;GA;;;BA)"
    assert [e.outcome.value for e in bench.journal.entries()] == ["refused"]


def test_a_host_that_vanishes_in_the_middle_of_the_switch(bench):
    """After 7 answers two endpoints are done and the third was read: its write gets no connection."""
    change_set = disable_remoting(bench.list())
    names = [c.name for c in change_set.changes]
    bench.tell("reset-counts")
    bench.tell("after 7 vanish")
    report = bench.apply(change_set)
    found = outcomes(report)
    assert list(found) == names
    assert [found[name] for name in names[:2]] == [CHANGED, CHANGED]
    assert found[names[2]] in (UNCHANGED, UNKNOWN)
    assert [found[name] for name in names[3:]] == [UNCHANGED] * 3
    assert all("Skipped" in str(report[name].message) for name in names[3:])
    bench.tell("return")
    stored = {c.name: dacls(c)[0].startswith("P(D;;GA;;;NU)") for c in bench.list().configurations}
    assert [stored[name] for name in names] == [True, True, False, False, False, False]


def test_a_host_that_stops_answering_with_a_write(bench):
    """The second write, the look at what came of it, and that look's second try all stay without an answer."""
    change_set = disable_remoting(bench.list())
    names = [c.name for c in change_set.changes]
    bench.tell("after", "4", "drop-after", "3")
    found = outcomes(bench.apply(change_set))
    assert found[names[0]] is CHANGED
    assert found[names[1]] is UNKNOWN
    assert [found[name] for name in names[2:]] == [UNCHANGED] * 4
    assert [e.outcome.value for e in bench.journal.entries()] == ["changed", "unknown", *["unchanged"] * 4]


def test_a_lost_answer_is_looked_after_and_nothing_is_sent_twice(bench):
    change_set = local(bench)
    bench.tell("after", "1", "drop-after", "1")
    report = bench.apply(change_set)
    assert outcomes(report) == {FIRST: CHANGED}
    assert "response was lost" in str(report[FIRST].message)
    assert bench.counts()["put"] == {"config/plugin": 1}


def test_a_write_that_was_cut_off_is_not_sent_again(bench):
    """The host dropped it unread, which looks like any lost answer from here."""
    change_set = local(bench)
    bench.tell("after", "1", "drop", "1")
    report = bench.apply(change_set)
    assert outcomes(report)[FIRST] in (UNCHANGED, UNKNOWN)
    assert "put" not in bench.counts()
    assert dacl(bench) == "P(A;;GA;;;BA)"


@pytest.mark.parametrize("garble", GARBLES)
def test_a_garbled_answer_to_a_write(bench, garble):
    change_set = local(bench)
    bench.tell("after", "1", "garble", garble)
    assert outcomes(bench.apply(change_set)) == {FIRST: CHANGED}
    assert bench.counts()["put"] == {"config/plugin": 1}


@pytest.mark.parametrize("garble", GARBLES)
def test_a_garbled_answer_before_a_write(bench, garble):
    change_set = local(bench)
    bench.tell("garble", garble)
    assert outcomes(bench.apply(change_set)) == {FIRST: UNCHANGED}
    assert "put" not in bench.counts()


class TestRunAs:
    NAME = "Ops.RunAs"

    @pytest.fixture
    def bench(self, start):
        return start("hard-cases")

    def test_a_descriptor_goes_by_itself_and_the_password_stays(self, bench):
        change_set = local(bench, self.NAME)
        bench.tell("runas-stale", self.NAME)  # a whole document would now be refused
        assert outcomes(bench.apply(change_set)) == {self.NAME: CHANGED}
        assert bench.counts()["put"] == {"config/service/security": 1}
        assert bench.tell("show", self.NAME)["run_as_password_stored"] is True
        assert dacl(bench, self.NAME).startswith("P(D;;GA;;;NU)")

    def test_enabled_goes_with_the_whole_document_and_the_password_stays(self, bench):
        change_set = set_access_mode(bench.list(), [self.NAME], AccessMode.DISABLED)
        bench.tell("reset-counts")
        assert outcomes(bench.apply(change_set)) == {self.NAME: CHANGED}
        assert bench.counts()["put"] == {"config/plugin": 1}
        shown = bench.tell("show", self.NAME)
        assert (shown["enabled"], shown["run_as_password_stored"]) == (False, True)

    def test_a_stale_password_is_refused_with_what_to_do(self, bench):
        change_set = set_access_mode(bench.list(), [self.NAME], AccessMode.DISABLED)
        bench.tell("runas-stale", self.NAME)
        report = bench.apply(change_set)
        assert outcomes(report) == {self.NAME: REFUSED}
        assert "RunAsCredential" in str(report[self.NAME].message)
        assert bench.tell("show", self.NAME)["enabled"] is True


def test_the_hard_cases_can_be_switched_off_and_nothing_is_left_open(start):
    bench = start("hard-cases")
    report = bench.apply(disable_remoting(bench.list(), include_disabled=True))
    failed = {name: str(o.message) for name, o in report.items() if o.outcome not in (CHANGED, UNCHANGED)}
    assert failed == {}
    found = bench.list()
    modes = {c.name: found.endpoint_with(c.with_enabled(enabled=True)).mode_state.mode for c in found.configurations}
    assert set(modes.values()) == {AccessMode.LOCAL}
