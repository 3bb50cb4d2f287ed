"""Small widgets that show plain text only, whatever a host has put into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from app.ui.icons import icon


def plain_label(text: str = "", name: str = "") -> QLabel:
    """Return a label that wraps and never reads markup; ``name`` is its object name for the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label


def code_view(accessible_name: str, parent: QWidget | None = None) -> QPlainTextEdit:
    """Return a read-only view in a fixed-width font; Tab leaves it, and it wraps anywhere."""
    view = QPlainTextEdit(parent)
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setAccessibleName(accessible_name)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    view.setFont(font)
    view.document().setDocumentMargin(8)
    return view


def copy_button(label: str, source: QPlainTextEdit) -> QPushButton:
    """Return a button that puts the whole text of ``source`` on the clipboard."""
    button = QPushButton(icon("content-copy", "muted"), label)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(source.toPlainText()))
    return button


def button_text(text: str) -> str:
    """Return ``text`` with its ampersands kept from becoming mnemonics."""
    return text.replace("&", "&&")
