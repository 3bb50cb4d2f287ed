"""Which accounts of a host are asked for by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.backend.host import account_naming
from gatepost.backend.host.account_naming import AccountNaming
from gatepost.endpoints.configuration.accounts import unnamed_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from tests.models.documents import endpoint, snapshot


def test_the_names_of_at_most_500_accounts_of_a_host_are_asked_for() -> None:
    dacl = "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(700))
    held, naming = snapshot(endpoint("Many", dacl=f"D:P{dacl}")), AccountNaming()
    asked: list[str] = []
    while sids := naming.next_sids(held, 25):
        assert len(sids) <= 25
        asked += sids
    assert len(asked) == len(set(asked)) == 500


def test_the_descriptors_are_gone_through_again_only_where_that_may_give_other_accounts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[HostSnapshot] = []

    def counted(of: HostSnapshot) -> tuple[str, ...]:
        seen.append(of)
        return unnamed_sids(of)

    monkeypatch.setattr(account_naming, "unnamed_sids", counted)
    dacl = "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(100))
    held, naming, asked = snapshot(endpoint("Many", dacl=f"D:P{dacl}(A;;GX;;;WD)")), AccountNaming(), []
    while sids := naming.next_sids(held, 25):
        asked += sids
        held = replace(held, accounts=held.accounts.with_names({sid: f"DOM\\{sid}" for sid in sids}))
    assert "S-1-1-0" in asked and len(asked) > 102  # the host speaks another language
    assert len(seen) == 2
    naming.next_sids(replace(held, configurations=snapshot(endpoint("Other")).configurations), 25)
    assert len(seen) == 3
