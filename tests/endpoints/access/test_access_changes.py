"""Who loses a way in: nobody is missed, and nobody is named who keeps it."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gatepost.endpoints.access.access_changes import AccessChange, gains, losses, losses_between
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.tokens import EVERY_TOKEN, GUESTS, NOBODY, SESSION_ORIGINS, USERS, Origin
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import EXECUTE, AccessMode
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange
from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    REMOTE_MANAGEMENT_USERS,
    SecurityDescriptor,
    Sid,
    Token,
)
from tests.endpoints.documents import HOST, NO_SECURITY, USER01, configuration, on_host, sddl, snapshot
from tests.security.access_check import is_granted

BA, RM, USER = ADMINISTRATORS, REMOTE_MANAGEMENT_USERS, Sid.parse(USER01)
DISABLED, LOCAL, REMOTE = AccessMode.DISABLED, AccessMode.LOCAL, AccessMode.REMOTE


def edited(before: SessionConfiguration, after: SessionConfiguration) -> ChangeSet:
    change = EndpointChange(on_host(before), after)
    return ChangeSet(ActionKind.ACCESS_MODE, english("Edit"), HOST, (change,), (), "")


def lost(before: str, after: str) -> set[tuple[str, str, frozenset[str]]]:
    found = losses(edited(configuration(before), configuration(after))).found
    return {(str(each.sid), each.origin.value, frozenset(map(str, each.also))) for each in found}


def test_losses_of_the_whole_host_switch() -> None:
    host = snapshot(
        configuration("P(A;;GA;;;BA)(A;;GA;;;IU)", name="a"),
        configuration("P(A;;GA;;;BA)", name="b"),
        configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", name="already closed"),
    )
    assert losses(disable_remoting(host)).found == (AccessChange(BA, Origin.NETWORK, ("a", "b")),)


@pytest.mark.parametrize(
    ("dacl", "mode", "expected"),
    [
        ("P(A;;GA;;;BA)", DISABLED, {(BA, Origin.NETWORK), (BA, Origin.LOOPBACK)}),
        ("P(A;;GA;;;BA)", LOCAL, {(BA, Origin.NETWORK)}),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", REMOTE, set()),
        ("NO_ACCESS_CONTROL", LOCAL, {(None, Origin.NETWORK)}),
        ("NO_ACCESS_CONTROL", DISABLED, {(None, Origin.NETWORK), (None, Origin.LOOPBACK)}),
        ("NO_ACCESS_CONTROL", REMOTE, set()),
    ],
)
def test_losses_of_one_endpoint(dacl: str, mode: AccessMode, expected: set[tuple[Sid | None, Origin]]) -> None:
    found = losses(set_access_mode(snapshot(configuration(dacl)), ["Test"], mode)).found
    assert {(each.sid, each.origin) for each in found} == expected


def test_a_descriptor_of_its_own_may_take_away_what_the_service_gave() -> None:
    found = losses(set_access_mode(snapshot(configuration(*NO_SECURITY)), ["Test"], LOCAL)).found
    assert found == (AccessChange(BA, Origin.NETWORK, ("Test",)),)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # A Deny for a group takes the way in from whoever is in both, and from nobody else.
        (
            "P(A;;GX;;;BA)(A;;GX;;;RM)",
            f"P(D;;GX;;;{USER01})(A;;GX;;;BA)(A;;GX;;;RM)",
            {("S-1-5-32-544", frozenset({USER01})), ("S-1-5-32-580", frozenset({USER01}))},
        ),
        # One that moves behind the Allow, or never stood before it, takes nothing.
        (f"P(D;;GX;;;{USER01})(A;;GX;;;BA)", f"P(A;;GX;;;BA)(D;;GX;;;{USER01})", set()),
        (
            f"P(A;;GX;;;BA)(D;;GX;;;{USER01})",
            f"P(D;;GX;;;{USER01})(A;;GX;;;BA)",
            {("S-1-5-32-544", frozenset({USER01}))},
        ),
        # Whoever an Allow for everyone still lets in loses nothing with an entry of their own.
        ("P(A;;GX;;;BA)(A;;GX;;;AU)", "P(A;;GX;;;AU)", set()),
        ("P(A;;GX;;;BA)(A;;GX;;;AU)", "P(A;;GX;;;BA)", {("S-1-5-11", frozenset())}),
        ("P(A;;GA;;;BA)", "P(A;;GRGW;;;BA)", {("S-1-5-32-544", frozenset())}),
        ("P(A;;GA;;;BA)", "P(A;;GX;;;BA)", set()),
        ("P(A;;GX;;;BA)", "P(XA;;GX;;;BA;(Member_of {SID(RM)}))", {("S-1-5-32-544", frozenset())}),
        (
            "P(XA;;GX;;;BA;(Member_of {SID(RM)}))",
            "P(XA;;GX;;;BA;(Member_of {SID(RM), SID(RD)}))",
            {("S-1-5-32-544", frozenset({"S-1-5-32-580"}))},
        ),
        # Of two ways to say it, the one with fewer groups is said.
        (
            "P(XA;;GX;;;BA;(Member_of {SID(RM)}))",
            f"P(D;;GX;;;{USER01})(A;;GX;;;SY)",
            {("S-1-5-32-544", frozenset({"S-1-5-32-580"}))},
        ),
        # Who loses access anyway is not said once more together with others.
        ("P(A;;GX;;;BA)(A;;GX;;;RM)", "P(D;;GX;;;BA)(A;;GX;;;RM)", {("S-1-5-32-544", frozenset())}),
        # What only the host knows may be either way, alike before and after.
        ('P(XA;;GX;;;AU;(@User.Team == "a"))', 'P(XA;;GX;;;AU;(@User.Team == "b"))', {("S-1-5-11", frozenset())}),
        ('P(XA;;GX;;;AU;(@User.Team == "a"))', 'P(A;;GX;;;BA)(XA;;GX;;;AU;(@User.Team == "a"))', set()),
    ],
)
def test_losses_by_an_edit(before: str, after: str, expected: set[tuple[str, frozenset[str]]]) -> None:
    assert lost(before, after) == {(sid, origin.value, also) for sid, also in expected for origin in SESSION_ORIGINS}


def test_the_anonymous_are_among_anyone_and_not_among_everyone() -> None:
    assert lost("NO_ACCESS_CONTROL", f"P(D;;GA;;;{USER01})(A;;GA;;;WD)") == {
        ("None", "network", frozenset()),
        *(("None", origin.value, frozenset({USER01})) for origin in SESSION_ORIGINS),
    }


def test_too_many_to_weigh_is_said() -> None:
    allows = "".join(f"(A;;GX;;;S-1-5-21-1-2-3-{n})" for n in range(300))
    denies = "".join(f"(D;;GX;;;S-1-5-21-4-5-6-{n})" for n in range(300))
    assert losses(edited(configuration(f"P{allows}"), configuration(f"P{denies}{allows}"))).incomplete == ("Test",)


def test_too_many_groups_in_conditions_are_said_too() -> None:
    groups = ", ".join(f"SID(S-1-5-21-1-2-3-{n})" for n in range(9))
    before, after = f"P(XA;;GX;;;BA;(Member_of {{{groups}}}))", "P(A;;GX;;;RM)"
    found = losses(edited(configuration(before), configuration(after)))
    assert found.incomplete == ("Test",)
    assert {each.sid for each in found.found} == {BA}
    assert {len(each.also) for each in found.found} == {9}


def test_another_attribute_of_the_object_takes_access_from_whoever_its_condition_let_in() -> None:
    def level(number: int) -> SessionConfiguration:
        text = f'O:NSG:BAD:P(XA;;GX;;;BA;(@Resource.Level == 1))S:(RA;;;;;WD;("Level",TI,0,{number}))'
        return configuration("P").with_sddls((text,))

    assert {each.sid for each in losses(edited(level(1), level(2))).found} == {BA}
    assert not losses(edited(level(2), level(1))).found


FILTER = "(FL;;GX;;;WD;(@User.a == 1))"
POLICY, TRUST = "(SP;;;;;S-1-17-1)", "(TL;;GX;;;S-1-19-512-4096)"


@pytest.mark.parametrize(
    ("before", "after", "lost", "gained"),
    [
        (FILTER, FILTER, False, False),
        ("", FILTER, True, False),
        (FILTER, "", False, True),
        (FILTER, FILTER.replace(".a", ".b"), True, True),
        (POLICY, "(SP;;;;;S-1-17-2)", True, True),
        (TRUST, TRUST.replace("4096", "8192"), True, True),
        ('(RA;;;;;WD;("a",TI,0,1))' + FILTER, '(RA;;;;;WD;("a",TI,0,2))' + FILTER, True, True),
        ('(RA;;;;;WD;("a",TI,0,1))', '(RA;;;;;WD;("a",TI,0,2))', False, False),
        ("(FL;IO;GX;;;WD;(@User.a == 1))", "(FL;IO;GX;;;WD;(@User.b == 1))", False, False),
    ],
)
def test_whom_another_limit_in_the_sacl_keeps_out_only_the_host_can_tell(
    before: str, after: str, lost: bool, gained: bool
) -> None:
    old, new = (configuration("P").with_sddls((f"O:NSG:BAD:P(A;;GX;;;BU)S:{sacl}",)) for sacl in (before, after))
    change_set = edited(old, new)
    assert (bool(losses(change_set).incomplete), bool(gains(change_set).incomplete)) == (lost, gained)


def test_from_a_disabled_endpoint_nobody_loses_whatever_limits_it() -> None:
    limited = configuration("P", enabled=False).with_sddls((f"O:NSG:BAD:P(A;;GX;;;BU)S:{FILTER}",))
    enabling = set_access_mode(snapshot(limited), ["Test"], REMOTE)
    assert gains(enabling).found and not losses(enabling).incomplete


SIDS = ["BA", "RM", "NU", "IU", "WD", "AU", "BG", "S-1-5-21-1-2-3-4"]
CONDITIONS = ["(Member_of {SID(BG)})", "(Member_of_any {SID(BA), SID(RM)})", "(!(Member_of {SID(BA)}))"]
plain = st.builds(
    "({};;{};;;{})".format, st.sampled_from("AD"), st.sampled_from(["GX", "GA", "GR"]), st.sampled_from(SIDS)
)
callback = st.builds(
    "(X{};;GX;;;{};{})".format, st.sampled_from("AD"), st.sampled_from(SIDS), st.sampled_from(CONDITIONS)
)
dacls = st.lists(st.one_of(plain, plain, callback), max_size=6).map(lambda aces: "P" + "".join(aces))
ATOMS = [Sid.parse(text) for text in ("S-1-5-32-544", "S-1-5-32-580", "S-1-5-32-546", "S-1-5-21-1-2-3-4")]
COMBINATIONS = [frozenset(some) for some in chain.from_iterable(combinations(ATOMS, size) for size in range(5))]

GUEST = frozenset({GUESTS})


def bases(sids: frozenset[Sid]) -> list[frozenset[Sid]]:
    """What a token may carry anyway: nearly always all of it, perhaps not Users; a guest is no authenticated user."""
    usual = [EVERY_TOKEN, EVERY_TOKEN - {USERS}]
    return [*usual, frozenset({EVERYONE})] if sids <= GUEST else usual


TOKENS = [sids | base for sids in COMBINATIONS for base in bases(sids)]
ANONYMOUS_TOKEN: frozenset[Sid] = frozenset()  # Everyone does not include it


def admitted(dacl: str, sids: frozenset[Sid], origin: Origin) -> bool:
    """The access check of the security room, on the whole token."""
    token = Token(NOBODY, sids | {origin.sid})
    return is_granted(SecurityDescriptor.from_sddl(sddl(dacl)), token, EXECUTE)


@settings(max_examples=150, deadline=None)
@given(dacls, dacls, st.sampled_from(SESSION_ORIGINS))
@example("P(XA;;GX;;;NU;(Member_of_any {SID(BA), SID(RM)}))", "P(A;;GX;;;AU)", Origin.NETWORK)  # no guest is in BA
def test_a_loss_is_found_if_and_only_if_some_token_loses(before: str, after: str, origin: Origin) -> None:
    old, new = configuration(before), configuration(after)
    found, complete = losses_between(DecidingLists.of(on_host(old), origin), DecidingLists.of(on_host(new), origin))
    tokens = [*TOKENS, *([ANONYMOUS_TOKEN] if origin is Origin.NETWORK else [])]
    losers = [sids for sids in tokens if admitted(before, sids, origin) and not admitted(after, sids, origin)]
    assert complete
    assert bool(found) is bool(losers)
    for sid, also, on_condition in found:
        known = also | ({sid} if sid else set())
        carried = [known | base for base in (bases(known & GUEST) if on_condition else [EVERY_TOKEN])]
        carried += [known] if on_condition else []
        assert any(admitted(before, sids, origin) and not admitted(after, sids, origin) for sids in carried)


@settings(max_examples=150, deadline=None)
@given(dacls, st.sampled_from(SESSION_ORIGINS), st.sampled_from(TOKENS))
def test_weighing_says_what_the_access_check_says(dacl: str, origin: Origin, sids: frozenset[Sid]) -> None:
    assert DecidingLists.of(on_host(configuration(dacl)), origin).admit(sids) is admitted(dacl, sids, origin)
