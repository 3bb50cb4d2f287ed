"""Text field that is checked while the user types: errors are underlined and explained under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from gatepost.models.roles import Tone
from gatepost.models.window_text import hidden_character, one_line, shown, visible
from gatepost.security import SddlError
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.plain_widgets import plain_label, set_text_or_hide, set_tone
from gatepost.ui.widgets.theme import colors

_LINES = 4
LONG_TEXT = 4_000  # characters, which take up to 10 ms to tidy and check
_NOT_CHECKED = SddlError("not checked, because of a bug")


@dataclass(frozen=True)
class _CheckResult:
    """What is kept of entered text, and what is wrong with it."""

    text: str
    error: SddlError | None


class ValidatedTextEdit(QWidget):
    """``check`` raises SddlError for text that cannot be read.

    ``tidy`` returns what is kept of text as it is entered, or raises SddlError as well; ``note`` is shown under text that
    was tidied.

    Where there is an ``evaluator``, long text is checked in a worker thread; until then ``is_checked`` is False.
    """

    edited = Signal(str)  # by the user, readable or not; long text once more when it has been checked
    checked = Signal()  # long text that the program has set

    def __init__(
        self,
        label: str,
        check: Callable[[str], object],
        tidy: Callable[[str], str] | None = None,
        note: str = "",
        evaluator: Evaluator | None = None,
    ) -> None:
        super().__init__()
        self._check = check
        self._tidy = tidy
        self.edit = _TextEdit()
        self.edit.setAccessibleName(label)
        self.message = plain_label()
        set_tone(self.message, Tone.DENY)
        self.note = plain_label(note, "muted")
        self.error: SddlError | None = None
        self.is_checked = True
        self._evaluator = evaluator
        self._known: str | None = None  # the text that was checked, or is being checked
        self.edit.textChanged.connect(self._on_changed)
        vbox(Grow(self.edit), self.message, self.note, on=self, spacing=4)
        self.setFocusProxy(self.edit)
        self.message.hide()
        self.note.hide()

    @property
    def text(self) -> str:
        """What the field holds."""
        return self.edit.toPlainText()

    @property
    def has_crashed(self) -> bool:
        """Whether a bug has ended the check of the text."""
        return self.error is _NOT_CHECKED

    def set_text(self, text: str, *, unfinished: bool = False) -> None:
        """Show another text; the same one keeps the caret and what can be undone in the field.

        ``unfinished`` text is what the user has entered here before: when it has been checked, ``edited`` tells of it.
        """
        if text != self.text:
            self.note.hide()
            self._put(text)
        if text != self._known:
            if unfinished:
                self._check_text(text, self._tidy, self._on_unfinished_checked)
            else:
                self._check_text(text, None, self._on_checked)

    def enter_text(self, text: str) -> None:
        """Show text from elsewhere, tidied as if it had been pasted here."""
        self._put(text)
        self._check_text(text, self._tidy, self._on_entered_checked)

    def _on_changed(self) -> None:
        self._check_text(self.text, self._tidy, self._on_edited_checked)
        if not self.is_checked:
            self.edited.emit(self.text)

    def _check_text(self, text: str, tidy: Callable[[str], str] | None, done: Callable[[_CheckResult], None]) -> None:
        self._stop_checking()
        self._known = text
        work = partial(_check_result, text, tidy, self._check)
        if self._evaluator is None or len(text) <= LONG_TEXT:
            done(work())
            return
        self.is_checked, self.error = False, None
        self._evaluator.evaluate(work, done, partial(done, _CheckResult(text, _NOT_CHECKED)))
        if not self.is_checked:
            self._show_error()

    def _stop_checking(self) -> None:
        if self._evaluator is not None:
            self._evaluator.cancel()
        if not self.is_checked:
            self.is_checked, self._known = True, None

    def _on_checked(self, result: _CheckResult) -> None:
        late, self.is_checked = not self.is_checked, True
        self._known, self.error = self.text, result.error
        self._show_error()
        if late:
            self.checked.emit()

    def _on_unfinished_checked(self, result: _CheckResult) -> None:
        if self.is_checked:  # it is short, and what came of it was told when it was entered
            self._on_checked(result)
        else:
            self._on_edited_checked(result)

    def _on_entered_checked(self, result: _CheckResult) -> None:
        self.note.setVisible(result.text != self.text)
        self._put(result.text)
        self._on_checked(result)

    def _on_edited_checked(self, result: _CheckResult) -> None:
        self.note.setVisible(result.text != self.text)
        if result.text != self.text:
            self._replace(result.text)
        self.is_checked = True
        self._on_checked(result)
        self.edited.emit(self.text)

    def _put(self, text: str) -> None:
        if text != self.text:
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(text)

    def _replace(self, text: str) -> None:
        """Put tidied text in the place of what was just entered, as one step for undo."""
        cursor = QTextCursor(self.edit.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        with QSignalBlocker(self.edit):
            cursor.insertText(text)
            cursor.endEditBlock()

    def _show_error(self) -> None:
        self._underline()
        message = ""
        if self.error is not None and self.error.account_name:
            message = self.tr(
                '"{name}" is an account name. SDDL needs SIDs: enter the SID, or add the account on the Permissions tab.'
            ).format(name=one_line(self.error.account_name))
        elif self.has_crashed:
            message = shown(CRASHED)
        elif self.error is not None:
            message = self.tr("{problem} (character {place})").format(
                place=self.error.position + 1, problem=visible(self.error.message)
            )
        message = " ".join(filter(None, (message, self._invisible())))
        set_tone(self.message, Tone.WARNING if self.error is None else Tone.DENY)
        set_text_or_hide(self.message, message)
        self.edit.setAccessibleDescription(message)

    def _invisible(self) -> str:
        """What is said of the first character that cannot be seen; "" where there is none."""
        text = self.text.replace("\t", " ")
        if visible(text) == text:
            return ""
        position = next(position for position, character in enumerate(text) if visible(character) != character)
        message = self.tr("Contains an invisible character ({code}, character {place}).")
        return message.format(code=hidden_character(text[position]), place=position + 1)

    def _underline(self) -> None:
        if self.error in (None, _NOT_CHECKED):
            self.edit.setExtraSelections([])
            return
        position = min(self.error.position, max(len(self.text) - 1, 0))
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.edit.document())
        mark.cursor.setPosition(_qt_position(self.text, position))
        end = _qt_position(self.text, position + _word(self.text, position))
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


def _word(text: str, position: int) -> int:
    """How many characters from ``position`` belong together."""
    end = position
    while end < len(text) and text[end] not in ";()":
        end += 1
    return max(end - position, 1)


def _qt_position(text: str, position: int) -> int:
    """The position as Qt counts it, in units of UTF-16."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _check_result(text: str, tidy: Callable[[str], str] | None, check: Callable[[str], object]) -> _CheckResult:
    try:
        text = tidy(text) if tidy is not None else text
        check(text)
    except SddlError as error:
        return _CheckResult(text, error)
    return _CheckResult(text, None)
