"""Fields for a text, a number and a choice; none takes what can't be seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from typing_extensions import override

from gatepost.models.window_text import one_line

_LONGEST = 32_767  # characters, as of any field of Qt
_LEFT = 7  # pixels before the number, as in other fields: a style sheet's padding does not reach it


class PlainEdit(QLineEdit):
    """A field in which what would be invisible is written out, and a tab or a line break is a space."""

    def __init__(self, name: str = "", placeholder: str = "", longest: int = _LONGEST) -> None:
        """``name`` is for screen readers; ``longest`` is in characters."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.setValidator(_WritesOut(self))  # before anybody hears of the text


class _WritesOut(QValidator):
    """Takes everything, and puts what can be seen in the place of what can't."""

    @override
    def validate(self, text: str, caret: int) -> tuple[QValidator.State, str, int]:
        shown = _written_out(text)
        if shown != text:
            before = _utf16(text)[: 2 * caret].decode("utf-16-le", "surrogatepass")  # as Qt counts it
            caret = len(_utf16(_written_out(before))) // 2
        return QValidator.State.Acceptable, shown, caret


def _written_out(text: str) -> str:
    return one_line(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


class FilterEdit(PlainEdit):
    """Filters the list below it. Esc clears it, Down leads to the list."""

    left_downwards = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setClearButtonEnabled(True)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()  # before it closes the window
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """A choice of words with a value each."""

    def __init__(self, name: str = "", choices: Iterable[tuple[str, object]] = ()) -> None:
        """``name`` is for screen readers; ``choices`` are words and the value of each."""
        super().__init__()
        self.setAccessibleName(name)
        for label, value in choices:
            self.addItem(label, value)


class NumberBox(QSpinBox):
    """A spin box for the numbers of a range."""

    def __init__(self, name: str, allowed: range) -> None:
        """``name`` is for screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(allowed.start, allowed.stop - 1)
        self.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
