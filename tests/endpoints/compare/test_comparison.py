"""Two snapshots side by side, and one made like the other."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gatepost.endpoints.compare.align import align, can_be_aligned
from gatepost.endpoints.compare.comparison import ComparisonState, compare
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.writes.change_set import ActionKind
from gatepost.endpoints.writes.differences import Part
from gatepost.security import SecurityDescriptor
from tests.endpoints.documents import NO_SECURITY, ROOT_SDDL, configuration, document, sddl, snapshot, with_text
from tests.endpoints.same import same_on_host

OTHER = HostIdentity("other", "SERVER02", r"SERVER02\Administrator", "NTLM", True)
USER, FOREIGN = "S-1-5-21-1-2-3-1001", "S-1-5-21-7-8-9-1001"
BA, RM, IU, NU = "(A;;GA;;;BA)", "(A;;GA;;;RM)", "(A;;GX;;;IU)", "(D;;GA;;;NU)"


def pair(left, right, ignore_order=False):
    return compare(snapshot(left), replace(snapshot(right), host=OTHER), ignore_order=ignore_order)


def only(comparison):
    (endpoint,) = comparison.endpoints
    return endpoint


def parts(left, right, **options):
    return [d.part for d in only(pair(left, right, **options)).differences]


def everything(comparison):
    return {e.right.name: e.differences for e in comparison.endpoints if e.right is not None}


def taken_over(left, right, choose=lambda d: True):
    """The right endpoint after it was made like the left one in what was chosen."""
    comparison = pair(left, right)
    endpoint = only(comparison)
    chosen = [d for d in endpoint.differences if choose(d)]
    change_set = align(comparison, {endpoint.right.name: chosen})
    return change_set.changes[0].after if change_set.changes else endpoint.right.configuration


def entries(endpoint):
    dacl = SecurityDescriptor.from_sddl(endpoint.sddl).dacl
    return [f"{'D' if ace.is_deny else 'A'} {ace.sid}" for ace in dacl.aces]


# What counts as a difference


def test_the_same_endpoint_is_the_same():
    endpoint = only(pair(configuration(f"P{BA}"), configuration(f"P{BA}")))
    assert endpoint.state is ComparisonState.SAME
    assert endpoint.differences == ()


def test_another_text_of_the_same_descriptor_makes_no_difference():
    assert parts(with_text("O:NSG:BAD:P(A;;GXGW;;;BA)"), with_text("O:NSG:S-1-5-32-544D:P(A;;GWGX;;;BA)")) == []


def test_defaults_that_a_host_fills_in_make_no_difference():
    filled = 'Architecture="64" UseSharedProcess="false" RunAsUser="" AutoRestart="False" OutputBufferingMode="Block"'
    assert parts(configuration(f"P{BA}"), configuration(f"P{BA}", attributes=filled)) == []


def test_true_and_1_are_the_same_only_for_what_is_true_or_false():
    written = [configuration(f"P{BA}", attributes=f'UseSharedProcess="{text}"') for text in ("true", "1")]
    assert parts(*written) == []
    written = [configuration(f"P{BA}", parameters=f'<Param Name="x" Value="{text}"/>') for text in ("true", "1")]
    assert parts(*written) == [Part.SETTING]


def test_entries_are_paired_by_account():
    endpoint = only(pair(configuration(f"P(A;;GX;;;{USER}){BA}"), configuration(f"P{BA}(A;;GA;;;{USER}){RM}")))
    found = [(d.part, d.left and str(d.left.ace.sid), d.right and str(d.right.ace.sid)) for d in endpoint.differences]
    assert found == [(Part.ENTRY, USER, USER), (Part.ENTRY, None, "S-1-5-32-580")]


def test_the_order_counts_unless_it_is_to_be_ignored():
    left, right = configuration(f"P{NU}{BA}"), configuration(f"P{BA}{NU}")
    assert parts(left, right) == [Part.ORDER]
    assert parts(left, right, ignore_order=True) == []


@pytest.mark.parametrize(
    ("left", "right", "part"),
    [
        (configuration(f"P{BA}", enabled=False), configuration(f"P{BA}"), Part.ENABLED),
        (with_text(f"O:BAG:BAD:P{BA}"), with_text(f"O:NSG:BAD:P{BA}"), Part.OWNER),
        (with_text(f"O:NSG:NSD:P{BA}"), with_text(f"O:NSG:BAD:P{BA}"), Part.GROUP),
        (with_text(f"O:NSG:BAD:{BA}"), with_text(f"O:NSG:BAD:P{BA}"), Part.ACCESS_LIST),
        (with_text(f"O:NSG:BAD:P{BA}S:P"), with_text(f"O:NSG:BAD:P{BA}"), Part.AUDIT_LIST),
        (with_text(f"O:NSG:BAD:P{BA}S:P(AU;FA;GA;;;WD)"), with_text(f"O:NSG:BAD:P{BA}S:P"), Part.AUDIT_ENTRY),
        (with_text("rubbish"), with_text(f"O:NSG:BAD:P{BA}"), Part.DESCRIPTOR),
        (SessionConfiguration.from_xml(document(sddls=NO_SECURITY)), configuration(f"P{BA}"), Part.DESCRIPTOR),
        (configuration(f"P{BA}", attributes='RunAsUser="a"'), configuration(f"P{BA}"), Part.SETTING),
        (configuration(f"P{BA}", parameters='<Param Name="x" Value="1"/>'), configuration(f"P{BA}"), Part.SETTING),
    ],
    ids=lambda value: value.name if isinstance(value, Part) else "",
)
def test_each_kind_of_difference_is_found(left, right, part):
    assert set(parts(left, right)) == {part}
    assert set(parts(right, left)) == {part}


def test_unreadable_texts_that_are_equal_are_the_same():
    assert parts(with_text("rubbish"), with_text("rubbish")) == []


def test_endpoints_of_one_side_and_names_in_another_case():
    left = snapshot(*(configuration(f"P{BA}", name=n) for n in ("A", "b", "microsoft.powershell")))
    right = snapshot(*(configuration(f"P{BA}", name=n) for n in ("Microsoft.PowerShell", "B", "C")))
    found = {e.name: e.state for e in compare(left, right).endpoints}
    assert found.keys() == {"A", "b", "microsoft.powershell", "C"}
    assert (found["A"], found["C"]) == (ComparisonState.ONLY_LEFT, ComparisonState.ONLY_RIGHT)
    assert (found["b"], found["microsoft.powershell"]) == (ComparisonState.SAME, ComparisonState.SAME)


def test_the_exact_name_comes_first():
    left = snapshot(configuration(f"P{BA}", name="x"), configuration(f"P{RM}", name="X"))
    right = snapshot(configuration(f"P{RM}", name="X"), configuration(f"P{BA}", name="x"))
    assert {e.state for e in compare(left, right).endpoints} == {ComparisonState.SAME}


def test_rootsddl_is_compared_as_well():
    left = replace(snapshot(), root_sddl=sddl(f"P{BA}"))
    assert [d.part for d in compare(left, snapshot()).root] == [Part.ENTRY]
    assert compare(snapshot(), snapshot()).root == ()
    assert compare(snapshot(), snapshot()).left.root_sddl == ROOT_SDDL


def test_a_rootsddl_that_nobody_knows_makes_no_difference():
    unknown = replace(snapshot(), root_sddl="")
    assert compare(unknown, snapshot()).root == compare(snapshot(), unknown).root == ()


# Making one like the other


def test_all_that_was_chosen_gives_the_other_ones_text():
    left = with_text("O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)")
    assert taken_over(left, configuration(f"P{RM}{BA}")).sddl == left.sddl


@pytest.mark.parametrize(
    ("left", "right", "chosen", "expected"),
    [
        (f"P{NU}{BA}{RM}", f"P{BA}", {NU}, [NU, BA]),
        (f"P{NU}{BA}{RM}", f"P{BA}", {RM}, [BA, RM]),
        (f"P{BA}{IU}{RM}", f"P{BA}{RM}", {IU}, [BA, IU, RM]),
        (f"P{BA}", f"P{NU}{BA}{RM}", {NU}, [BA, RM]),
        (f"P{BA}(A;;GA;;;IU)", f"P{IU}{BA}{RM}", {IU}, ["(A;;GA;;;IU)", BA, RM]),
    ],
)
def test_a_part_is_taken_over_where_it_belongs(left, right, chosen, expected):
    def choose(difference):
        return bool({str(row.entry.ace.sid) for row in difference.rows if row.entry is not None} & sids)

    sids = {entries_sid(text) for text in chosen}
    after = taken_over(configuration(left), configuration(right), choose)
    assert after.sddl == sddl("P" + "".join(expected))


def entries_sid(ace_text):
    return str(SecurityDescriptor.from_sddl(f"D:{ace_text}").dacl.aces[0].sid)


def test_the_order_alone_can_be_taken_over():
    after = taken_over(configuration(f"P{NU}{BA}"), configuration(f"P{BA}{NU}{RM}"), lambda d: d.part is Part.ORDER)
    assert entries(after) == ["D S-1-5-2", "A S-1-5-32-544", "A S-1-5-32-580"]


def test_an_endpoint_without_a_descriptor_is_given_one():
    bare = SessionConfiguration.from_xml(document(sddls=NO_SECURITY))
    assert taken_over(configuration(f"P{BA}"), bare).sddl == sddl(f"P{BA}")


def test_an_endpoint_gives_its_only_descriptor_up():
    bare = SessionConfiguration.from_xml(document(sddls=NO_SECURITY))
    assert taken_over(bare, configuration(f"P{BA}")).security_nodes == ()


def test_what_cannot_be_taken_over_is_said_beforehand():
    bare = SessionConfiguration.from_xml(document(sddls=NO_SECURITY))
    cases = [
        (bare, configuration(f"P{BA}", f"P{RM}")),
        (with_text("rubbish"), configuration(f"P{BA}")),
        (configuration(f"P{BA}", attributes='RunAsUser="a"'), configuration(f"P{BA}")),
    ]
    for left, right in cases:
        comparison = pair(left, right)
        endpoint = only(comparison)
        assert {can_be_aligned(endpoint, d) for d in endpoint.differences} == {False}
        assert align(comparison, everything(comparison)).changes == ()


def test_what_was_not_chosen_stays():
    comparison = pair(configuration(f"P{BA}", enabled=False), configuration(f"P{RM}"))
    enabled = [d for d in only(comparison).differences if d.part is Part.ENABLED]
    change_set = align(comparison, {"Test": enabled})
    (change,) = change_set.changes
    assert (change.changes_enabled, change.changes_descriptors) == (True, False)
    assert change_set.action is ActionKind.ALIGN
    assert change_set.host == OTHER
    assert str(change_set.verb) == "Align Test with SERVER01"


def test_a_host_goes_back_to_what_it_was():
    before = replace(snapshot(configuration(f"P{BA}")), read_at="2026-03-01T10:20:30+00:00")
    comparison = compare(before, snapshot(configuration(f"P{RM}")))
    change_set = align(comparison, everything(comparison))
    assert str(change_set.verb) == "Restore Test to its state at 2026-03-01 10:20:30 UTC"


def test_accounts_of_another_machine_are_warned_of():
    left, right = configuration(f"P{BA}(A;;GX;;;{FOREIGN})"), configuration(f"P(A;;GX;;;{USER})")
    comparison = compare(snapshot(left, **{FOREIGN: r"SERVER01\joe"}), replace(snapshot(right), host=OTHER))
    (warning,) = align(comparison, everything(comparison)).warnings
    assert rf"SERVER01\joe ({FOREIGN})" in str(warning)
    assert "SERVER02" in str(warning)


def test_accounts_of_a_machine_or_domain_that_the_host_knows_are_not():
    left, right = configuration(f"P{BA}(A;;GX;;;{USER[:-4]}2002)"), configuration(f"P(A;;GX;;;{USER})")
    comparison = pair(left, right)
    assert align(comparison, everything(comparison)).warnings == ()


aces = st.lists(
    st.sampled_from([BA, RM, IU, NU, f"(A;;GX;;;{USER})", f"(D;;GX;;;{USER})", "(XA;;GX;;;BA;(Member_of {SID(RM)}))"]),
    max_size=6,
).map("".join)


@given(aces, aces, st.booleans(), st.booleans())
def test_taking_everything_over_leaves_nothing_different(left, right, l_enabled, r_enabled):
    one, other = configuration(f"P{left}", enabled=l_enabled), configuration(f"P{right}", enabled=r_enabled)
    after = taken_over(one, other)
    assert parts(one, after) == []
    assert same_on_host(one, after)


@given(aces, aces, st.data())
def test_taking_a_part_over_takes_just_that_difference_away(left, right, data):
    one, other = configuration(f"P{left}"), configuration(f"P{right}")
    found = [d for d in only(pair(one, other)).differences if d.part is Part.ENTRY]
    assume(found)
    chosen = data.draw(st.sampled_from(found))
    after = taken_over(one, other, lambda d: d == chosen)
    left_over = [d for d in only(pair(one, after)).differences if d.part is Part.ENTRY]
    assert len(left_over) == len(found) - found.count(chosen)


@given(aces, aces)
def test_the_two_sides_see_the_same(left, right):
    one, other = configuration(f"P{left}"), configuration(f"P{right}")
    there, back = parts(one, other), parts(other, one)
    assert sorted(p.name for p in there) == sorted(p.name for p in back)
