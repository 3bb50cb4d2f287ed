import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import StepBudget, Token, TruthValue
from gatepost.security.conditions.evaluate import evaluate
from gatepost.security.conditions.needs import GroupCondition, group_condition
from gatepost.security.conditions.text import read_condition
from tests.security.strategies import sids

NAMES = {"S-1-5-21-1-2-3-1": "2FA", "S-1-5-21-1-2-3-2": "Trusted hosts", "S-1-5-21-1-2-3-3": "Night shift"}
ONE, TWO, THREE = (f"SID({sid})" for sid in NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "(@User.x == 1)",
        f"(!(Member_of {ONE}))",
        f"(Member_of {ONE} && @User.x)",
        f"(Device_Member_of {ONE})",
        f"(Member_of_Any {{{ONE}, {TWO}}} && Member_of_Any {{{ONE}, {THREE}}})",
        f"(Member_of {ONE} && (Member_of {TWO} || Member_of {THREE}))",
        f"(Member_of {{{ONE}, {TWO}}} || Member_of {THREE})",
        "(Member_of {})",
        "(Member_of",
        "",
    ],
)
def test_any_other_condition_is_none_of_groups(text):
    assert group_condition(text) is None


groups = st.lists(sids, max_size=3, unique=True).map(tuple)


@given(groups, groups, st.sets(st.integers(0, 5)))
def test_what_is_built_means_what_it_says(all_of, any_of, carried):
    built = GroupCondition(all_of, any_of)
    text = built.text()
    if not text:
        assert built == GroupCondition()
        return
    token = Token((*all_of, *any_of)[0], frozenset(sid for n, sid in enumerate((*all_of, *any_of)) if n in carried))
    has = token.groups | {token.user}
    wanted = set(all_of) <= has and (not any_of or bool(set(any_of) & has))
    assert evaluate(read_condition(text), token, {}, StepBudget()) is TruthValue.of(wanted)
    read = group_condition(text)
    assert read is not None
    assert evaluate(read_condition(read.text()), token, {}, StepBudget()) is TruthValue.of(wanted)
