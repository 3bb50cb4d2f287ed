"""Small widgets that show plain text only, whatever a host has put into it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, SignalInstance
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from gatepost.models.roles import Tone
from gatepost.models.window_text import plain_tip, visible
from gatepost.ui.widgets.icons import icon

_SIGN = 36  # pixels


def plain_label(text: str = "", name: str = "") -> QLabel:
    """Return a label that wraps and never reads markup; ``name`` is its object name for the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # one long word must not widen the window
    label.setObjectName(name)
    return label


def label_for(field: QWidget, text: str) -> QLabel:
    """Return a label whose letter leads to a field."""
    label = QLabel(text)
    label.setBuddy(field)
    return label


def set_text_or_hide(label: QLabel, text: str) -> None:
    """Show words in a label, which is hidden where there are none."""
    label.setText(text)
    label.setVisible(bool(text))


def set_tone(label: QLabel, tone: Tone) -> None:
    """Show a label in a color of the theme."""
    set_style_property(label, "tone", tone)


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet knows, which does not look at properties by itself."""
    widget.setProperty(name, value)
    widget.style().polish(widget)


def shortened(text: str, longest: int) -> str:
    """Return ``text``, its middle left out where it is longer than ``longest`` characters."""
    if len(text) <= longest:
        return text
    return f"{text[: longest // 2]}…{text[-(longest // 2) :]}"


class ElidedLabel(QLabel):
    """One line that leaves out its middle where there is no room; the tool tip and ``text()`` hold all of it."""

    def __init__(self, name: str = "", text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        set_tip(self, text)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width())
        self._draw(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter))

    def _draw(self, text: str, flags: int) -> None:
        self.style().drawItemText(
            QPainter(self), self.contentsRect(), flags, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )


class TwoLinesLabel(ElidedLabel):
    """Text in a room of always two lines, so that nothing below it moves; the tool tip holds what does not fit."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.ensurePolished()
        self.setMinimumWidth(1)
        self.setContentsMargins(1, 2, 0, 0)  # what stands above a capital or left of it, as on Ü, is not cut off
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = int(self.contentsRect().width() * 1.6)  # lines break before they are full
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        self._draw(text, int(self.alignment()) | int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextDontClip))


class SignLabel(QLabel):
    """An icon beside words, in the colors of the theme; ``side`` is in pixels."""

    def __init__(self, name: str = "", tone: Tone = Tone.TEXT, side: int = _SIGN) -> None:
        super().__init__()
        self._side = side
        self.set_sign(name, tone)

    def set_sign(self, name: str, tone: Tone) -> None:
        """Show another icon, "" for none."""
        self._sign = (name, tone)
        self.setPixmap(icon(name, tone).pixmap(self._side, self._side) if name else QPixmap())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.set_sign(*self._sign)


class IconButton(QPushButton):
    """A button with an icon in the colors of the theme; Enter elsewhere in a dialog never presses it."""

    def __init__(self, name: str, label: str, clicked: Callable[..., object] | SignalInstance | None = None) -> None:
        super().__init__(label)
        self.setAutoDefault(False)
        self.setIcon(icon(name, Tone.MUTED))
        if clicked is not None:
            self.clicked.connect(clicked)


def push_button(
    text: str,
    clicked: Callable[..., object] | SignalInstance | None = None,
    *,
    tone: str = "",
    is_default: bool = False,
) -> QPushButton:
    """Return a button; Enter elsewhere in a dialog presses it only if it is the default one."""
    button = QPushButton(text)
    button.setAutoDefault(is_default)
    button.setDefault(is_default)
    if tone:
        button.setProperty("tone", tone)
    if clicked is not None:
        button.clicked.connect(clicked)
    return button


def copy_button(label: str, content: Callable[[], str]) -> IconButton:
    """Return a button that puts a text, as it is by then, on the clipboard."""
    return IconButton("content-copy", label, lambda: QGuiApplication.clipboard().setText(content()))


def code_view(accessible_name: str) -> QPlainTextEdit:
    """Return a read-only view in a fixed-width font; Tab leaves it."""
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setAccessibleName(accessible_name)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    view.document().setDocumentMargin(8)
    return view


def button_text(text: str) -> str:
    """Return ``text`` with its ampersands kept from becoming mnemonics."""
    return text.replace("&", "&&")


def with_access_key(text: str, taken: str) -> str:
    """Return ``text`` as a button shows it, with the first of its letters as access key that is not ``taken``."""
    for index, letter in enumerate(text):
        if letter.isalnum() and letter.casefold() not in taken.casefold():
            return f"{button_text(text[:index])}&{button_text(text[index:])}"
    return button_text(text)


def access_keys(*texts: str) -> str:
    """Return the letters that are the access keys of ``texts``."""
    return "".join(text.partition("&")[2][:1] for text in texts if "&" in text)


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip, and the same in plain text to screen readers: Qt would read the markup of the tip."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(visible(text))
