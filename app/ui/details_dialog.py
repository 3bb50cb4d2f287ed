"""A message with details that fold out and can be copied: for failures, expected and not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.plain import visible
from app.ui.icons import icon


class DetailsDialog(QDialog):
    """A title, sentences, details, Copy and Close."""

    def __init__(
        self, title: str, sentences: list[str], details: str, *, unfolded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.details = QPlainTextEdit(visible(details), readOnly=True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setTabChangesFocus(True)
        self.details.setVisible(unfolded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        sign = QLabel()
        sign.setPixmap(icon("alert-circle-outline", "deny").pixmap(34, 34))
        heading = _label(title, "dialogTitle")
        head.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(heading, 1)
        layout.addLayout(head)
        for sentence in filter(None, sentences):
            layout.addWidget(_label(sentence, ""))
        layout.addWidget(self.details, 1)
        layout.addStretch()
        layout.addLayout(self._buttons(bool(details), unfolded))
        self.resize(640, 420 if unfolded else 200)

    def _buttons(self, has_details: bool, unfolded: bool) -> QHBoxLayout:
        fold = QPushButton(self.tr("Show &details"))
        fold.setVisible(has_details and not unfolded)
        fold.clicked.connect(self._unfold)
        fold.clicked.connect(fold.hide)
        copy = QPushButton(icon("content-copy"), self.tr("C&opy details"))
        copy.setVisible(has_details)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        for button in (fold, copy):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        return row

    def _unfold(self) -> None:
        self.details.setVisible(True)
        self.resize(self.width(), max(self.height(), 380))


def _label(words: str, name: str) -> QLabel:
    label = QLabel(visible(words))
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
