from collections import Counter
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.endpoint_state import EndpointState, SecurityNode
from gatepost.endpoints.writes.differences import NumberedAce, Part, by_place, rows, three_way_rows
from gatepost.endpoints.writes.merge import merged
from gatepost.security import SecurityDescriptor
from tests.endpoints.documents import sddl

URI = "http://schemas.microsoft.com/powershell/Test"
ACES = ["(D;;GA;;;NU)", "(A;;GA;;;BA)", "(A;;GX;;;IU)", "(A;;GA;;;RM)", "(D;;GX;;;WD)", "(A;;0x10000000;;;BA)"]
LISTS = st.lists(st.sampled_from(ACES), max_size=5).map("".join)
DACLS = st.builds(lambda flags, aces: f"D:{flags}{aces}", st.sampled_from(["", "P", "PAI"]), LISTS)
SACLS = st.sampled_from(
    ["", "S:P(AU;FA;GA;;;WD)", "S:P(AU;SA;GXGW;;;WD)(AU;FA;GA;;;WD)", "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"]
)
TEXTS = st.builds(
    lambda owner, dacl, sacl: f"{owner}{dacl}{sacl}", st.sampled_from(["O:NSG:BA", "O:BAG:BA"]), DACLS, SACLS
)
STATES = st.builds(
    lambda enabled, texts: EndpointState(
        enabled,
        str(enabled).lower(),
        tuple(SecurityNode(uri, uri, "true", text) for uri, text in sorted(texts.items())),
    ),
    st.booleans(),
    st.dictionaries(st.sampled_from(["a", "b"]), TEXTS),
)
ODD = st.sampled_from(["garbage", "", "D:NO_ACCESS_CONTROL", "O:NSG:BA"])
ODD_STATES = st.builds(
    lambda texts: EndpointState(True, "true", tuple(SecurityNode(URI, URI, "true", t) for t in texts)),
    st.lists(TEXTS | ODD, max_size=2),
)
# Lists of many entries, no two of them equal.
DIFFERENT = st.lists(
    st.tuples(st.sampled_from("AD"), st.sampled_from(["GA", "GX", "GR"]), st.sampled_from(["NU", "BA", "WD", "RM"])),
    unique=True,
    max_size=16,
).map(lambda found: state("P" + "".join(f"({kind};;{right};;;{who})" for kind, right, who in found)))


def state(*dacls, enabled=True):
    places = tuple(SecurityNode(URI, URI, "true", sddl(d)) for d in dacls)
    return EndpointState(enabled, str(enabled).lower(), places)


def dacl_of(found):
    return [d.sddl.partition("D:")[2].partition("S:P")[0] for d in found.descriptors]


def take(was, now, *parts):
    found = rows(was, now)
    return merged(was, now, found, [row for row in found if row.part in parts])


def aces(of):
    (descriptor,) = of.descriptors
    return SecurityDescriptor.from_sddl(descriptor.sddl).dacl.aces


LISTS_OF_ENTRIES = (Part.ACCESS_LIST, Part.AUDIT_LIST)


def what(row):
    """What a row is about; equal entries stand for each other, whichever of them is taken."""
    return row.part, row.place, row.entry.ace if row.entry is not None else None


