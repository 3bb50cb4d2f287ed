import pytest

from gatepost.endpoints.access.effective_access import Verdict, effective_access
from gatepost.endpoints.access.summary import AccessSummary, access_summary, opens_when_enabled, summary_text
from gatepost.endpoints.access.tokens import AccountToken, Origin
from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    NO_ACCOUNTS,
    REMOTE_MANAGEMENT_USERS,
    Accounts,
    Sid,
)
from tests.endpoints.documents import NO_SECURITY, USER01, configuration, on_host, with_text

BA, IU, RM, WD, NU, USER = ADMINISTRATORS, INTERACTIVE, REMOTE_MANAGEMENT_USERS, EVERYONE, NETWORK, Sid.parse(USER01)


def conditional(found):
    """Who gets in on a condition only, over the network and locally."""
    return found.network_conditional, found.local_conditional


@pytest.mark.parametrize(
    ("dacl", "network", "local"),
    [
        ("P(A;;GA;;;BA)(A;;GX;;;RM)", (BA, RM), (BA, RM)),
        ("P(A;;GA;;;BA)(A;;GA;;;IU)", (BA,), (BA, IU)),
        ("P(A;;GA;;;NU)", (NU,), ()),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", (), (BA,)),
        ("P(A;;GA;;;RM)(D;;GX;;;NU)(A;;GA;;;BA)", (RM,), (RM, BA)),
        ("P(D;;GR;;;NU)(A;;GA;;;BA)", (BA,), (BA,)),
        ("P(D;;GA;;;IU)(A;;GA;;;BA)", (BA,), ()),
        ("P(D;;GA;;;WD)(A;;GA;;;BA)", (), ()),
        (f"P(D;;GA;;;{USER01})(A;;GA;;;{USER01})(A;;GA;;;BA)", (BA,), (BA,)),
        (f"P(A;;GA;;;{USER01})(D;;GA;;;{USER01})", (USER,), (USER,)),
        ("P(A;;GRGW;;;BA)(A;IO;GA;;;RM)", (), ()),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))", (BA,), (BA,)),
        ("P(XD;;GA;;;NU;(Member_of {SID(RM)}))(A;;GA;;;BA)", (BA,), (BA,)),
        ("P(A;;GA;;;BA)(A;;GX;;;BA)", (BA,), (BA,)),
        ("P", (), ()),
    ],
)
def test_who_gets_in(dacl, network, local):
    found = access_summary(on_host(configuration(dacl)))
    assert (found.network, found.local, found.anyone, found.unknown) == (network, local, False, False)
    assert conditional(found) == ((set(network), set(local)) if "XA" in dacl else (set(), set()))


def test_who_has_a_plain_entry_too_is_not_conditional():
    found = access_summary(on_host(configuration("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)")))
    assert found.network == (BA,)
    assert conditional(found) == (set(), set())


@pytest.mark.parametrize(
    ("dacl", "only"),
    [
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))", {BA}),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)", set()),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GR;;;BA)", {BA}),
    ],
)
def test_who_gets_in_on_a_condition_only(dacl, only):
    only = frozenset(only)
    assert access_summary(on_host(configuration(dacl))) == AccessSummary(
        (BA,), (BA,), network_conditional=only, local_conditional=only
    )


def test_a_condition_over_the_network_is_said_although_there_is_none_locally():
    found = access_summary(on_host(configuration(f"P(XA;;GX;;;{USER01};(Member_of {{SID(IU)}} || @User.a == 1))")))
    assert (found.network, found.local) == ((USER,), (USER,))
    assert conditional(found) == ({USER}, set())
    assert found.unconditional == (USER,)
    assert str(summary_text(found, NO_ACCOUNTS)) == (f"Over the network: {USER01} (conditional). Locally: {USER01}.")


def test_a_missing_list_lets_anyone_in():
    assert access_summary(on_host(configuration("NO_ACCESS_CONTROL"))) == AccessSummary(anyone=True)
    assert access_summary(on_host(with_text("O:NSG:BA"))) == AccessSummary(anyone=True)


