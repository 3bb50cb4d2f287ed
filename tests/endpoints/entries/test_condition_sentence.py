import pytest

from gatepost.endpoints.entries.entry_text import condition_sentence
from gatepost.security import Accounts

NAMES = {"S-1-5-21-1-2-3-1": "2FA", "S-1-5-21-1-2-3-2": "Trusted hosts", "S-1-5-21-1-2-3-3": "Night shift"}
ONE, TWO, THREE = (f"SID({sid})" for sid in NAMES)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"(Member_of {{{ONE}}})", "only members of 2FA"),
        (f"(Member_of{{{ONE}, {TWO}}})", "only members of 2FA and of Trusted hosts"),
        (f"(Member_of {ONE} && Member_of {{{TWO}}})", "only members of 2FA and of Trusted hosts"),
        (f"(Member_of_Any {{{ONE}, {TWO}}})", "only members of 2FA or of Trusted hosts"),
        (f"(Member_of {ONE} || Member_of {TWO})", "only members of 2FA or of Trusted hosts"),
        (
            f"((Member_of {ONE}) && (Member_of_Any {{{TWO}, {THREE}}}))",
            "only members of 2FA, and of Trusted hosts or of Night shift",
        ),
        (f"(Member_of {ONE} && Member_of_Any {{{TWO}}})", "only members of 2FA and of Trusted hosts"),
    ],
)
def test_conditions_of_groups_are_one_sentence(text, sentence):
    assert str(condition_sentence(text, Accounts(NAMES))) == sentence


def test_any_other_condition_is_said_in_words():
    assert str(condition_sentence("(@User.x == 1)", Accounts(NAMES))) == "only if the user's x is 1"
