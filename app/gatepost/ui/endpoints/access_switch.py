"""The three-part switch in the access column: Remote, Local, Disabled; or one sign that says Custom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.endpoints.mode_text import MODES, mode_word
from gatepost.models.roles import ValueRole
from gatepost.models.sentences import shown
from gatepost.ui.confirm.purpose import ModeRequest
from gatepost.ui.widgets.cell_delegate import paint_background
from gatepost.ui.widgets.metrics import SWITCH_ROW_HEIGHT
from gatepost.ui.widgets.theme import colors

# In pixels.
_PADDING = 5  # on either side of a word
_MARGIN = 4  # between the switch and its cell
_HEIGHT = 24
_CORNER = 5  # radius of the frame
_INSET = 2  # of the chosen part in the frame
_REASON_PADDING = 10


class AccessSwitchDelegate(QStyledItemDelegate):
    """Paints the switch and turns a click on one of its parts into a request; gray and without a frame it is to read."""

    mode_requested = Signal(object)  # ModeRequest
    choice_requested = Signal(str)  # the endpoint's name: let the user choose from a menu

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writable = True
        self._locked = False

    def allow(self, *, now: bool, ever: bool) -> None:
        """Take clicks or not. ``ever`` False: nothing is to be changed at this host, and the switch looks it."""
        self._writable, self._locked = now, not ever

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_look_of(option.font).width + 2 * _MARGIN, SWITCH_ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_background(painter, option)
        row = index.data(ValueRole)
        if not isinstance(row, EndpointRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        frame = switch_rect(option.rect, option.font)
        if row.reading.mode is AccessMode.CUSTOM:
            self._paint_custom(painter, frame, shown(row.reading.reason))
        else:
            self._paint_switch(painter, frame, row.reading.mode)
        painter.restore()

    def _paint_switch(self, painter: QPainter, frame: QRect, chosen: AccessMode) -> None:
        if not self._locked:  # a frame says that it can be pressed
            painter.setPen(QPen(QColor(colors().control), 1))
            painter.setBrush(QColor(colors().background))
            painter.drawRoundedRect(frame, _CORNER, _CORNER)
        look = _look_of(painter.font())
        for number, (mode, part) in enumerate(zip(MODES, parts(frame), strict=True)):
            if mode is chosen:
                self._paint_ground(painter, part, mode)
            painter.setFont(look.bold if mode is chosen else look.plain)
            painter.setPen(QColor(colors().panel if mode is chosen else colors().muted))
            word = (look.bold_words if mode is chosen else look.words)[number]
            left, top = (part.width() - word.size().width()) / 2, (part.height() - word.size().height()) / 2
            painter.drawStaticText(QPointF(part.left() + left, part.top() + top), word)

    def _paint_custom(self, painter: QPainter, frame: QRect, reason: str) -> None:
        warning = QColor(colors().warning)
        painter.setPen(QPen(warning, 1))
        painter.setBrush(QColor(colors().background))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        inside = frame.adjusted(_REASON_PADDING, 0, -_REASON_PADDING, 0)
        said = f"{mode_word(AccessMode.CUSTOM)}: {reason}"
        fitting = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(warning)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, fitting)

    def _paint_ground(self, painter: QPainter, part: QRect, mode: AccessMode) -> None:
        """Fill the part of the mode that is chosen."""
        palette = colors()
        grounds = {AccessMode.REMOTE: palette.accent, AccessMode.LOCAL: palette.allow} if not self._locked else {}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grounds.get(mode, palette.muted)))
        painter.drawRoundedRect(part.adjusted(_INSET, _INSET, -_INSET, -_INSET), _CORNER - 1, _CORNER - 1)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        row = index.data(ValueRole)
        if (
            self._writable
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and isinstance(row, EndpointRow)
        ):
            frame = switch_rect(option.rect, option.font)
            if row.reading.mode is AccessMode.CUSTOM and frame.contains(event.position().toPoint()):
                self.choice_requested.emit(row.configuration.name)
                return True
            for mode, part in zip(MODES, parts(frame), strict=True):
                if part.contains(event.position().toPoint()) and mode is not row.reading.mode:
                    self.mode_requested.emit(ModeRequest((row.configuration.name,), mode))
                    return True
        return super().editorEvent(event, model, option, index)


def switch_rect(cell: QRect, font: QFont) -> QRect:
    """Return where the switch stands in its cell."""
    width = min(_look_of(font).width, cell.width() - 2 * _MARGIN)
    return QRect(cell.left() + _MARGIN, cell.center().y() - _HEIGHT // 2 + 1, width, _HEIGHT)


@dataclass(frozen=True)
class _Look:
    """The words of a switch, laid out: there is a switch in every row, and they are the same in each."""

    plain: QFont
    bold: QFont
    words: tuple[QStaticText, ...]
    bold_words: tuple[QStaticText, ...]
    width: int  # at which each word fits its third, also in bold


def _look_of(font: QFont) -> _Look:
    return _look(font.key(), tuple(map(mode_word, MODES)))


@lru_cache(maxsize=8)
def _look(font_key: str, words: tuple[str, ...]) -> _Look:
    plain, bold = QFont(), QFont()
    plain.fromString(font_key)
    bold.fromString(font_key)
    plain.setBold(False)
    bold.setBold(True)
    widest = max(map(QFontMetrics(bold).horizontalAdvance, words))
    laid_out, laid_out_bold = ([_laid_out(word, font) for word in words] for font in (plain, bold))
    return _Look(plain, bold, tuple(laid_out), tuple(laid_out_bold), 3 * (widest + 2 * _PADDING))


def _laid_out(word: str, font: QFont) -> QStaticText:
    text = QStaticText(word)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=font)
    return text


def parts(frame: QRect) -> tuple[QRect, QRect, QRect]:
    """The three parts of a switch, from left to right."""
    third = frame.width() // 3
    left = QRect(frame.left(), frame.top(), third, frame.height())
    middle = QRect(left.right() + 1, frame.top(), third, frame.height())
    right = QRect(middle.right() + 1, frame.top(), frame.right() - middle.right(), frame.height())
    return left, middle, right