class TestLaws:
    @given(STATES | ODD_STATES, STATES | ODD_STATES)
    @example(  # one that was there is among those of now, but not the first
        EndpointState(True, "true", (SecurityNode("b", "b", "true", "D:"),)),
        EndpointState(True, "true", tuple(SecurityNode(p, p, "true", "D:") for p in "ab")),
    )
    def test_all_gives_what_was_and_none_what_is(self, was, now):
        found = rows(was, now)
        assert merged(was, now, found, found) == was
        if found:
            assert merged(was, now, found, []) == now

    @given(STATES | ODD_STATES, STATES | ODD_STATES)
    def test_no_row_means_the_same(self, was, now):
        assert (not rows(was, now)) == now.means(was)

    @given(STATES | ODD_STATES, STATES | ODD_STATES)
    def test_where_one_side_has_changed_nothing_the_base_has_its_values(self, was, now):
        assert all(row.base == row.ours for row in three_way_rows(was, was, now))
        assert all(row.is_unchanged for row in three_way_rows(now, was, now))

    @given(STATES, STATES, st.data())
    def test_what_is_left_stays_to_be_taken_and_what_is_taken_is_gone(self, was, now, data):
        found = rows(was, now)
        chosen = set(data.draw(st.sets(st.sampled_from(found)))) if found else set()
        after = merged(was, now, found, chosen)
        lists = (Part.ACCESS_LIST, Part.AUDIT_LIST) if any(r.part in LISTS_OF_ENTRIES for r in found) else ()
        aside = (Part.ORDER, Part.AUDIT_ORDER, *lists)  # entries that are put in can bring an order, or a list, along
        left = Counter(what(r) for r in rows(was, after) if r.part not in aside)
        assert left == Counter(what(r) for r in found if r not in chosen and r.part not in aside)

    @given(STATES, STATES)
    def test_the_first_row_taken_again_and_again_ends_at_what_was(self, was, now):
        for _ in range(60):
            found = rows(was, now)
            if not found:
                break
            now = merged(was, now, found, found[:1])
        assert now.means(was)

    @given(DIFFERENT, DIFFERENT, st.data())
    def test_what_is_not_taken_keeps_its_order_and_an_allow_comes_back_behind_every_new_deny(self, was, now, data):
        found = [row for row in rows(was, now) if row.part is not Part.ORDER]
        chosen = set(data.draw(st.sets(st.sampled_from(found)))) if found else set()
        after = aces(merged(was, now, [*found, None], chosen))  # one row more: never all of them
        taken = {row.entry.ace for row in chosen if row.entry is not None}
        held = set(aces(was))
        assert [ace for ace in after if ace not in taken] == [ace for ace in aces(now) if ace not in taken]
        denies = [number for number, ace in enumerate(after) if ace.is_deny and ace not in held]
        back = [number for number, ace in enumerate(after) if ace in taken and ace in held and not ace.is_deny]
        assert not denies or not back or max(denies) < min(back)

    @given(STATES, STATES, st.data())
    def test_no_entry_of_others_is_lost_or_copied(self, was, now, data):
        found = rows(was, now)
        chosen = set(data.draw(st.sets(st.sampled_from(found)))) if found else set()
        after = merged(was, now, found, chosen)
        if any(row.part is Part.DESCRIPTOR for row in found) or len(chosen) == len(found):
            return
        old_ones, new_ones = by_place(now), by_place(after)
        assert list(old_ones) == list(new_ones)
        for place, new in new_ones.items():
            expected = entries(old_ones[place])
            for row in (r for r in chosen if r.place == place and r.entry is not None):
                expected[row.entry.ace] += 1 if row.before else -1
            assert +expected == entries(new)


def entries(descriptor):
    sd = SecurityDescriptor.from_sddl(descriptor.sddl)
    return Counter([*(sd.dacl.aces if sd.dacl else ()), *(sd.sacl.aces if sd.sacl else ())])


OPEN, CLOSED = "P(A;;GA;;;BA)", "P(D;;GA;;;NU)(A;;GA;;;BA)"


def test_what_we_wrote_and_nobody_touched_is_told_from_what_others_did():
    found = three_way_rows(state(CLOSED), state(OPEN), state("P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;IU)"))
    network, interactive = found
    assert (network.part, interactive.part) == (Part.ENTRY, Part.ENTRY)
    assert [str(r.entry.ace.sid) for r in found] == ["S-1-5-2", "S-1-5-4"]
    assert (network.ours, network.base, network.theirs, network.is_unchanged) == (
        None,
        network.entry,
        network.entry,
        True,
    )
    assert (interactive.ours, interactive.base, interactive.is_unchanged) == (None, None, False)
    assert dacl_of(merged(state(OPEN), state("P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;IU)"), found, found[:1])) == [
        "P(A;;GA;;;BA)(A;;GX;;;IU)"
    ]


