"""Labels show what a host sends as text, never as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gatepost.ui.widgets.plain_widgets import FilterEdit, plain_label

MARKUP = "<b>x</b><img src='file:///x'>"


def test_a_label_takes_no_markup(qtbot: QtBot) -> None:
    label = plain_label(MARKUP)
    qtbot.addWidget(label)
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, MARKUP)
    rich = QLabel()
    qtbot.addWidget(rich)
    rich.setTextFormat(Qt.TextFormat.RichText)
    rich.setText(MARKUP)
    assert label.fontMetrics().horizontalAdvance(MARKUP) > rich.sizeHint().width()
    label.setText("<i>again</i>")
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\x07", "\U000e0041"])
def test_an_invisible_character_in_a_filter_is_written_out(qtbot, character) -> None:
    edit = FilterEdit()
    qtbot.addWidget(edit)
    edit.insert(f"Te{character}st")  # as pasting does
    assert edit.text() == f"Te\u27e8U+{ord(character):04X}\u27e9st"
    edit.clear()
    assert edit.text() == ""
