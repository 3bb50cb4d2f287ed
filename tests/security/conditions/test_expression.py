from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    SddlError,
    SecurityDescriptor,
    Sid,
    StepBudget,
    Token,
    TooComplexError,
    TruthValue,
)
from gatepost.security.conditions.evaluate import evaluate, resource_attributes
from gatepost.security.conditions.expression import (
    EXISTENCE,
    MEMBERSHIPS,
    RELATIONS,
    Attribute,
    Condition,
    ConditionToken,
    Integer,
    Operator,
    Scope,
)
from gatepost.security.conditions.resource_attribute import AttributeValues
from gatepost.security.conditions.text import read_condition, write_condition
from tests.security.binary.condition import is_well_formed, pack_condition, unpack_condition

ALICE = Sid.parse("S-1-5-21-1-2-3-1001")

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8)
# A bare word that is an operator cannot name a local attribute.
local_names = names.map(lambda name: "x" + name)
attributes = st.builds(Attribute, st.sampled_from([Scope.USER, Scope.DEVICE, Scope.RESOURCE]), names) | st.builds(
    Attribute, st.just(Scope.LOCAL), local_names
)
integers = st.builds(Integer, st.integers(0, (1 << 63) - 1), st.sampled_from(["+", ""]), st.sampled_from([10, 16])) | st.builds(
    Integer, st.integers(-(1 << 63), -1), st.just("-"), st.sampled_from([8, 10, 16])
)  # fmt: skip
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\0"'), max_size=8)
scalars = integers | texts | st.binary(max_size=6) | st.sampled_from([ADMINISTRATORS, ALICE])
literals = scalars | st.lists(scalars, max_size=4).map(tuple)
scoped = attributes.filter(lambda attribute: attribute.scope is not Scope.LOCAL)
terms = (
    st.tuples(attributes, literals | scoped, st.sampled_from(list(RELATIONS)))
    | st.tuples(literals, st.sampled_from(list(MEMBERSHIPS)))
    | st.tuples(attributes, st.sampled_from(list(EXISTENCE)))
    | st.tuples(attributes)
)
expressions = st.recursive(
    terms,
    lambda inner: (
        st.tuples(inner, inner, st.sampled_from([Operator.AND, Operator.OR])).map(
            lambda parts: (*parts[0], *parts[1], parts[2])
        )
        | inner.map(lambda tokens: (*tokens, Operator.NOT))
    ),
    max_leaves=8,
)


@given(expressions)
def test_text_and_bytes_bring_a_condition_back(tokens: tuple[ConditionToken, ...]) -> None:
    condition = Condition(tokens)
    assert is_well_formed(tokens)
    text = write_condition(condition)
    assert read_condition(text) == condition
    assert write_condition(read_condition(text)) == text
    packed = pack_condition(condition)
    assert len(packed) % 4 == 0
    assert unpack_condition(packed) == condition


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("(@user.A&&@Device.B||@RESOURCE.C)", "(((@USER.A) && (@DEVICE.B)) || (@RESOURCE.C))"),
        ("(@User.A || @User.B && c)", "((@USER.A) || ((@USER.B) && (c)))"),
        ("((((a))))", "(a)"),
        ("( ! ( ! (a)))", "(!(!(a)))"),
        ("(!(a) && b)", "((!(a)) && (b))"),
        ("(member_of{SID(BA) ,SID(S-1-1-0)})", "(Member_of {SID(BA), SID(WD)})"),
        ("(Not_Device_Member_of_Any((SID(BA))))", "(Not_Device_Member_of_any SID(BA))"),
        ("(Exists a && not_exists @User.b)", "((Exists a) && (Not_Exists @USER.b))"),
        ("(@User.a any_OF {1, 0x10, -017, +3})", "(@USER.a Any_of {1, 0x10, -017, +3})"),
        ("(a == #1#2)", "(a == #0102)"),
        ("(a != ##)", "(a != #00)"),
        ('(@User.x%0020y == "q)(")', '(@USER.x%0020y == "q)(")'),
        ("(@User.äöü)", "(@USER.%00e4%00f6%00fc)"),
        ("(WIN://ISMULTISESSIONSKU)", "(WIN://ISMULTISESSIONSKU)"),
        ("(a >= @User.b)", "(a >= @USER.b)"),
        ("(@User.a Contains {})", "(@USER.a Contains {})"),
    ],
)
def test_windows_form(text: str, written: str) -> None:
    assert write_condition(read_condition(text)) == written


