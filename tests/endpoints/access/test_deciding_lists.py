"""What decides whether a token gets in, where not everything is known."""

from __future__ import annotations

import pytest

from gatepost.endpoints.access import deciding_lists
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.effective_access import named_principals
from gatepost.endpoints.access.tokens import ANONYMOUS, GUESTS, ORDINARY_USER, AccountToken, Origin
from gatepost.security import EVERYONE, Sid, StepBudget
from tests.endpoints.documents import configuration, on_host, with_text


def lists(text: str) -> DecidingLists:
    return DecidingLists.of(on_host(with_text(text)), Origin.NETWORK)


def test_a_claim_that_is_not_known_admits_nobody_for_certain() -> None:
    found = lists("O:NSG:BAD:P(XA;;GX;;;WD;(Not_Exists Team))")
    assert not found.admit(frozenset({EVERYONE}))
    assert found.may_admit(ORDINARY_USER.account_token)


def test_what_cannot_be_read_may_admit() -> None:
    assert lists("garbage").may_admit(ORDINARY_USER.account_token)


def test_a_guest_is_part_of_everyone_and_no_authenticated_user() -> None:
    guest = AccountToken(frozenset(), Sid.parse("S-1-5-21-1-2-3-501"))
    assert lists("O:NSG:BAD:P(A;;GA;;;WD)").may_admit(guest)
    assert lists("O:NSG:BAD:P(D;;GA;;;AU)(A;;GA;;;WD)").may_admit(guest)
    assert not lists("O:NSG:BAD:P(A;;GA;;;AU)").may_admit(guest)


def test_whether_a_member_of_guests_is_authenticated_is_open() -> None:
    member = AccountToken(frozenset({GUESTS}))
    assert lists("O:NSG:BAD:P(A;;GA;;;AU)").may_admit(member)
    assert lists("O:NSG:BAD:P(D;;GA;;;AU)(A;;GA;;;WD)").may_admit(member)


def test_the_anonymous_may_be_part_of_everyone_and_are_no_authenticated_users() -> None:
    anonymous = AccountToken(frozenset(), ANONYMOUS)
    assert lists("O:NSG:BAD:P(A;;GA;;;WD)").may_admit(anonymous)
    assert lists("O:NSG:BAD:P(D;;GA;;;WD)(A;;GA;;;AN)").may_admit(anonymous)
    assert not lists("O:NSG:BAD:P(A;;GA;;;AU)").may_admit(anonymous)


def test_what_is_too_complex_to_evaluate_may_admit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = lists("O:NSG:BAD:P(D;;GX;;;WD)")
    assert not found.may_admit(ORDINARY_USER.account_token)
    monkeypatch.setattr(deciding_lists, "StepBudget", lambda: StepBudget(1))
    assert found.may_admit(ORDINARY_USER.account_token)


def test_a_descriptor_without_a_list_names_nobody() -> None:
    assert named_principals([on_host(with_text("O:NSG:BA"))]) == ()
    assert len(named_principals([on_host(configuration("P(A;;GA;;;BA)"))])) == 1
