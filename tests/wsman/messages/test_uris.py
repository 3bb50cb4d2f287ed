import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.wsman.messages.uris import wql_literal


@pytest.mark.parametrize(("value", "expected"), [("a", "'a'"), ("O'Neil", "'O\\'Neil'"), ("a\\b", "'a\\\\b'")])
def test_quotes_and_backslashes_are_escaped(value, expected):
    assert wql_literal(value) == expected


@given(st.text(max_size=30))
def test_no_value_ends_its_string(value):
    inner = wql_literal(value)[1:-1]
    assert inner.replace("\\\\", "").replace("\\'", "").count("'") == 0
    assert not inner.replace("\\\\", "").endswith("\\")
