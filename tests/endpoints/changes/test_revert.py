"""What taking back means, worked out from the journal's entries and a reading of the host."""

import pytest

from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.change_set import ActionKind
from gatepost.endpoints.writes.journal_entry import JournalEntry, Lineage, Outcome, SubjectKind
from tests.endpoints.documents import configuration, dacls, document, sddl, snapshot

OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"


def entry(before, after, verb="Disable remoting", lineage=None):
    states = [c if isinstance(c, str) else EndpointState.of(c).to_json() for c in (before, after)]
    name = "Test" if isinstance(before, str) else before.name
    return JournalEntry(
        1, "b", "2026-01-01T00:00:00.000+00:00", "1", "key", "SERVER01", "admin", name, SubjectKind.ENDPOINT, verb, "why",
        *states, Outcome.CHANGED, "", "", "",
        action=lineage.action if lineage else verb, reverts=lineage.reverts if lineage else "",
    )  # fmt: skip


def planned(entries, *endpoints):
    return plan_revert(entries, snapshot(*endpoints))


@pytest.mark.parametrize("before", [configuration(OPEN), configuration(), configuration(OPEN, CLOSED, enabled=False)])
@pytest.mark.parametrize("mode", [AccessMode.REMOTE, AccessMode.LOCAL, AccessMode.DISABLED])
def test_what_is_as_written_goes_back_byte_for_byte(before, mode):
    after = with_mode(before, mode)
    plan = planned([entry(before, after)], after)
    assert not plan.needs_choice
    change_set = revert_change_set(plan)
    (change,) = change_set.changes
    assert change.before is after
    assert change.after.document_for_put() == before.document_for_put()
    assert change_set.action is ActionKind.REVERT
    assert str(change_set.verb) == "Revert: Disable remoting"
    assert change_set.lineage == Lineage("Disable remoting", "b")


def test_what_the_host_has_spelled_otherwise_is_as_written():
    before, after = configuration(OPEN), configuration(CLOSED)
    now = SessionConfiguration.from_xml(
        document(
            sddls=(sddl("P(D;;0x10000000;;;S-1-5-2)(A;;GA;;;BA)"),), attributes='Enabled="true" AutoRestart="false"'
        )
    )
    plan = planned([entry(before, after)], now)
    assert plan.comparisons[0].rows and not plan.comparisons[0].changed_since
    (change,) = revert_change_set(plan).changes
    assert change.after.sddl == before.sddl
    assert ("AutoRestart", "false") in change.after.attributes


def test_what_is_as_before_needs_nothing():
    before, after = configuration(OPEN), configuration(CLOSED)
    plan = planned([entry(before, after)], before)
    assert plan.comparisons[0].rows == ()
    assert not plan.needs_choice
    assert revert_change_set(plan).effective == ()


class TestChangedSince:
    BEFORE, AFTER = configuration(OPEN), configuration(CLOSED)
    NOW = configuration("P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;IU)", enabled=False)

    def plan(self):
        plan = planned([entry(self.BEFORE, self.AFTER)], self.NOW)
        assert plan.comparisons[0].changed_since
        assert plan.needs_choice
        return plan

    def left(self, plan, keep):
        (comparison,) = plan.comparisons
        return {comparison.name: frozenset(row for row in comparison.rows if keep(row))}

    def test_our_part_alone_leaves_the_changes_of_others(self):
        plan = self.plan()
        change_set = revert_change_set(plan, self.left(plan, lambda row: not row.is_unchanged))
        (change,) = change_set.changes
        assert dacls(change.after) == ["P(A;;GA;;;BA)(A;;GX;;;IU)"]
        assert not change.after.enabled

    def test_everything_is_as_it_was(self):
        plan = self.plan()
        (change,) = revert_change_set(plan).changes
        assert change.after.document_for_put() == self.BEFORE.document_for_put()

    def test_everything_left_writes_nothing(self):
        plan = self.plan()
        assert revert_change_set(plan, self.left(plan, lambda row: True)).effective == ()


def test_one_group_is_one_change():
    names = [f"e{number}" for number in range(9)]
    before = [configuration(OPEN, name=name) for name in names]
    after = [configuration(CLOSED, name=name) for name in names]
    change_set = revert_change_set(planned(map(entry, before, after), *after))
    assert [c.name for c in change_set.effective] == names
    assert [c.after.sddl for c in change_set.effective] == [c.sddl for c in before]


def test_two_writes_to_one_endpoint_go_back_to_before_the_first():
    first, second, third = configuration(OPEN), configuration(CLOSED), configuration(CLOSED, enabled=False)
    (change,) = revert_change_set(planned([entry(first, second), entry(second, third)], third)).changes
    assert change.after.document_for_put() == first.document_for_put()


def test_an_endpoint_that_is_gone_is_skipped_with_its_reason():
    plan = planned([entry(configuration(OPEN), configuration(CLOSED))], configuration(OPEN, name="Other"))
    (skipped,) = revert_change_set(plan).skipped
    assert skipped.name == "Test"
    assert "no longer exists on the host" in str(skipped.reason)


def test_an_entry_that_cannot_be_understood_is_skipped_with_its_reason():
    (skipped,) = revert_change_set(planned([entry("{}", "{}")], configuration(OPEN))).skipped
    assert "can't be read" in str(skipped.reason)


def test_an_endpoint_with_other_resources_is_skipped_with_its_reason():
    now = SessionConfiguration.from_xml(configuration(CLOSED).document.replace(b"powershell/Test", b"powershell/New"))
    (skipped,) = revert_change_set(planned([entry(configuration(OPEN), configuration(CLOSED))], now)).skipped
    assert "Can't revert" in str(skipped.reason)


def test_reverting_a_revert_reapplies_and_what_was_reapplied_is_reverted_again():
    before, after = configuration(OPEN), configuration(CLOSED)
    first = entry(before, after)
    revert = planned([first], after)
    back = entry(after, before, str(revert.verb), lineage=revert.lineage)
    again = planned([back], before)
    assert (str(again.verb), again.lineage) == ("Reapply: Disable remoting", Lineage("Disable remoting"))
    third = planned([entry(before, after, str(again.verb), lineage=again.lineage)], after)
    assert (str(third.verb), third.lineage) == ("Revert: Disable remoting", Lineage("Disable remoting", "b"))


def test_the_words_of_a_verb_say_nothing():
    """Somebody may call an action of his own so."""
    before, after = configuration(OPEN), configuration(CLOSED)
    assert str(planned([entry(before, after, "Revert: x")], after).verb) == "Revert: Revert: x"


def test_a_host_that_refused_a_descriptor_alone_gets_the_whole_configuration():
    run_as = 'RunAsUser="D\\svc" RunAsPassword="p"'
    before, after = configuration(OPEN, attributes=run_as), configuration(CLOSED, attributes=run_as)
    found = snapshot(after)
    (change,) = revert_change_set(plan_revert([entry(before, after)], found)).changes
    assert change.writes_descriptors_only
    refusing = type(found)(found.host, found.configurations, found.root_sddl, needs_full_document=frozenset({"Test"}))
    (change,) = revert_change_set(plan_revert([entry(before, after)], refusing)).changes
    assert not change.writes_descriptors_only


def test_the_same_in_powershell():
    before, after = configuration(OPEN, enabled=False), configuration(CLOSED)
    said = revert_change_set(planned([entry(before, after)], after)).powershell
    assert f"-SecurityDescriptorSddl '{before.sddl}'" in said
    assert "Disable-PSSessionConfiguration -Name 'Test' -Force" in said