def test_nobody_gets_into_a_disabled_endpoint():
    assert access_summary(on_host(configuration("NO_ACCESS_CONTROL", enabled=False))) == AccessSummary()


def test_without_a_descriptor_the_service_decides():
    assert access_summary(on_host(configuration(*NO_SECURITY))) == AccessSummary((BA,), (BA,))


def test_an_unreadable_descriptor_is_not_taken_for_a_closed_one():
    assert access_summary(on_host(with_text("foo"))) == AccessSummary(unknown=True)


@pytest.mark.parametrize(
    ("endpoint", "opens"),
    [
        (configuration("P(A;;GA;;;BA)", enabled=False), True),
        (configuration("NO_ACCESS_CONTROL", enabled=False), True),
        (configuration("P(A;;GA;;;BA)(D;;GA;;;NU)", enabled=False), True),
        (with_text("foo", attributes='Enabled="false"'), True),
        (configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", enabled=False), False),
        (configuration("P", enabled=False), False),
        (configuration("P(D;;GA;;;WD)(A;;GA;;;BA)", enabled=False), False),
    ],
)
def test_what_enabling_would_open(endpoint, opens):
    assert opens_when_enabled(on_host(endpoint)) is opens


@pytest.mark.parametrize(("more", "words"), [(1, "1 other"), (2, "2 others")])
def test_how_many_are_not_named(more, words):
    sids = tuple(Sid.parse(f"S-1-5-21-1-2-3-{number}") for number in range(20 + more))
    assert str(summary_text(AccessSummary(sids), NO_ACCOUNTS)).endswith(f"-19, {words}. Locally: no one.")


def test_a_summary_names_who_has_access_in_one_line():
    accounts = Accounts({USER01: r"DOMAIN01\User01"})
    assert str(summary_text(AccessSummary((BA,), (BA, USER)), accounts)) == (
        r"Over the network: Administrators. Locally: Administrators, DOMAIN01\User01."
    )
    assert "Administrators (conditional)" in str(
        summary_text(AccessSummary((BA,), network_conditional=frozenset({BA})), accounts)
    )
    assert str(summary_text(AccessSummary(), accounts)) == "Over the network: no one. Locally: no one."
    assert "Anyone" in str(summary_text(AccessSummary(anyone=True), accounts))
    assert "isn't known" in str(summary_text(AccessSummary(unknown=True), accounts))
    assert "too complex" in str(summary_text(AccessSummary(complete=False), accounts))
    # first, for a narrow window leaves out the end of the line
    text = str(summary_text(AccessSummary((BA,), complete=False), accounts))
    assert text.startswith("Too complex to evaluate completely, so there may be others.")


def test_a_deny_for_every_account_stops_them_all():
    found = access_summary(on_host(configuration("P(D;;GA;;;WD)(A;;GA;;;BA)")))
    assert (found.network, found.local) == ((), ())


@pytest.mark.parametrize("logon", ["S-1-5-1", "S-1-5-3", "S-1-5-4", "S-1-5-6", "S-1-5-14", "S-1-2-1"])
def test_nobody_comes_over_the_network_by_another_kind_of_logon(logon):
    found = access_summary(on_host(configuration(f"P(A;;GX;;;{logon})")))
    assert (found.network, found.local) == ((), (Sid.parse(logon),))


@pytest.mark.parametrize(
    ("dacl", "who"),
    [
        ("P(D;;GA;;;AU)(A;;GA;;;WD)", "S-1-1-0"),
        ("P(D;;GA;;;AU)(A;;GA;;;BG)", "S-1-5-32-546"),
        ("P(D;;GA;;;AU)(A;;GA;;;AN)", "S-1-5-7"),
        ("P(D;;GA;;;AU)(A;;GA;;;RM)", "S-1-5-32-580"),  # of which a guest may be a member
        ("P(D;;GA;;;AU)(A;;GA;;;BA)", "S-1-5-32-544"),
        (f"P(D;;GA;;;AU)(A;;GA;;;{USER01})", USER01),
        ("P(D;;GA;;;WD)(A;;GA;;;AN)", "S-1-5-7"),
        ("P(D;;GA;;;AU)(A;;GA;;;S-1-5-21-1-2-3-501)", "S-1-5-21-1-2-3-501"),
        ("P(D;;GA;;;BU)(A;;GA;;;BA)", "S-1-5-32-544"),
        ("P(D;;GA;;;BU)(A;;GA;;;AU)", "S-1-5-11"),
        (f"P(D;;GA;;;BU)(A;;GA;;;{USER01})", USER01),
        ("P(XD;;GA;;;WD;(Member_of {SID(BU)}))(A;;GA;;;BA)", "S-1-5-32-544"),
    ],
)
def test_no_one_is_said_only_where_a_guest_or_a_member_without_users_is_kept_out_too(dacl, who):
    found = access_summary(on_host(configuration(dacl)))
    assert (found.network, found.local) == ((Sid.parse(who),), (Sid.parse(who),))
    assert conditional(found) == ({Sid.parse(who)}, {Sid.parse(who)})
    assert "no one" not in str(summary_text(found, NO_ACCOUNTS))


@pytest.mark.parametrize("deny", ["(D;;GA;;;BG)", "(XD;;GA;;;WD;(Member_of {SID(RM)}))"])
def test_a_deny_that_may_fit_is_said(deny):
    found = access_summary(on_host(configuration(f"P{deny}(A;;GA;;;BA)")))
    assert found.others_denied
    assert "Unless another entry or a condition keeps them out" in str(summary_text(found, NO_ACCOUNTS))
    assert not access_summary(on_host(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"))).others_denied


def test_a_condition_that_the_principal_itself_meets_counts():
    found = access_summary(on_host(configuration("P(XD;;GA;;;WD;(Member_of {SID(BA)}))(A;;GA;;;BA)(A;;GA;;;RM)")))
    assert (found.network, found.local) == ((RM,), (RM,))


def test_whom_two_descriptors_both_let_in():
    found = access_summary(on_host(configuration("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(D;;GA;;;NU)(A;;GA;;;BA)")))
    assert (found.network, found.local) == ((), (BA,))


def test_who_needs_an_entry_in_each_of_two_descriptors_gets_in_only_together_with_the_other():
    found = access_summary(on_host(configuration("P(A;;GA;;;BA)", "P(A;;GA;;;RM)")))
    assert (found.network, found.local) == ((BA, RM), (BA, RM))
    assert conditional(found) == ({BA, RM}, {BA, RM})
    assert not found.unconditional
    broad = access_summary(on_host(configuration("P(A;;GA;;;AU)", "P(A;;GA;;;BU)")))
    assert conditional(broad) == (set(), set())  # whoever is one is the other


LABEL = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)S:(ML;;NX;;;{})"


def test_a_label_lets_only_tokens_of_its_level_in():
    high = access_summary(on_host(with_text(LABEL.format("HI"))))
    assert high.network == (BA, RM)
    assert conditional(high) == ({RM}, {RM})  # who has to be an administrator as well
    assert access_summary(on_host(with_text(LABEL.format("SI")))).admits_nobody(Origin.NETWORK)
    assert conditional(access_summary(on_host(with_text(LABEL.format("ME"))))) == (set(), set())


class TestComplexity:
    """What is too complex is said, and costs no more than its budget; what only is long is evaluated completely."""

    def test_many_entries_are_only_long(self):
        sids = [f"S-1-5-21-1-2-3-{number}" for number in range(12_000)]
        found = access_summary(on_host(configuration("P" + "".join(f"(A;;GA;;;{sid})" for sid in sids))))
        assert [str(sid) for sid in found.network] == sids
        assert found.complete

    def test_descriptors_that_multiply(self):
        dacls = ["P" + "".join(f"(A;;GA;;;S-1-5-21-1-{k}-3-{n})" for n in range(50)) for k in range(8)]
        found = access_summary(on_host(configuration(*dacls)))  # 50 to the power of 8 combinations
        assert not found.complete
        assert not found.admits_nobody(Origin.NETWORK)

    def test_descriptors_that_multiply_to_nothing_are_not_called_closed(self):
        denies = "".join(f"(D;;GA;;;S-1-5-21-1-{k}-3-{n})" for n in range(30) for k in range(8))
        dacls = ["P" + denies + "".join(f"(A;;GA;;;S-1-5-21-1-{k}-3-{n})" for n in range(30)) for k in range(8)]
        found = access_summary(on_host(configuration(*dacls)))
        assert (found.network, found.complete, found.admits_nobody(Origin.NETWORK)) == ((), False, False)
        assert "too complex to evaluate completely" in str(summary_text(found, NO_ACCOUNTS))

    @pytest.mark.parametrize("operator", ["Member_of", "Member_of_any"])
    def test_a_condition_with_thousands_of_groups(self, operator):
        groups = ", ".join(f"SID(S-1-5-21-1-2-3-{number})" for number in range(2_000))
        found = access_summary(on_host(configuration(f"P(XA;;GA;;;BA;({operator} {{{groups}}}))")))
        assert (found.network, found.network_conditional, found.complete) == ((BA,), {BA}, True)

    def test_thousands_of_groups_that_a_deny_may_meet(self):
        groups = ", ".join(f"SID(S-1-5-21-1-2-3-{number})" for number in range(2_000))
        denied = "(D;;GA;;;S-1-5-21-1-2-3-7)"
        found = access_summary(on_host(configuration(f"P{denied}(XA;;GA;;;BA;(Member_of {{{groups}}}))")))
        assert not found.admits_nobody(Origin.NETWORK)

    def test_conditions_without_end(self):
        entries = "".join(
            f"(XA;;GA;;;S-1-5-21-1-2-4-{n};(Member_of {{SID(S-1-5-21-9-9-9-{n % 6})}} && @User.c{n % 3} == 1))"
            for n in range(3_000)
        )
        found = access_summary(on_host(configuration("P" + entries)))
        assert not found.admits_nobody(Origin.NETWORK)

    def test_tens_of_thousands_of_attributes(self):
        attributes = "".join(f'(RA;;;;;WD;("a{number}",TI,0x0,1))' for number in range(25_000))
        text = f"O:NSG:BAD:P(XA;;GA;;;BA;(@Resource.a7 == 1))S:{attributes}"
        found = access_summary(on_host(with_text(text)))
        assert found.network == (BA,) or not found.complete

    def test_a_condition_of_many_terms(self):
        terms = " && ".join(["(@User.a == 1)"] * 20_000)
        endpoint = on_host(configuration(f"P(XA;;GX;;;WD;({terms}))(A;;GA;;;BA)"))
        assert not access_summary(endpoint).complete
        answer = effective_access(endpoint, AccountToken(frozenset()), Origin.NETWORK)
        assert (answer.verdict, str(answer.why)) == (
            Verdict.UNKNOWN,
            "The permissions are too complex to evaluate completely.",
        )


def test_two_lists_of_many_accounts_are_not_compared_with_all_who_were_found_before(monkeypatch):
    compared, hashed = [0], Sid.__hash__

    def counted(sid):
        compared[0] += 1
        return hashed(sid)

    def sddl(first):
        return "P" + "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{number})" for number in range(first, first + 150))

    endpoint = on_host(configuration(sddl(1000), sddl(1075)))
    monkeypatch.setattr(Sid, "__hash__", counted)
    found = access_summary(endpoint)
    assert len(found.network) == 225
    assert compared[0] < 1_000_000  # and not 5 million


@pytest.mark.parametrize(
    "condition", ["Not_Member_of {SID(BA)}", "!(Member_of {SID(BA)})", "Not_Member_of_Any {SID(BA)}"]
)
def test_who_has_to_lack_a_group_gets_in_unless_that_keeps_them_out(condition: str) -> None:
    found = access_summary(on_host(configuration(f"P(XA;;GX;;;WD;({condition}))")))
    assert found.network == (EVERYONE,) and found.others_denied
    assert "a condition keeps them out" in str(summary_text(found, NO_ACCOUNTS))


def test_who_has_to_be_a_member_is_kept_out_by_nothing_else() -> None:
    found = access_summary(on_host(configuration("P(XA;;GX;;;BA;(Member_of {SID(RM)}))")))
    assert found.network and not found.others_denied
