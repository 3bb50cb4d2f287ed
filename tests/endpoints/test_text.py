from hypothesis import given
from hypothesis import strategies as st

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import NOTHING, english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from tests.endpoints.documents import HOST


@given(st.text())
def test_a_value_never_acts_as_a_template(value):
    assert str(english("<{name}>", name=value)) == f"<{value}>"


def test_nothing_is_false_and_empty():
    assert not NOTHING
    assert str(NOTHING) == ""
    assert english("x")


def test_a_host_error_is_its_summary_and_next_step():
    error = HostError(english("{host} does not answer.", host="A"), english("Wait."), details="secret-free")
    assert str(error) == "A does not answer. Wait."
    assert str(HostError(english("No."))) == "No."


def test_a_report_counts():
    outcomes = [WriteOutcome(str(n), o, NOTHING) for n, o in enumerate([Outcome.CHANGED, Outcome.CHANGED])]
    report = ApplyReport(HOST, english("v"), tuple(outcomes))
    assert (report.count(Outcome.CHANGED), report.count(Outcome.CONFLICT)) == (2, 0)
