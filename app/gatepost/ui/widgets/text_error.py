"""Text that is read while it is typed: what cannot be read is underlined where it is, and said under the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.models.plain import one_line, visible
from gatepost.models.tone import Tone
from gatepost.security import SddlError
from gatepost.ui.widgets.plain_widgets import plain_label, set_tone
from gatepost.ui.widgets.theme import colors

_LINES = 4


class CheckedText(QWidget):
    """``check`` raises SddlError for text that cannot be read. ``tidy`` returns what is kept of text as it is entered."""

    edited = Signal(str)  # by the user, readable or not

    def __init__(
        self,
        label: str,
        check: Callable[[str], object],
        tidy: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._tidy = tidy
        self.edit = _TextEdit()
        self.edit.setAccessibleName(label)
        self.message = plain_label()
        set_tone(self.message, Tone.DENY)
        self.note = plain_label(
            self.tr("Line breaks, quotes, prompts, and spaces around the text were removed."), "muted"
        )
        self.error: SddlError | None = None
        self.edit.textChanged.connect(self._on_changed)
        self._quiet = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.message)
        layout.addWidget(self.note)
        self.setFocusProxy(self.edit)
        self.message.hide()
        self.note.hide()

    @property
    def text(self) -> str:
        """What the field holds."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text; the same one keeps the caret and what can be undone in the field."""
        if text != self.text:
            self.note.hide()
            self._quiet = True
            self.edit.setPlainText(text)
            self._quiet = False
        self._mark()

    def enter_text(self, text: str) -> None:
        """Show text from elsewhere, tidied as if it had been pasted here."""
        tidied = self._tidy(text)
        self.set_text(tidied)
        self.note.setVisible(tidied != text)

    def _on_changed(self) -> None:
        if self._quiet:
            return
        tidied = self._tidy(self.text)
        self.note.setVisible(tidied != self.text)
        if tidied != self.text:
            self._replace(tidied)
        self._mark()
        self.edited.emit(self.text)

    def _replace(self, text: str) -> None:
        """Put tidied text in the place of what was just entered, as one step for undo."""
        self._quiet = True
        cursor = QTextCursor(self.edit.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self._quiet = False

    def _mark(self) -> None:
        try:
            self._check(self.text)
        except SddlError as error:
            self.error = error
        else:
            self.error = None
        self._underline()
        said = ""
        if self.error is not None and self.error.account_name:
            said = self.tr(
                '"{name}" is an account name. SDDL needs SIDs: enter the SID, or add the account on the Permissions tab.'
            ).format(name=one_line(self.error.account_name))
        elif self.error is not None:
            said = self.tr("{problem} (character {place})").format(
                place=self.error.position + 1, problem=visible(self.error.message)
            )
        self.message.setText(said)
        self.message.setVisible(bool(said))
        self.edit.setAccessibleDescription(said)

    def _underline(self) -> None:
        if self.error is None:
            self.edit.setExtraSelections([])
            return
        place = min(self.error.position, max(len(self.text) - 1, 0))
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.edit.document())
        mark.cursor.setPosition(_qt_place(self.text, place))
        end = _qt_place(self.text, place + _word(self.text, place))
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(colors().deny))
        look.setForeground(QColor(colors().deny))
        mark.format = look
        self.edit.setExtraSelections([mark])


class _TextEdit(QPlainTextEdit):
    """Fixed-width, a few lines high; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES + 16)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing() * 2 + 16)


def _word(text: str, place: int) -> int:
    """How many characters from ``place`` belong together."""
    end = place
    while end < len(text) and text[end] not in ";()":
        end += 1
    return max(end - place, 1)


def _qt_place(text: str, place: int) -> int:
    """The position as Qt counts it, in units of UTF-16."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
