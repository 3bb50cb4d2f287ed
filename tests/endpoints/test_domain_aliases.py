"""An alias (DA) and the SID that it stands for on the host are one principal, once the host's domain is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.backend.host.account_naming import asks_for_domains, unnamed_sids
from gatepost.endpoints.access.effective_access import Verdict, effective_access
from gatepost.endpoints.access.summary import access_summary
from gatepost.endpoints.access.tokens import USERS, AccountToken, Origin
from gatepost.endpoints.changes.pending_change import PendingChange
from gatepost.endpoints.changes.revert import changes_behind, plan_revert, revert_change_set
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.compare.comparison import ComparisonState, compare
from gatepost.endpoints.compare.search import Query, SearchKind, search_steps
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.permission_text import permission_text
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.security import Accounts, HostDomains, Sid
from tests.endpoints.documents import configuration, dacls, snapshot

DOMAIN = "S-1-5-21-2207715804-3981402277-1276530991"
MACHINE = "S-1-5-21-3310577415-1462098823-907715348"
ADMINS = Sid.parse(f"{DOMAIN}-512")
KNOWN = Accounts(
    {f"{DOMAIN}-512": r"NORTHWIND\Domain Admins", f"{MACHINE}-500": r"FILESRV01\Administrator"},
    HostDomains(Sid.parse(MACHINE), Sid.parse(DOMAIN)),
)
UNKNOWN = Accounts({f"{DOMAIN}-512": r"NORTHWIND\Domain Admins"})
GA = 0x10000000


def host(*all_dacls: str, accounts: Accounts = KNOWN) -> HostSnapshot:
    endpoints = [configuration(dacl, name=f"e{number}") for number, dacl in enumerate(all_dacls)]
    return replace(snapshot(*endpoints), accounts=accounts)


@pytest.mark.parametrize("wish", [RightsAction.REVOKE, RightsAction.REMOVE])
@pytest.mark.parametrize("sid", [ADMINS, Sid(5, (21, 512), "DA")])
def test_both_spellings_are_taken_away(wish: RightsAction, sid: Sid) -> None:
    of = host("P(A;;GA;;;DA)", f"P(A;;GA;;;{DOMAIN}-512)(A;;GA;;;BA)", "P(A;;GA;;;DU)")
    step = apply_rights_action(wish, of.endpoints, sid, GA, of.accounts)
    assert [dacls(endpoint) for endpoint in step.edited] == [["P"], ["P(A;;GA;;;BA)"]]
    assert step.refused == ()


@pytest.mark.parametrize(("alias", "rid"), [("DA", 512), ("LA", 500), ("EA", 519), ("DU", 513)])
def test_a_sid_that_an_alias_may_stand_for_is_not_missed_in_silence(alias: str, rid: int) -> None:
    of = host(f"P(A;;GA;;;{DOMAIN}-{rid})(A;;GA;;;S-1-5-21-1-2-3-1105)", f"P(A;;GA;;;{alias})", accounts=UNKNOWN)
    step = apply_rights_action(RightsAction.REMOVE, of.endpoints, Sid(5, (21, rid), alias), GA, of.accounts)
    assert [endpoint.name for endpoint in step.edited] == ["e1"]
    ((name, reason),) = [(skipped.name, str(skipped.reason)) for skipped in step.refused]
    assert name == "e0" and UNKNOWN.name_of(Sid.parse(f"{DOMAIN}-{rid}")) in reason


def test_granting_takes_the_deny_by_alias_away() -> None:
    of = host("P(D;;GA;;;DA)(A;;GR;;;BA)")
    (edited,) = apply_rights_action(RightsAction.GRANT, of.endpoints, ADMINS, GA, of.accounts).edited
    assert dacls(edited) == [f"P(A;;GR;;;BA)(A;;GA;;;{DOMAIN}-512)"]


def test_what_is_not_edited_keeps_its_spelling() -> None:
    of = host("P(A;;GA;;;DA)(A;;GX;;;RM)")
    (edited,) = apply_rights_action(
        RightsAction.REMOVE, of.endpoints, Sid.parse("S-1-5-32-580"), GA, of.accounts
    ).edited
    assert dacls(edited) == ["P(A;;GA;;;DA)"]


def test_where_the_domain_is_not_known_what_may_be_missed_is_said() -> None:
    of = host("P(A;;GA;;;DA)", f"P(A;;GA;;;{DOMAIN}-512)", accounts=UNKNOWN)
    step = apply_rights_action(RightsAction.REMOVE, of.endpoints, ADMINS, GA, of.accounts)
    assert [endpoint.name for endpoint in step.edited] == ["e1"]
    ((name, reason),) = [(skipped.name, str(skipped.reason)) for skipped in step.refused]
    assert name == "e0" and "Domain Admins (of the host's domain)" in reason


@pytest.mark.parametrize(
    ("dacl", "accounts", "text"),
    [
        ("P(A;;GA;;;DA)", KNOWN, r"NORTHWIND\Domain Admins AccessAllowed"),
        ("P(A;;GA;;;LA)", KNOWN, r"FILESRV01\Administrator AccessAllowed"),
        ("P(A;;GA;;;DA)", UNKNOWN, "Domain Admins (of the host's domain) AccessAllowed"),
        ("P(A;;GA;;;LA)", UNKNOWN, "Administrator (of the host) AccessAllowed"),
        ("P(A;;GA;;;EA)", KNOWN, "Enterprise Admins (of the host's forest) AccessAllowed"),
        # To .NET both spellings are one SID, and it merges the entries.
        (f"P(A;;GX;;;DA)(A;;GR;;;{DOMAIN}-512)", KNOWN, r"NORTHWIND\Domain Admins AccessAllowed"),
        (f"P(A;;GW;;;{MACHINE}-500)(A;;GX;;;LA)", KNOWN, r"FILESRV01\Administrator AccessAllowed"),
        # Another domain's, which nobody has named: whatever 500 and 512 usually stand for.
        ("P(A;;GA;;;S-1-5-21-1-2-3-512)", KNOWN, "S-1-5-21-1-2-3-512 AccessAllowed"),
        ("P(A;;GA;;;S-1-5-21-1-2-3-500)", UNKNOWN, "S-1-5-21-1-2-3-500 AccessAllowed"),
    ],
)
def test_the_permission_text_names_whom_windows_names(dacl: str, accounts: Accounts, text: str) -> None:
    assert permission_text(configuration(dacl), accounts) == text


def test_who_has_access_is_one_principal() -> None:
    (endpoint,) = host(f"P(A;;GA;;;DA)(A;;GX;;;{DOMAIN}-512)").endpoints
    assert access_summary(endpoint).network == (ADMINS,)
    account_token = AccountToken(frozenset({ADMINS, USERS}))
    assert effective_access(endpoint, account_token, Origin.NETWORK).verdict is Verdict.YES
    (denied,) = host(f"P(D;;GA;;;DA)(A;;GX;;;{DOMAIN}-512)").endpoints
    assert effective_access(denied, account_token, Origin.NETWORK).verdict is Verdict.NO


@pytest.mark.parametrize(
    ("dacl", "verdict"),
    [
        ("P(XA;;GA;;;BU;(Member_of {SID(DA)}))", Verdict.YES),
        ("P(XA;;GA;;;BU;(Member_of {SID(DA), SID(BU)} && Member_of_any {SID(DU), SID(DA)}))", Verdict.YES),
        ("P(XD;;GA;;;BU;(Member_of_any {SID(DA)}))(A;;GA;;;BU)", Verdict.NO),
        ("P(XA;;GA;;;BU;(!(Member_of {SID(DA)})))", Verdict.NO),
        ("P(XA;;GA;;;BU;(Not_Member_of {SID(DA)}))", Verdict.NO),
    ],
)
def test_a_membership_by_alias_is_unknown_where_the_domain_is(dacl: str, verdict: Verdict) -> None:
    account_token = AccountToken(frozenset({ADMINS, USERS}))
    for accounts, expected in ((KNOWN, verdict), (UNKNOWN, Verdict.UNKNOWN)):
        (endpoint,) = host(dacl, accounts=accounts).endpoints
        assert effective_access(endpoint, account_token, Origin.NETWORK, accounts).verdict is expected
    (endpoint,) = host(dacl, accounts=UNKNOWN).endpoints  # no account of such a kind: it cannot be meant
    other = AccountToken(frozenset({Sid.parse(f"{DOMAIN}-1105"), USERS}))
    answer = Verdict.NO if verdict is Verdict.YES else Verdict.YES
    assert effective_access(endpoint, other, Origin.NETWORK, UNKNOWN).verdict is answer


def test_hosts_of_one_domain_compare_as_the_same() -> None:
    left, right = host("P(A;;GA;;;DA)(A;;GX;;;BA)"), host(f"P(A;;GA;;;{DOMAIN}-512)(A;;GX;;;BA)")
    assert [each.state for each in compare(left, right).endpoints] == [ComparisonState.SAME]
    assert [each.state for each in compare(right, left).endpoints] == [ComparisonState.SAME]
    other = host(f"P(A;;GA;;;{DOMAIN}-512)(A;;GR;;;BA)")
    (compared,) = compare(left, other).endpoints
    assert len(compared.differences) == 1  # the rights of BA, and nothing else


@pytest.mark.parametrize(
    ("sddl", "alias", "sid"),
    [
        ("O:{}G:BAD:P(A;;GA;;;BA)", "DA", f"{DOMAIN}-512"),
        ("O:BAG:{}D:P(A;;GA;;;BA)", "DU", f"{DOMAIN}-513"),
        ("O:BAG:BAD:P(A;;GA;;;BA)S:(AU;FA;GA;;;{})", "LG", f"{MACHINE}-501"),
        ("O:BAG:BAD:P(OD;;GA;;;{})(A;;GA;;;BA)", "DC", f"{DOMAIN}-515"),
        ("O:BAG:BAD:P(XA;;GX;;;BU;(Member_of {{SID({})}} && Member_of {{SID(BA)}}))", "PA", f"{DOMAIN}-520"),
        ("O:{0}G:{0}D:P(XA;;GX;;;{0};(Member_of {{SID({0})}}))S:(AU;SA;GA;;;{0})", "AP", f"{DOMAIN}-525"),
    ],
)
def test_in_every_part_of_a_descriptor_both_spellings_are_one(sddl: str, alias: str, sid: str) -> None:
    left, right = (
        replace(snapshot(configuration_of(text)), accounts=KNOWN, root_sddl=text)
        for text in (sddl.format(alias), sddl.format(sid))
    )
    for compared in (compare(left, right), compare(right, left)):
        assert [each.state for each in compared.endpoints] == [ComparisonState.SAME]
        assert compared.root == ()
    (unknown,) = compare(replace(left, accounts=UNKNOWN), right).endpoints
    assert unknown.state is ComparisonState.DIFFERENT


def configuration_of(text: str) -> SessionConfiguration:
    return configuration("P").with_sddls((text,))


def test_the_same_alias_on_hosts_of_two_domains_is_no_difference() -> None:
    elsewhere = Accounts(domains=HostDomains(None, Sid.parse("S-1-5-21-7-8-9")))
    compared = compare(host("P(A;;GA;;;DA)"), host("P(A;;GA;;;DA)", accounts=elsewhere))
    assert [each.state for each in compared.endpoints] == [ComparisonState.SAME]
    foreign = compare(host(f"P(A;;GA;;;{DOMAIN}-512)"), host("P(A;;GA;;;DA)", accounts=elsewhere))
    assert [each.state for each in foreign.endpoints] == [ComparisonState.DIFFERENT]


def test_an_account_is_found_under_both_spellings() -> None:
    of = host("P(A;;GA;;;DA)", f"P(A;;GA;;;{DOMAIN}-512)", "P(A;;GA;;;BA)")
    words = Query(SearchKind.ENTRIES, r"NORTHWIND\Domain Admins")
    assert [hit.endpoint for hits in search_steps(of, words) for hit in hits] == ["e0", "e1"]


def test_an_account_is_found_by_its_sid() -> None:
    of = host("P(A;;GA;;;DA)", f"P(A;;GA;;;{DOMAIN}-512)", "P(A;;GA;;;BA)")
    hits = [hit for hits in search_steps(of, Query(SearchKind.ENTRIES, f"{DOMAIN}-512")) for hit in hits]
    assert [hit.endpoint for hit in hits] == ["e0", "e1"]


def test_where_the_domain_is_not_known_an_alias_that_may_be_meant_is_found_too() -> None:
    of = host("P(A;;GA;;;DA)", f"P(A;;GA;;;{DOMAIN}-512)", "P(A;;GA;;;DU)", accounts=UNKNOWN)
    hits = [hit for hits in search_steps(of, Query(SearchKind.ENTRIES, r"NORTHWIND\Domain Admins")) for hit in hits]
    assert [hit.endpoint for hit in hits] == ["e0", "e1"]
    assert "Domain Admins (of the host's domain)" in str(hits[0].entry)


@pytest.mark.parametrize(
    "sddl",
    [
        "O:BAG:BAD:P(XA;;GX;;;BU;(Member_of {SID(DA)}))",
        "O:DAG:BAD:P(A;;GA;;;BA)",
        "O:BAG:DUD:P(A;;GA;;;BA)",
        "O:BAG:BAD:P(A;;GA;;;BA)S:(AU;FA;GA;;;DU)",
    ],
)
def test_the_domains_are_asked_for_an_alias_in_any_part(sddl: str) -> None:
    of = replace(snapshot(configuration_of(sddl)), accounts=UNKNOWN)
    assert asks_for_domains(of)
    known = replace(of, accounts=KNOWN)
    assert not asks_for_domains(known)
    assert any(sid.startswith(DOMAIN) for sid in (*unnamed_sids(known), *KNOWN.names))


def test_the_domains_are_asked_for_where_an_alias_needs_them() -> None:
    assert asks_for_domains(host("P(A;;GA;;;DA)", accounts=UNKNOWN))
    assert asks_for_domains(host("P(A;;GA;;;LA)", accounts=UNKNOWN))
    assert not asks_for_domains(host("P(A;;GA;;;DA)"))
    assert not asks_for_domains(host("P(A;;GA;;;BA)(A;;GA;;;EA)", accounts=UNKNOWN))


def test_the_accounts_behind_the_aliases_are_named() -> None:
    assert set(unnamed_sids(host("P(A;;GA;;;DA)(A;;GA;;;DU)(A;;GA;;;NU)"))) == {
        f"{DOMAIN}-513",
        "S-1-5-32-544",
        "S-1-5-32-545",
    }


def test_a_host_that_does_not_speak_english_names_the_well_known_ones_itself() -> None:
    french = Accounts({"S-1-5-32-544": r"BUILTIN\Administrateurs"})
    of = host("P(A;;GA;;;NU)(A;;GA;;;BA)", accounts=french)
    assert unnamed_sids(of) == ("S-1-5-32-545", "S-1-5-2", "S-1-1-0", "S-1-5-20", "S-1-5-4")
    named = french.with_names({"S-1-5-2": r"AUTORITE NT\RESEAU"})
    text = permission_text(of.configurations[0], named)
    assert text == r"AUTORITE NT\RESEAU AccessAllowed, BUILTIN\Administrateurs AccessAllowed"
    assert named.short_name_of(Sid.parse("S-1-5-2")) == "RESEAU"


def test_the_english_name_is_found_too() -> None:
    french = Accounts({"S-1-5-32-544": r"BUILTIN\Administrateurs"})
    of = host("P(A;;GA;;;BA)", accounts=french)
    for words in ("administrators", "administrateurs"):
        hits = [hit for hits in search_steps(of, Query(SearchKind.ENTRIES, words)) for hit in hits]
        assert [hit.endpoint for hit in hits] == ["e0", ""]  # and RootSDDL
        assert "Administrateurs" in str(hits[0].entry)


def test_reverting_knows_what_was_written_by_another_spelling() -> None:
    plan = plan_revert(
        [written("P(A;;GA;;;BA)", "P(D;;GA;;;DA)(A;;GA;;;BA)")], host(f"P(D;;GA;;;{DOMAIN}-512)(A;;GA;;;BA)")
    )
    assert not plan.needs_choice
    (change,) = revert_change_set(plan).changes
    assert dacls(change.after) == ["P(A;;GA;;;BA)"]


def written(before: str, after: str) -> JournalEntry:
    states = (EndpointState.of(configuration(dacl, name="e0")).to_json() for dacl in (before, after))
    return JournalEntry(
        1, "b", "2026-01-01T00:00:00Z", "1", "key", "SERVER01", "admin", "e0", SubjectKind.ENDPOINT, "Deny", "",
        *states, Outcome.CHANGED, "", "", "",
    )  # fmt: skip


def test_a_later_change_is_known_by_another_spelling() -> None:
    first, last = (
        ("P(A;;GA;;;BA)", "P(A;;GX;;;DA)(A;;GA;;;BA)"),
        ("P(A;;GX;;;DA)(A;;GA;;;BA)", "P(A;;GR;;;DA)(A;;GA;;;BA)"),
    )
    plan, later = plan_revert([written(*first)], host(f"P(A;;GR;;;{DOMAIN}-512)(A;;GA;;;BA)")), written(*last)
    assert changes_behind(plan.comparisons[0], [later], KNOWN.domains) == (later,)


@pytest.mark.parametrize(("old", "new"), [("DA", f"{DOMAIN}-512"), (f"{DOMAIN}-512", "DA")])
def test_a_later_removal_is_known_by_another_spelling(old: str, new: str) -> None:
    now = "P(A;;GA;;;BA)(A;;GX;;;IU)"
    first = written(f"P(A;;GX;;;{old})(A;;GA;;;BA)", f"P(A;;GX;;;{old})(A;;GA;;;BA)(A;;GX;;;IU)")
    later = written(f"P(A;;GX;;;{new})(A;;GA;;;BA)(A;;GX;;;IU)", now)
    (comparison,) = plan_revert([first], host(now)).comparisons
    behind = {
        str(row.entry.ace.sid): entry
        for row, entry in zip(comparison.rows, changes_behind(comparison, [later], KNOWN.domains), strict=True)
        if row.entry is not None
    }
    assert behind == {old: later, "S-1-5-4": None}  # the second is what is reverted


@pytest.mark.parametrize(("old", "new"), [("LA", f"{MACHINE}-500"), (f"{MACHINE}-500", "LA")])
def test_what_someone_else_removed_stays_removed_however_a_change_spells_it(old: str, new: str) -> None:
    before, after, now = f"P(A;;GX;;;{old})(A;;GX;;;RM)(A;;GA;;;BA)", f"P(A;;GX;;;{new})(A;;GA;;;BA)", "P(A;;GA;;;BA)"
    plan = plan_revert([written(before, after)], host(now))
    others = frozenset(row for row in plan.comparisons[0].rows if not row.is_unchanged)
    (change,) = revert_change_set(plan, {"e0": others}).changes
    assert dacls(change.after) == ["P(A;;GX;;;RM)(A;;GA;;;BA)"]
    base, edited, present = map(configuration, (before, after, now))
    assert dacls(PendingChange(base, edited).rebased(present, KNOWN.domains).edited) == [now]


def test_a_pending_removal_finds_its_entry_by_another_spelling() -> None:
    base, edited = configuration("P(A;;GA;;;DA)(A;;GA;;;BA)"), configuration("P(A;;GA;;;BA)")
    now = configuration(f"P(A;;GA;;;{DOMAIN}-512)(A;;GA;;;BA)(A;;GX;;;RM)")
    assert dacls(PendingChange(base, edited).rebased(now, KNOWN.domains).edited) == ["P(A;;GA;;;BA)(A;;GX;;;RM)"]
