"""Who made a later change: the journal knows of the writes made with Gatepost, and nothing else is claimed."""

from dataclasses import replace

import pytest

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.history.later_changes import change_behind
from gatepost.endpoints.history.revert_settings import SettingRow
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.writes.differences import three_way_rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from tests.endpoints.documents import configuration

OPEN = configuration("P(A;;GA;;;BA)")
LOCAL = with_mode(OPEN, AccessMode.LOCAL)
FOREIGN = configuration("P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;RM)")


def entry(number, before, after, subject="Test", kind=SubjectKind.ENDPOINT, outcome=Outcome.CHANGED):
    moment = f"2026-01-01T00:00:{number:02}+00:00"
    return JournalEntry(
        id=number,
        batch=str(number),
        started_at=moment,
        app_version="1",
        host="key",
        host_name="SERVER01",
        account="a",
        subject=subject,
        kind=kind,
        verb="v",
        reason="",
        before=before,
        after=after,
        outcome=outcome,
        message="",
        finished_at=moment,
        settled_at="",
    )


def written(number, before, after, **others):
    states = (EndpointState.of(each).to_json() for each in (before, after))
    return entry(number, *states, **others)


def behind(row, *later):
    found = change_behind(row, later, "Test")
    return found.id if found is not None else None


@pytest.fixture
def row():
    """Remote Management Users have got an entry since the endpoint was set to Local."""
    (found,) = [r for r in three_way_rows(*map(EndpointState.of, (LOCAL, OPEN, FOREIGN))) if not r.is_unchanged]
    return found


def test_a_later_write_that_made_it_so(row):
    assert behind(row, written(2, LOCAL, FOREIGN)) == 2
    assert behind(row, written(2, LOCAL, FOREIGN), written(3, FOREIGN, LOCAL), written(4, LOCAL, FOREIGN)) == 4


@pytest.mark.parametrize(
    "later",
    [
        [],
        [written(2, LOCAL, OPEN)],  # it changed something else
        [written(2, LOCAL, FOREIGN, subject="Other")],
        [written(2, LOCAL, FOREIGN, outcome=Outcome.REFUSED)],
        [written(2, FOREIGN, FOREIGN)],  # it was so before
        [replace(written(2, LOCAL, FOREIGN), after="damaged")],
    ],
    ids=["none", "another row", "another endpoint", "refused", "so before", "damaged"],
)
def test_what_no_later_write_made_is_of_somebody_else(row, later):
    assert behind(row, *later) is None


def test_a_later_change_of_a_setting_is_found_by_its_values():
    row = SettingRow("Test", TokenPolicy(1), TokenPolicy(None), TokenPolicy(0))
    assert behind(row, entry(2, "1", "0", kind=SubjectKind.TOKEN_POLICY)) == 2
    assert behind(row, entry(2, "0", "1", kind=SubjectKind.TOKEN_POLICY)) is None
