"""Who made a later change: the journal knows of the writes made with Gatepost, and nothing else is claimed."""

from dataclasses import replace

import pytest

from gatepost.endpoints.changes.revert import changes_behind, plan_revert
from gatepost.endpoints.changes.revert_settings import SettingRow, setting_change_behind
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.security import NO_DOMAINS
from tests.endpoints.documents import configuration, snapshot

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


def behind(*later):
    """The write behind the entry that Remote Management Users have got since the endpoint was set to Local."""
    (comparison,) = plan_revert([written(1, OPEN, LOCAL)], snapshot(FOREIGN)).comparisons
    changes = zip(comparison.rows, changes_behind(comparison, later, NO_DOMAINS), strict=True)
    (found,) = [change for row, change in changes if not row.is_unchanged]
    return found and found.id


def test_a_later_write_that_made_it_so():
    assert behind(written(2, LOCAL, FOREIGN)) == 2
    assert behind(written(2, LOCAL, FOREIGN), written(3, FOREIGN, LOCAL), written(4, LOCAL, FOREIGN)) == 4


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
def test_what_no_later_write_made_is_of_somebody_else(later):
    assert behind(*later) is None


def test_a_later_change_of_a_setting_is_found_by_its_values():
    row = SettingRow("Test", TokenPolicy(1), TokenPolicy(None), TokenPolicy(0))
    lowered, raised = (entry(2, *values, kind=SubjectKind.TOKEN_POLICY) for values in (("1", "0"), ("0", "1")))
    assert setting_change_behind(row, [lowered, raised]) is lowered
    assert setting_change_behind(row, [raised]) is None
