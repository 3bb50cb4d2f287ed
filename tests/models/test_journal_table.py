"""The journal's table, and the words for what is in it."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.models.journal_table import JournalColumn, JournalTableModel, found, in_order, search_words
from gatepost.models.journal_text import difference_lines
from gatepost.models.roles import ToneRole
from gatepost.security import NO_ACCOUNTS
from tests.endpoints.documents import configuration
from tests.ui.pseudo import PseudoTranslator, pseudo

OPEN, CLOSED = configuration("P(A;;GA;;;BA)"), configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", enabled=False)


def entry(number=1, outcome=Outcome.CHANGED, before=OPEN, after=CLOSED, kind=SubjectKind.ENDPOINT, settled=""):
    states = [c if isinstance(c, str) else EndpointState.of(c).to_json() for c in (before, after)]
    return JournalEntry(
        number, "b", "2026-01-02T03:04:05.678+00:00", "1", "key", "SRV01", "admin", f"e{number}", kind, "Disable", "CHG",
        *states, outcome, "so", "", settled,
    )  # fmt: skip


@pytest.fixture
def model(qtmodeltester):
    made = JournalTableModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def test_every_outcome_has_a_word_and_a_look(model):
    outcomes = [None, *Outcome]
    model.set_entries(tuple(entry(number, outcome) for number, outcome in enumerate(outcomes)))
    cells = [model.index(row, JournalColumn.OUTCOME) for row in range(len(outcomes))]
    words = [cell.data() for cell in cells]
    assert len(set(words)) == len(outcomes) - 1
    assert words[0] == words[outcomes.index(Outcome.UNKNOWN)] == "not known"
    looks = [cell.data(ToneRole) for cell in cells]
    assert looks == ["warning", "allow", "warning", "muted", "warning", "deny", "warning"]


def test_the_filter_finds_what_was_written_and_wants_every_word():
    entries = (entry(1), entry(2, before=CLOSED, after=OPEN, outcome=None), entry(3, Outcome.REFUSED))
    words = {each.id: search_words(each) for each in entries}
    assert [each.id for each in found(entries, "e2 S:P 2026", words)] == [2]
    assert [each.id for each in found(entries, "refused", words)] == [3]
    assert found(entries, "e4", words) == found(entries, "e1 refused", words) == ()
    assert found(entries, " ", words) == entries


def test_an_entry_is_found_by_its_number(model):
    model.set_entries((entry(7), entry(5)))
    assert (model.number_of(5), model.number_of(6)) == (1, None)
    assert model.headerData(JournalColumn.TIME, Qt.Orientation.Horizontal) == "When"


def test_the_order_is_that_of_a_column_and_of_the_newest_where_it_is_the_same():
    entries = (entry(1, before=CLOSED), entry(12), entry(2))
    ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert [e.id for e in in_order(entries, JournalColumn.SUBJECT, ascending)] == [1, 12, 2]
    assert [e.id for e in in_order(entries, JournalColumn.TIME, descending)] == [12, 2, 1]
    assert [e.id for e in in_order(entries, JournalColumn.HOST, descending)] == [12, 2, 1]


def test_what_an_endpoint_gained_and_lost():
    lines = difference_lines(entry(), NO_ACCOUNTS)
    assert lines[:2] == ["Enabled: yes \u2192 no", "+ Deny  NT AUTHORITY\\NETWORK  Full Control(All Operations)"]
    assert lines[-1] == f"after  {CLOSED.sddl}"
    back = difference_lines(entry(before=CLOSED, after=OPEN), NO_ACCOUNTS)
    assert back[1].startswith("\u2212 Deny")


def test_a_descriptor_that_was_not_there():
    lines = difference_lines(entry(before=configuration(), after=OPEN), NO_ACCOUNTS)
    assert lines[0].startswith("Descriptor: none \u2192 O:NSG")
    assert "before  inherited from RootSDDL" in lines


def test_a_setting_and_what_cannot_be_understood():
    assert difference_lines(entry(before="Auto", after="Disabled", kind=SubjectKind.START_MODE), NO_ACCOUNTS) == [
        "Automatic \u2192 disabled"
    ]
    assert difference_lines(entry(before="1", after="2", kind=None), NO_ACCOUNTS) == ["1 \u2192 2"]
    assert "can't be read" in difference_lines(entry(before="{}", after="<b>"), NO_ACCOUNTS)[0]


def test_states_of_settings_are_in_the_language_of_the_window(qapp):
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        lines = difference_lines(entry(before="disabled", after="enabled", kind=SubjectKind.FIREWALL_RULE), NO_ACCOUNTS)
    finally:
        QCoreApplication.removeTranslator(translator)
    assert lines == [f"{pseudo('disabled')} \u2192 {pseudo('enabled')}"]
