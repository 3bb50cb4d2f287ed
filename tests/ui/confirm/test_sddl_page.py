"""The comparison of descriptors: what differs between before and after stands out."""

from __future__ import annotations

import pytest

from gatepost.endpoints.changes.pending_change import PendingChange, pending_change_set
from gatepost.models.roles import Tone
from gatepost.ui.confirm.details_pages import sddl_pieces
from tests.models.documents import endpoint, snapshot


def standing_out(before: str | None, after: str | None) -> tuple[list[str], list[str]]:
    """What stands out of the descriptor before, and of the one after."""
    original, edited = endpoint("a", before), endpoint("a", after)
    pieces = sddl_pieces(pending_change_set(snapshot(original), [PendingChange(original, edited)]))
    return tuple([p.text for p in pieces if p.bold and p.tone is tone] for tone in (Tone.DENY, Tone.ACCENT))


@pytest.mark.parametrize(
    ("before", "after", "went", "came"),
    [
        ("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;RM)", [], ["(A;;GX;;;RM)"]),
        ("(A;;GA;;;BA)(A;;GX;;;RM)", "(A;;GA;;;BA)", ["(A;;GX;;;RM)"], []),
        ("(A;;GA;;;BA)(A;;GR;;;IU)(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GR;;;IU)", ["(A;;GA;;;BA)"], []),
        ("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GA;;;BA)", [], ["(A;;GA;;;BA)"]),
        ("(A;;GA;;;BA)(D;;GA;;;NU)", "(D;;GA;;;NU)(A;;GA;;;BA)", ["(D;;GA;;;NU)"], ["(D;;GA;;;NU)"]),
    ],
)
def test_what_goes_and_what_comes_stands_out_duplicates_and_another_order_too(before, after, went, came) -> None:
    assert standing_out(f"D:P{before}", f"D:P{after}") == (went, came)


def test_a_descriptor_that_is_new_as_a_whole_has_nothing_to_stand_out_from() -> None:
    assert standing_out(None, "D:P(A;;GA;;;BA)") == ([], [])
