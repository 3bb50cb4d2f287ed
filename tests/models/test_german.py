"""Sentences about a host are German as a whole in a German window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gatepost.backend.failures.diagnose import host_error
from gatepost.bootstrap.language import install_translator
from gatepost.endpoints.access.summary import AccessSummary, summary_text
from gatepost.endpoints.compare.search import Query, SearchKind, search_steps
from gatepost.endpoints.entry_text import descriptor_text
from gatepost.models.endpoints.table import EndpointTableModel
from gatepost.models.hit_table import HitColumn, HitTableModel
from gatepost.models.row_filter import RowFilter
from gatepost.models.window_text import shown
from gatepost.security import ADMINISTRATORS, INTERACTIVE, NO_ACCOUNTS, Sid
from gatepost.wsman.errors import AuthenticationFailed
from tests.models.documents import endpoint, rows_of, snapshot


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    assert install_translator(qapp, "de")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def said(summary: AccessSummary) -> str:
    return shown(summary_text(summary, NO_ACCOUNTS))


def test_the_summary_of_access() -> None:
    assert said(AccessSummary()) == "Über das Netzwerk: niemand. Lokal: niemand."
    conditional = AccessSummary((ADMINISTRATORS,), (INTERACTIVE,), network_conditional=frozenset({ADMINISTRATORS}))
    assert said(conditional) == "Über das Netzwerk: Administrators (bedingt). Lokal: INTERACTIVE."


@pytest.mark.parametrize(("more", "words"), [(1, "1 weiterer"), (2, "2 weitere")])
def test_the_summary_of_more_principals_than_are_named(more: int, words: str) -> None:
    sids = tuple(Sid.parse(f"S-1-5-21-1-2-3-{number}") for number in range(20 + more))
    assert said(AccessSummary(sids)).endswith(f"-19, {words}. Lokal: niemand.")


def test_the_way_to_log_on_that_a_host_offers() -> None:
    error = AuthenticationFailed("401", ("Negotiate", "Basic"), tried="CredSSP")
    assert "NTLM, Kerberos oder Basic über HTTPS" in shown(host_error(error, "SRV01").next_step)


def test_why_a_principal_can_open_an_endpoint() -> None:
    model = HitTableModel()
    host = snapshot(endpoint("a", "D:P(A;;GX;;;WD)"))
    model.add([hit for step in search_steps(host, Query(SearchKind.CAN_OPEN, "Everyone")) for hit in step])
    cells = [model.index(0, column).data() for column in (HitColumn.WHAT, HitColumn.ENTRY)]
    assert cells == ["Über das Netzwerk", "Zugelassen durch Eintrag 1: Zugelassen für Everyone: Execute(Invoke)."]


DENY = 'D:P(XD;;GX;;;WD;(@User.Abteilung == "IT"))'


@pytest.mark.parametrize("words", ["verweigert für", "denies", "verweigern", "deny", "abteilung des benutzers"])
def test_words_to_find_are_german_or_english(words: str) -> None:
    host = snapshot(endpoint("a", DENY), endpoint("b", "D:P(A;;GX;;;WD)"))
    steps = search_steps(host, Query(SearchKind.ENTRIES, words), to_text=shown)
    assert [hit.endpoint for step in steps for hit in step] == ["a"]


@pytest.mark.parametrize("words", ["verweigern", "deny", "lokal", "local"])
def test_words_of_the_filter_are_german_or_english(words: str) -> None:
    model = EndpointTableModel()
    model.set_rows(rows_of(snapshot(endpoint("a", "D:P(D;;GA;;;NU)(A;;GA;;;BA)"), endpoint("b", "D:P(A;;GX;;;BA)"))))
    found = RowFilter()
    found.setSourceModel(model)
    found.set_words(words)
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["a"]


def test_a_descriptor_is_explained() -> None:
    said = [shown(sentence) for sentence in descriptor_text("O:BAG:BA" + DENY, NO_ACCOUNTS)]
    assert 'Verweigert für Everyone: Execute(Invoke), wenn Abteilung des Benutzers ist "IT".' in said
    assert "Allen anderen wird der Zugriff verweigert." in said
