"""What a look at the host says of a write whose end nobody saw."""

from datetime import UTC, datetime, timedelta

import pytest

from gatepost.backend.host.reconcile_write import may_be_under_way, reconciled
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.moments import to_iso
from gatepost.endpoints.text import NOTHING, Text
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.action_text import recalled_message
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind, progress_text
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState, read_back_of
from tests.endpoints.documents import configuration

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"


def entry(started="", outcome=None, **more):
    return JournalEntry(
        1, "b", started, "1", "key", "SRV01", "admin", "Test", SubjectKind.ENDPOINT, "Disable", "", "{}", "{}",
        outcome, "", "", "", **more,
    )  # fmt: skip


@pytest.mark.parametrize("found", [ReadBackState.BEFORE, ReadBackState.PARTLY])
@pytest.mark.parametrize(("age", "waits"), [(0, True), (119, True), (121, False), (3600, False)])
def test_a_write_may_be_under_way_for_two_minutes(found, age, waits):
    assert may_be_under_way(entry(to_iso(NOW - timedelta(seconds=age))), found, NOW) is waits


@pytest.mark.parametrize("found", [ReadBackState.AFTER, ReadBackState.OTHER, ReadBackState.GONE])
def test_what_shows_that_it_was_carried_out_or_overtaken_need_not_wait(found):
    assert not may_be_under_way(entry(to_iso(NOW)), found, NOW)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(days=4000)])
def test_a_clock_that_jumped_back_does_not_block_it(jump):
    """To this clock the write begins in the future."""
    assert not may_be_under_way(entry(to_iso(NOW + jump)), ReadBackState.BEFORE, NOW)


@pytest.mark.parametrize(("seconds", "waits"), [(0.0, True), (119.0, True), (121.0, False)])
@pytest.mark.parametrize("jump", [timedelta(0), timedelta(hours=1), timedelta(days=-4000)])
def test_a_steady_clock_counts_before_one_that_may_jump(seconds, waits, jump):
    assert may_be_under_way(entry(to_iso(NOW + jump)), ReadBackState.BEFORE, NOW, seconds) is waits


@pytest.mark.parametrize(("age", "waits"), [(0, True), (119, True), (121, False)])
@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(seconds=0)])
def test_a_write_of_another_program_may_have_begun_before_the_clock_was_set_or_after(age, waits, jump):
    for set_meanwhile in (timedelta(), jump):
        write = entry(to_iso(NOW - timedelta(seconds=age) - set_meanwhile))
        assert may_be_under_way(write, ReadBackState.BEFORE, NOW, None, jump) is waits


@pytest.mark.parametrize("started", ["", "xx", "0001-01-01T00:00:00+14:00"])
def test_neither_does_a_time_that_cannot_be_read(started):
    assert not may_be_under_way(entry(started), ReadBackState.BEFORE, NOW)


def test_a_half_written_endpoint_names_its_descriptors():
    states = [EndpointState.of(configuration(*dacls)) for dacls in ((CLOSED, OPEN), (OPEN, OPEN), (CLOSED, CLOSED))]
    outcome = reconciled(entry(), read_back_of(*states))
    assert outcome.outcome is Outcome.PARTLY
    assert "Changed: http" in str(outcome.message) and "Not changed: http" in str(outcome.message)


@pytest.mark.parametrize("state", ReadBackState)
@pytest.mark.parametrize("remark", [NOTHING, says.CHANGED_PARTLY.filled(done="a", missing="b")])
def test_history_recognizes_what_was_found(state, remark):
    kept = str(reconciled(entry(), ReadBack(state, remark)).message)
    recalled = recalled_message(kept)
    assert str(recalled) == kept and not has_unknown(recalled)


def has_unknown(text):
    """Whether a part of a text is kept as it is, in no language of ours."""
    return text.template == "{kept}" or any(has_unknown(value) for _, value in text.values if isinstance(value, Text))


def test_how_far_an_action_got():
    started = to_iso(NOW)
    entries = [
        entry(started, Outcome.CHANGED), entry(started, Outcome.PARTLY), entry(started, Outcome.REFUSED),
        entry(started, Outcome.UNKNOWN), entry(started), entry("", Outcome.UNCHANGED), entry(),
    ]  # fmt: skip
    assert str(progress_text(entries)) == "1 of 7 done, 1 partly applied, 2 not applied, 2 not known, 1 not started"
