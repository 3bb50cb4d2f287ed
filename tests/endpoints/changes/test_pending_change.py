"""Pending changes on an endpoint that has changed since: both are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.changes.pending_change import PendingChange, PendingChangeMisfitError, planned_on_pending
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.access_mode_edit import with_mode
from gatepost.endpoints.configuration.plugin_document import MAX_DOCUMENT_BYTES
from gatepost.security import NO_DOMAINS, SecurityDescriptor
from tests.endpoints.documents import NO_SECURITY, configuration, dacls, snapshot, with_text

ACES = ["(D;;GA;;;NU)", "(A;;GA;;;BA)", "(A;;GX;;;IU)", "(A;;GA;;;RM)", "(D;;GX;;;WD)"]
LISTS = st.lists(st.sampled_from(ACES), max_size=4).map("".join)
TEXTS = st.builds(
    lambda owner, flags, aces: f"O:{owner}G:BAD:{flags}{aces}S:P(AU;FA;GA;;;WD)",
    st.sampled_from(["NS", "BA"]), st.sampled_from(["", "P"]), LISTS,
)  # fmt: skip


def rebased(base, edited, now):
    return PendingChange(base, edited).rebased(now, NO_DOMAINS).edited


def meaning(sddls):
    return [SecurityDescriptor.from_sddl(text) for text in sddls]


@pytest.mark.parametrize(
    ("base", "edited", "now", "expected"),
    [
        # the host was closed to the network meanwhile: the Deny stays, and in front
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;RM)", "P(D;;GA;;;NU)(A;;GA;;;BA)",
         "P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;RM)"),
        ("P(A;;GA;;;BA)(A;;GX;;;IU)", "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;IU)", "P(D;;GA;;;NU)(A;;GA;;;BA)"),
        # the host was opened meanwhile: the edit does not close it again
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GX;;;BA)", "P(A;;GA;;;BA)", "P(A;;GX;;;BA)"),
        ("P(A;;GA;;;BA)", "P(A;;GX;;;BA)", "P(A;;GA;;;BA)", "P(A;;GX;;;BA)"),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)", "P(A;;GX;;;BA)", "P(A;;GX;;;BA)"),
    ],
)  # fmt: skip
def test_edits_and_the_hosts_changes_are_both_kept(base, edited, now, expected):
    base, edited, now = (configuration(dacl) for dacl in (base, edited, now))
    assert dacls(rebased(base, edited, now)) == [expected]


def test_a_descriptor_of_its_own_meets_the_local_default():
    bare = configuration(*NO_SECURITY)
    edited = bare.with_security_on_bare_resources("O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;WD)")
    now = with_mode(bare, AccessMode.LOCAL)
    (text,) = rebased(bare, edited, now).sddls
    assert "(D;;GA;;;NU)" in text and "(A;;GX;;;WD)" in text


@given(TEXTS, TEXTS)
def test_where_only_one_side_changed_it_counts(base, other):
    base, other = with_text(base), with_text(other)
    assert meaning(rebased(base, other, base).sddls) == meaning([other.sddl])
    assert meaning(rebased(base, base, other).sddls) == meaning([other.sddl])


@given(TEXTS, TEXTS, TEXTS)
def test_a_deny_that_the_host_has_got_is_never_taken_away(base, edited, now):
    base, edited, now = (with_text(text) for text in (base, edited, now))
    deny = "(D;;GA;;;NU)"
    if deny in now.sddl and deny not in base.sddl:
        assert deny in rebased(base, edited, now).sddls[0]


def test_an_action_together_with_pending_changes_is_one_change_of_what_the_host_holds():
    held = snapshot(configuration("P(A;;GA;;;BA)", name="a"), configuration("P(A;;GA;;;BA)", name="b"))
    edited = configuration("P(A;;GA;;;BA)(A;;GX;;;RM)", name="a")
    pending = {"a": PendingChange(held.configurations[0], edited)}
    for plan in (disable_remoting, lambda read: set_access_mode(read, ("a", "b"), AccessMode.LOCAL)):
        changes = {change.name: change for change in planned_on_pending(plan, held, pending).changes}
        assert changes["a"].before is held.configurations[0]
        assert dacls(changes["a"].after) == ["P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;RM)"]
        assert dacls(changes["b"].after) == ["P(D;;GA;;;NU)(A;;GA;;;BA)"]
        assert len(changes["a"].added) == 2 and len(changes["b"].added) == 1


def test_a_document_that_would_grow_too_large_is_a_misfit():
    base, edited = configuration("P(A;;GA;;;BA)"), configuration("P(A;;GA;;;BA)" + "(A;;GX;;;RM)" * 50)
    room = MAX_DOCUMENT_BYTES - len(base.document) - 300
    now = configuration("P(A;;GA;;;BA)", attributes=f'Note="{"x" * room}"')
    with pytest.raises(PendingChangeMisfitError, match="larger than"):
        PendingChange(base, edited).rebased(now, NO_DOMAINS)
