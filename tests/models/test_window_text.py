"""Texts are in the language of the window, and nothing that a host sends can hide in it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication

from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.text import WINDOW, english, listed
from gatepost.models.endpoints.ace_table import AceTableModel, ace_rows
from gatepost.models.endpoints.details_table import DetailsTableModel
from gatepost.models.endpoints.table import EndpointTableModel
from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.window_text import one_line, plain_tip, shown, visible
from gatepost.security import Accounts
from tests.models.documents import endpoint, rows_of, snapshot
from tests.ui.pseudo import PseudoTranslator, pseudo

# Half surrogates too: they are what a lenient decoder makes of broken bytes.
ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("microsoft.powershell", "microsoft.powershell"),
        ("evil\u202egpj.exe", "evil⟨U+202E⟩gpj.exe"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("bell\x07", "bell⟨U+0007⟩"),
        ("tab\there", "tab⟨U+0009⟩here"),
        ("line\u2028two", "line⟨U+2028⟩two"),
        ("half\ud800", "half⟨U+D800⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("filler\u3164", "filler⟨U+3164⟩"),
        ("variation\ufe0f", "variation⟨U+FE0F⟩"),
        ("ignored\u2065\ufff0\U000e0fff", "ignored⟨U+2065⟩⟨U+FFF0⟩⟨U+E0FFF⟩"),  # by every renderer, though unassigned
        ("object\ufffc", "object⟨U+FFFC⟩"),
        ("null note\U0001d159", "null note⟨U+1D159⟩"),
        ("Größe 漢字 Ελλάδα", "Größe 漢字 Ελλάδα"),
        ("two\nlines", "two\nlines"),
        ("return\rhere", "return⟨U+000D⟩here"),
    ],
)
def test_what_is_seen(sent: str, seen: str) -> None:
    assert visible(sent) == seen


def test_a_name_stays_on_its_line() -> None:
    assert one_line("a\nb\u202e") == "a⟨U+000A⟩b⟨U+202E⟩"


@given(ANYTHING)
@example("\u202e\u2066\u200d\ufeff\x00\x1b\u061c")
def test_no_control_no_format_character_gets_through(text: str) -> None:
    left = {unicodedata.category(c) for c in visible(text) if c != "\n"}
    assert not left & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANYTHING)
def test_once_is_enough(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\u115f\u1160\u3164\uffa0")))
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert visible(text) == text


EVIL = "<b>bold</b> & <img src='file:///x'>"


def evil_models() -> list[QAbstractItemModel]:
    configuration = endpoint(EVIL, extra=f"Unknown={quoteattr(EVIL)}")
    table, aces, details, hosts = EndpointTableModel(), AceTableModel(), DetailsTableModel(), HostListModel()
    table.set_rows(rows_of(snapshot(configuration)))
    aces.set_rows(ace_rows(Endpoint(configuration, "")), Accounts({"S-1-5-32-544": EVIL}))
    details.set_configuration(configuration)
    hosts.add(HostRow("a", EVIL, state=HostState.FAILED, problem=EVIL))
    return [table, aces, details, hosts]


@pytest.mark.parametrize("number", range(4))
def test_tool_tips_of_models_are_never_read_as_markup(qapp, number: int) -> None:
    model = evil_models()[number]
    columns = 1 if isinstance(model, HostListModel) else model.columnCount()
    cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(columns)]
    tips = [index.data(Qt.ItemDataRole.ToolTipRole) or "" for index in cells]
    assert any(EVIL in QTextDocumentFragment.fromHtml(tip).toPlainText() for tip in tips)
    assert not any("<b>" in tip or "<img" in tip for tip in tips)


def test_no_text_is_no_tool_tip() -> None:
    assert plain_tip("") == ""
    assert plain_tip("a\u202e<i>") == "<span style='white-space: pre-wrap'>a⟨U+202E⟩&lt;i&gt;</span>"


def test_a_line_feed_in_a_name_stays_on_one_line(qapp):
    odd = endpoint("first\nsecond", "D:P(A;;GA;;;S-1-5-21-1-2-3-1104)")
    read = replace(snapshot(odd), accounts=Accounts({"S-1-5-21-1-2-3-1104": "CORP\\ni\nna"}))
    table, entries, details = EndpointTableModel(), AceTableModel(), DetailsTableModel()
    table.set_rows(rows_of(read))
    entries.set_rows(ace_rows(Endpoint(odd, read.root_sddl)), read.accounts)
    details.set_configuration(odd)
    hosts = HostListModel()
    hosts.add(HostRow("k", "SRV\n01"))
    cells = [
        str(model.index(row, column).data(role) or "")
        for model in (table, entries, details, hosts)
        for row in range(model.rowCount())
        for column in range(1 if model is hosts else model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    assert any("first⟨U+000A⟩second" in cell for cell in cells) and any("ni⟨U+000A⟩na" in cell for cell in cells)
    assert [cell for cell in cells if "\n" in cell] == []
    assert "\n" not in shown(english("Set {name} to Local", name=odd.name))


def test_only_texts_with_a_context_are_translated(qapp: QApplication) -> None:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        assert shown(WINDOW.tr("Close")) == pseudo("Close")
        assert shown(english("Close")) == "Close"
        assert shown(listed(["one", WINDOW.tr("Close")])) == f"one, {pseudo('Close')}"
    finally:
        QCoreApplication.removeTranslator(translator)