def test_what_somebody_has_taken_back_already_is_no_row():
    assert three_way_rows(state(CLOSED), state(OPEN), state(OPEN)) == ()


def test_an_entry_goes_back_to_its_place():
    was, now = (
        state("P(A;;GA;;;BA)(A;;GX;;;IU)(A;;GA;;;RM)"),
        state("P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GR;;;WD)", enabled=False),
    )
    assert dacl_of(take(was, now, Part.ENABLED)) == dacl_of(now)
    found = [row for row in rows(was, now) if row.before]
    assert dacl_of(merged(was, now, rows(was, now), found)) != dacl_of(now)
    iu = [row for row in found if row.entry is not None]
    assert dacl_of(merged(was, now, rows(was, now), iu)) == ["P(A;;GA;;;BA)(A;;GX;;;IU)(A;;GA;;;RM)(A;;GR;;;WD)"]


def test_what_is_allowed_again_does_not_get_in_front_of_a_deny_of_somebody_else():
    was, wrote, now = state("P(A;;GA;;;IU)(A;;GA;;;BA)"), state(OPEN), state("P(D;;GA;;;NU)(A;;GA;;;BA)")
    iu = [row for row in three_way_rows(wrote, was, now) if row.is_unchanged]
    assert dacl_of(merged(was, now, three_way_rows(wrote, was, now), iu)) == ["P(D;;GA;;;NU)(A;;GA;;;IU)(A;;GA;;;BA)"]


def test_a_deny_goes_back_to_the_front():
    was, wrote, now = state(CLOSED), state(OPEN), state("P(A;;GA;;;BA)(A;;GX;;;IU)")
    ours = [row for row in three_way_rows(wrote, was, now) if row.is_unchanged]
    assert dacl_of(merged(was, now, three_way_rows(wrote, was, now), ours)) == ["P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GX;;;IU)"]


def test_an_order_that_somebody_has_changed():
    was, now = state(CLOSED), state("P(A;;GA;;;BA)(D;;GA;;;NU)")
    (row,) = three_way_rows(was, was, now)
    assert (row.part, row.is_unchanged) == (Part.ORDER, False)
    assert row.ours == row.base == tuple(reversed(row.theirs))
    more = state("P(A;;GA;;;BA)(A;;GX;;;IU)(D;;GA;;;NU)")
    assert dacl_of(take(was, more, Part.ORDER)) == ["P(D;;GA;;;NU)(A;;GX;;;IU)(A;;GA;;;BA)"]


@pytest.mark.parametrize(("was", "now"), [(state(), state(OPEN)), (state(OPEN), state())])
def test_a_descriptor_comes_and_goes_as_a_whole(was, now):
    changed = EndpointState(not now.enabled, "false", now.descriptors)
    found = rows(was, changed)
    assert [r.part for r in found] == [Part.ENABLED, Part.DESCRIPTOR]
    assert take(was, changed, Part.DESCRIPTOR).descriptors == was.descriptors
    assert take(was, changed, Part.ENABLED).descriptors == now.descriptors


def test_descriptors_are_told_apart_by_their_place_and_not_by_their_number():
    """We have given the first resource a descriptor; somebody else has changed that of the second."""
    first, second = (SecurityNode(uri, uri, "true", sddl(OPEN)) for uri in ("a", "b"))
    was, wrote = EndpointState(True, "true", (second,)), EndpointState(True, "true", (first, second))
    foreign = SecurityNode("b", "b", "true", sddl(CLOSED))
    now = EndpointState(True, "true", (first, foreign))
    found = three_way_rows(wrote, was, now)
    assert [(r.part, r.place.uri, r.is_unchanged) for r in found] == [
        (Part.ENTRY, "b", False),
        (Part.DESCRIPTOR, "a", True),
    ]
    assert merged(was, now, found, [r for r in found if r.is_unchanged]).descriptors == (foreign,)


