"""Labels show what a host sends as text, never as markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import gatepost.ui
from gatepost.ui.confirm.host_name_check import NoEnterLineEdit
from gatepost.ui.widgets.fields import FilterEdit, PlainEdit
from gatepost.ui.widgets.plain_widgets import plain_label

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


@pytest.mark.parametrize("kind", [PlainEdit, FilterEdit, NoEnterLineEdit])
@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\x07", "\U000e0041"])
def test_an_invisible_character_in_a_field_is_written_out(qtbot, character, kind) -> None:
    edit = kind("Name", "for example")
    qtbot.addWidget(edit)
    edit.insert(f"Te{character}st")  # as pasting does
    assert edit.text() == f"Te\u27e8U+{ord(character):04X}\u27e9st"
    edit.clear()
    assert edit.text() == ""


def test_nobody_hears_of_the_text_before_it_is_written_out(qtbot: QtBot) -> None:
    edit, heard = PlainEdit(), []
    qtbot.addWidget(edit)
    edit.textChanged.connect(heard.append)
    edit.textEdited.connect(heard.append)
    QGuiApplication.clipboard().setText("a\u200bb\tc")
    edit.paste()
    edit.setText("\u202e")
    assert heard == ["a\u27e8U+200B\u27e9b c"] * 2 + ["\u27e8U+202E\u27e9"]


def test_the_caret_stays_behind_what_was_written_out(qtbot: QtBot) -> None:
    edit = PlainEdit()
    qtbot.addWidget(edit)
    edit.setText("srv01")
    edit.setCursorPosition(3)
    edit.insert("\U000e0041-")
    edit.insert("x")
    assert edit.text() == "srv\u27e8U+E0041\u27e9-x01"


def test_every_field_of_the_window_writes_out_what_is_invisible() -> None:
    """A password is shown to nobody, and a path names a file whatever characters are in it."""
    sources = Path(gatepost.ui.__file__).parent
    made = {
        path.name: re.findall(r"(\w+) = QLineEdit\(\)", path.read_text("utf-8"))
        for path in sources.rglob("*.py")
        if "QLineEdit()" in path.read_text("utf-8")
    }
    assert made == {"login_fields.py": ["password_edit"], "file_field.py": ["edit"]}