@pytest.mark.parametrize(
    "text",
    ["", "a", "()", "(a", "(a))", "(a) b", "(a b)", "(a == b)", "(a == )", "(a === 1)", "(== 1)", "(1 == )", "(a &&)",
     "(&& a)", "(a & b)", "(!a)", "(! Member_of {SID(BA)})", "(!!(a))", "(Member_of BA)", "(Member_of {BA})",
     "(Member_of_AnySID(BA))", "(Member_of (SID(BA))", "(Exists)", "(Exists Exists)", "(Contains)", "(@User.)", "(@Nobody.a)",
     "(@User. a)", '(a == "b)', "(a == 'b')", "(a == {1 2})", "(a == {1,})", "(a == {,})", "(a == 0x)", "(a == 08)",
     "(a == 1x)", "(a == 0x10000000000000000)", "(a == -9223372036854775809)", "(a == SID(ZZ))", "(a%00)", "(@User.a%zzzz)",
     "(@User.%d800)", "(@User.%0000)", "(a == @User.b == 1)"],
)  # fmt: skip
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(SddlError) as caught:
        read_condition(text)
    assert 0 <= caught.value.position <= len(text)


def test_the_unsigned_half_keeps_its_bits() -> None:
    text = "(a == 0xffffffffffffffff)"
    assert write_condition(read_condition(text)) == text
    assert read_condition(text).tokens[1] == Integer(-1, "", 16)


def test_bytes_follow_the_specification() -> None:
    packed = pack_condition(read_condition('(@User.A == "b")'))
    assert packed == b"artx" + bytes.fromhex("f902000000 4100 1002000000 6200 80 00".replace(" ", ""))
    number = pack_condition(read_condition("(a == -2)"))
    assert bytes.fromhex("04feffffffffffffff0202") in number


@pytest.mark.parametrize(
    "data",
    [b"", b"artx", b"arty\xf8\2\0\0\0a\0", b"artx\xf8\xff\0\0\0a\0", b"artx\xf8\2\0\0", b"artx\xf8\1\0\0\0a", b"artx\x04\0",
     b"artx\x77", b"artx\xa0", b"artx\xf8\2\0\0\0a\0\0\0\0\0\0", b"artx\xf8\2\0\0\0a\0\0x", b"artx\x51\0\0\0\0",
     b"artx\x50\5\0\0\0\x10\xff\0\0\0\x89", b"artx\x04" + bytes(8) + b"\7\7\x89"],
)  # fmt: skip
def test_bytes_that_are_no_condition(data: bytes) -> None:
    with pytest.raises(SddlError):
        unpack_condition(data)


TOKEN = Token(ALICE, frozenset({EVERYONE, ADMINISTRATORS}))
RESOURCE = {
    "title": ("PM",),
    "level": (3,),
    "project": ("red", "Blue"),
    "team": ("blue",),
    "empty": ("",),
    "raw": (b"\1",),
    "managed": (1,),
    "off": (0,),
}
TRUE, FALSE, UNKNOWN = TruthValue.TRUE, TruthValue.FALSE, TruthValue.UNKNOWN


