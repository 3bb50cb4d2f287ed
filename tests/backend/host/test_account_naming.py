"""Which accounts of a host are asked for by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest

from gatepost.backend.host import account_naming
from gatepost.backend.host.account_naming import AccountNaming, name_accounts, unnamed_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import ADMINISTRATORS, NO_DOMAINS, Accounts, HostDomains
from gatepost.work import WorkContext
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


def test_each_sid_is_looked_at_once_until_the_host_is_to_be_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    is_named = Accounts.__contains__
    monkeypatch.setattr(Accounts, "__contains__", lambda named, sid: looked_at.append(sid) or is_named(named, sid))
    dacl = "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{1000 + number})" for number in range(100))
    held, naming = snapshot(endpoint("Many", dacl=f"D:P{dacl}")), AccountNaming()
    first = naming.next_sids(held, 1)
    looked_at.clear()
    while naming.next_sids(held, 1):
        pass
    assert len(looked_at) == len(set(looked_at)) > 100
    naming.ask_again()
    assert naming.next_sids(held, 1) == first


def test_the_domains_are_asked_for_before_the_first_name() -> None:
    asked: list[str] = []

    class Asked:
        def domains(self) -> HostDomains:
            asked.append("domains")
            return NO_DOMAINS

        def names(self, sids: Sequence[str], context: WorkContext) -> dict[str, str]:
            asked.extend(sids)
            return {}

    host = SimpleNamespace(principals=Asked())
    sids = (str(ADMINISTRATORS), "S-1-5-21-1-2-3-1000")
    name_accounts(sids, snapshot(endpoint("Aliases", dacl="D:P(A;;GX;;;LA)")), host, WorkContext())  # type: ignore[arg-type]
    assert asked == ["domains", *sids]
