"""The table of a search over all hosts."""

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.endpoints.compare.search import Query, SearchKind, search_steps
from gatepost.models.hit_table import HitColumn, HitTableModel
from gatepost.models.roles import SortRole, ToneRole, ValueRole
from tests.models.documents import endpoint, snapshot
from tests.ui.pseudo import PseudoTranslator, pseudo

ONE = snapshot(endpoint("Test", "D:P(D;;GA;;;NU)(A;;GA;;;BA)"), endpoint("O\u202edd\n"), host="SRV01")
TWO = snapshot(endpoint("Jea", "D:P(D;;GX;;;WD)"), host="SRV02")


def search(*question):
    return [hit for hits in search_steps(*question) for hit in hits]


@pytest.fixture
def model(qapp):
    model = HitTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def rows(model):
    return [[model.index(row, column).data() for column in HitColumn] for row in range(model.rowCount())]


def test_it_grows_and_begins_anew(model):
    for host in (ONE, TWO):
        model.add(list(search(host, Query(SearchKind.DENIES))))
    assert [row[:3] for row in rows(model)] == [["SRV01", "Test", "Deny"], ["SRV02", "Jea", "Deny"]]
    assert rows(model)[1][3] == "Denies Everyone: Execute(Invoke)."
    model.add([])
    assert model.rowCount() == 2
    model.clear()
    assert model.rowCount() == 0


def test_root_sddl_is_named_and_tricks_are_visible(model):
    model.add(list(search(ONE, Query(SearchKind.ENTRIES))))
    names = [row[1] for row in rows(model)]
    assert names[-1] == "RootSDDL"
    assert not any("\u202e" in name or "\n" in name for name in names)


def test_a_hit_gives_tone_value_sort_text_and_tip(model):
    model.add(list(search(ONE, Query(SearchKind.DENIES))))
    assert model.index(0, HitColumn.WHAT).data(ToneRole) == "deny"
    assert model.index(0, HitColumn.HOST).data(ToneRole) is None
    assert model.index(0, 0).data(ValueRole).endpoint == "Test"
    assert model.index(0, 0).data(SortRole) == "srv01"
    assert "Denies" in model.index(0, HitColumn.ENTRY).data(Qt.ItemDataRole.ToolTipRole)
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Host"


def test_what_was_found_is_in_the_language_of_the_window(model):
    host = snapshot(endpoint("Odd", "D:P(D;;GA;;;WD)"))
    model.add(search(host, Query(SearchKind.FINDINGS)))
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        shown = rows(model)
    finally:
        QCoreApplication.removeTranslator(translator)
    assert [pseudo("Warning"), pseudo("Everyone is denied.")] in [row[2:] for row in shown]