def outcome_of(
    text: str, token: Token, resource: Mapping[str, AttributeValues], budget: StepBudget | None = None
) -> TruthValue:
    return evaluate(read_condition(text), token, resource, budget or StepBudget())


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("(Member_of {SID(BA), SID(WD)})", TRUE),
        ("(Member_of {SID(BA), SID(NU)})", FALSE),
        ("(Member_of_Any {SID(BA), SID(NU)})", TRUE),
        ("(Not_Member_of {SID(BA), SID(NU)})", TRUE),
        ("(Not_Member_of_Any {SID(BA), SID(NU)})", FALSE),
        ("(Member_of SID(S-1-5-21-1-2-3-1001))", TRUE),
        ("(Device_Member_of SID(NU))", UNKNOWN),
        ("(Not_Device_Member_of SID(BA))", UNKNOWN),
        ("(Member_of 3)", UNKNOWN),
        ('(@Resource.title == "pm")', TRUE),
        ('(@Resource.title != "pm")', FALSE),
        ("(@Resource.Level >= 3 && @Resource.Level < 4)", TRUE),
        ("(@Resource.Level > 3 || @Resource.Level <= 2)", FALSE),
        ('(@Resource.Level == "3")', UNKNOWN),
        ("(@Resource.Project Any_of @Resource.Team)", TRUE),
        ("(@Resource.Project Contains @Resource.Team)", TRUE),
        ("(@Resource.Team Contains @Resource.Project)", FALSE),
        ('(@Resource.Project Not_Any_of {"green"})', TRUE),
        ('(@Resource.Project Not_Contains {"green"})', TRUE),
        ('(@Resource.Project == {"BLUE", "RED"})', TRUE),
        ('(@Resource.Project < "x")', UNKNOWN),
        ("(@Resource.Raw == #01)", TRUE),
        ("(Exists app)", UNKNOWN),
        ("(Not_Exists app)", UNKNOWN),
        ("(Exists @Resource.Project)", TRUE),
        ("(Exists @Resource.Nothing)", FALSE),
        ("(Not_Exists @Resource.Nothing)", TRUE),
        ("(@Resource.Nothing == 1)", UNKNOWN),
        ("(@User.Title == 1)", UNKNOWN),
        ("(@Resource.Level == @User.Level)", UNKNOWN),
        ("(!(@User.Title == 1))", UNKNOWN),
        ("(@User.Title || @Resource.managed)", TRUE),
        ("(@User.Title || @Resource.off)", UNKNOWN),
        ("(@User.Title && @Resource.off)", FALSE),
        ("(@User.Title && @Resource.managed)", UNKNOWN),
        ("(@Resource.managed && !(@Resource.off))", TRUE),
        ("(@Resource.Empty)", FALSE),
        ("(@Resource.Raw)", UNKNOWN),
        ("(@Resource.Project)", UNKNOWN),
        ("(@Resource.Title)", TRUE),
        ("(app)", UNKNOWN),
    ],
)
def test_a_condition_is_true_false_or_unknown_for_a_token(condition: str, outcome: TruthValue) -> None:
    assert outcome_of(condition, TOKEN, RESOURCE) is outcome


@pytest.mark.parametrize(
    "term",
    ["@Resource.Level == \"3\"", "@Resource.Title == 3", "@Resource.Title Any_of {1, \"PM\"}",
     "@Resource.Level < @Resource.Title", "@Resource.Project == @Resource.Level", "Exists @User.Title", "Not_Exists @User.Nothing", "Exists @Device.managed"],
)  # fmt: skip
@pytest.mark.parametrize("whole", ["({})", "(({}) || (Member_of SID(BA)))", "((Member_of SID(NU)) && ({}))", "(!({}))"])
def test_operands_of_different_types_make_the_whole_condition_unknown(whole: str, term: str) -> None:
    assert outcome_of(whole.format(term), TOKEN, RESOURCE) is UNKNOWN


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("(@Resource.on == 1)", TRUE),
        ("(@Resource.on != 0)", TRUE),
        ("(@Resource.off == 0)", TRUE),
        ("(@Resource.on)", TRUE),
        ("(@Resource.on == @Resource.on)", TRUE),
        ("(@Resource.on == 2)", UNKNOWN),
        ("(@Resource.on >= 1)", UNKNOWN),
        ("(@Resource.on == @Resource.number)", UNKNOWN),
        ('(@Resource.on == "1")', UNKNOWN),
        ("(@Resource.number == 1)", TRUE),
    ],
)
def test_a_boolean_attribute_compares_with_zero_and_one_alone(condition: str, outcome: TruthValue) -> None:
    sacl = SecurityDescriptor.from_sddl(
        'S:(RA;;;;;WD;("on",TB,0x0,1))(RA;;;;;WD;("off",TB,0x0,0))(RA;;;;;WD;("number",TI,0x0,1))'
    ).sacl
    assert outcome_of(condition, TOKEN, resource_attributes(sacl)) is outcome


def test_a_condition_ends_with_its_budget() -> None:
    groups = ", ".join(f"SID(S-1-5-21-1-2-3-{number})" for number in range(200))
    assert outcome_of(f"(Member_of_any {{{groups}}})", TOKEN, RESOURCE, StepBudget(5_000)) is FALSE
    with pytest.raises(TooComplexError):
        outcome_of(f"(Member_of_any {{{groups}}})", TOKEN, RESOURCE, StepBudget(100))


def test_the_items_of_a_list_cost_steps_whatever_they_are_compared_with() -> None:
    items = ", ".join(map(str, range(200)))
    with pytest.raises(TooComplexError):
        outcome_of(f"(@User.Nothing Any_of {{{items}}})", TOKEN, RESOURCE, StepBudget(100))


@pytest.mark.parametrize("operator", [Operator.EXISTS, Operator.NOT_EXISTS])
def test_only_an_attribute_exists(operator: Operator) -> None:
    attribute = Attribute(Scope.USER, "a")
    assert is_well_formed((attribute, operator))
    assert not is_well_formed((attribute, operator, operator))
    assert not is_well_formed(("text", operator))
