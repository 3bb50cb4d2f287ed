"""What decides whether a token gets in, where not everything is known."""

from __future__ import annotations

import pytest

from gatepost.endpoints.access import deciding_lists
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.principals import named_principals
from gatepost.endpoints.access.tokens import ORDINARY_USER, Origin
from gatepost.security import EVERYONE, StepBudget
from tests.endpoints.documents import configuration, on_host, with_text


def lists(text: str) -> DecidingLists:
    return DecidingLists.of(on_host(with_text(text)), Origin.NETWORK)


def test_a_claim_that_is_not_known_admits_nobody_for_certain() -> None:
    found = lists("O:NSG:BAD:P(XA;;GX;;;WD;(Not_Exists Team))")
    assert not found.admit(frozenset({EVERYONE}))
    assert found.may_admit(ORDINARY_USER.caller)


def test_what_cannot_be_read_may_admit() -> None:
    assert lists("garbage").may_admit(ORDINARY_USER.caller)


def test_what_is_too_complex_to_evaluate_may_admit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = lists("O:NSG:BAD:P(D;;GX;;;WD)")
    assert not found.may_admit(ORDINARY_USER.caller)
    monkeypatch.setattr(deciding_lists, "StepBudget", lambda: StepBudget(1))
    assert found.may_admit(ORDINARY_USER.caller)


def test_a_descriptor_without_a_list_names_nobody() -> None:
    assert named_principals([on_host(with_text("O:NSG:BA"))]) == ()
    assert len(named_principals([on_host(configuration("P(A;;GA;;;BA)"))])) == 1