def test_a_descriptor_beyond_reading_is_taken_or_left_as_a_whole():
    was = state(OPEN)
    now = EndpointState(True, "true", (SecurityNode(URI, URI, "true", "garbage"),))
    assert [r.part for r in rows(was, now)] == [Part.DESCRIPTOR]


def test_other_spelling_is_no_difference():
    was = state("P(A;;GA;;;BA)")
    now = EndpointState(True, "True", (SecurityNode(URI, URI, "false", sddl("P(A;;0x10000000;;;S-1-5-32-544)")),))
    assert rows(was, now) == ()


def test_flags_of_a_list_are_a_row_of_their_own():
    was, wrote, now = state("P(A;;GA;;;BA)"), state("PAI(A;;GA;;;BA)"), state("PAI(A;;GA;;;BA)(A;;GX;;;RM)")
    flags = [row for row in three_way_rows(wrote, was, now) if row.part is Part.ACCESS_LIST]
    assert [tuple(at.auto_inherited for at in (row.ours, row.base, row.theirs)) for row in flags] == [
        (False, True, True)
    ]
    assert dacl_of(take(was, now, Part.ACCESS_LIST)) == ["P(A;;GA;;;BA)(A;;GX;;;RM)"]
    assert dacl_of(take(was, now, Part.ENTRY)) == ["PAI(A;;GA;;;BA)"]


def test_an_absent_owner_is_no_owner():
    bare, owned = (
        EndpointState(True, "true", (SecurityNode(URI, URI, "true", text),)) for text in ("D:P", "O:NSG:BAD:P")
    )
    found = {row.part: (row.before, str(row.after)) for row in rows(bare, owned)}
    assert found == {Part.OWNER: (None, "S-1-5-20"), Part.GROUP: (None, "S-1-5-32-544")}


@pytest.mark.parametrize("taken", [Part.AUDIT_LIST, Part.AUDIT_ENTRY])
def test_the_flags_of_an_audit_list_and_its_entries_go_back_apart(taken):
    def of(sacl):
        return EndpointState(True, "true", (SecurityNode(URI, URI, "true", f"O:NSG:BAD:P(A;;GA;;;BA){sacl}"),))

    was, now = of("S:P(AU;FA;GA;;;WD)"), of("S:(AU;FA;GA;;;WD)(AU;SA;GX;;;AU)")
    found = rows(was, now)
    (node,) = merged(was, now, found, [row for row in found if row.part is taken]).descriptors
    expected = {Part.AUDIT_LIST: "S:P(AU;FA;GA;;;WD)(AU;SA;GX;;;AU)", Part.AUDIT_ENTRY: "S:(AU;FA;GA;;;WD)"}
    assert node.sddl.partition("(A;;GA;;;BA)")[2] == expected[taken]


def test_twice_as_many_entries_are_merged_with_about_twice_the_comparisons(monkeypatch):
    compared = 0
    equal = NumberedAce.__eq__

    def counting(self, other):
        nonlocal compared
        compared += 1
        return equal(self, other)

    monkeypatch.setattr(NumberedAce, "__eq__", counting)

    def cost(count):
        nonlocal compared
        chance = Random(count)
        accounts = [f"S-1-5-21-1-2-3-{number}" for number in range(count)]
        was = [f"(A;;GX;;;{who})" for who in accounts]
        now = [f"({chance.choice('AD')};;{chance.choice(['GX', 'GR'])};;;{who})" for who in accounts]
        before, after = state("P" + "".join(was)), state("P" + "".join(chance.sample(now, count)))
        compared = 0
        found = rows(before, after)
        chosen = [row for row in found if row.part is Part.ENTRY and chance.random() < 0.8]
        merged(before, after, found, chosen)
        return compared

    few, many = cost(200), cost(400)
    assert 200 < few < many < 3 * few
