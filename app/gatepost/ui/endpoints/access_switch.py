"""The three-part switch in the access column: Remote, Local, Disabled; or one sign that says Custom."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import Text
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.endpoints.mode_text import MODES, mode_word
from gatepost.models.roles import ValueRole
from gatepost.models.window_text import shown
from gatepost.ui.widgets.cell_delegate import paint_background
from gatepost.ui.widgets.row_heights import SWITCH_ROW_HEIGHT, wrapped_height
from gatepost.ui.widgets.theme import Colors, colors

# In pixels.
_PADDING = 5  # on either side of a word
_MARGIN = 4  # between the switch and its cell
_HEIGHT = 24
_CORNER = 5  # radius of the frame
_INSET = 2  # of the chosen part in the frame
_REASON_PADDING = 8
_REASON_MARGIN = 6  # above and below the words together
_MOST_LINES = 6  # of the reason why a mode is custom; a longer one is cut
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


class AccessSwitchDelegate(QStyledItemDelegate):
    """Paints the switch and turns a click on one of its parts into a request; gray and without a frame it is to read."""

    mode_requested = Signal(object, object)  # tuple[str, ...]: the names of endpoints, and the AccessMode for them
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
        return QSize(_widest(option.font.key(), _words()) + 2 * _MARGIN, SWITCH_ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_background(painter, option)
        row = index.data(ValueRole)
        if not isinstance(row, EndpointRow):
            return
        if row.mode_state.mode is AccessMode.CUSTOM:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(option.font)
            self._paint_custom(painter, option, row.mode_state.reason)
            painter.restore()
            return
        font_key, words = option.font.key(), _words()
        frame = _frame(option.rect, font_key, words)
        look = _Look(font_key, words, colors(), painter.device().devicePixelRatio(), self._locked)
        painter.drawImage(frame.topLeft() - QPoint(1, 1), _picture(row.mode_state.mode, frame.width(), look))

    def _paint_custom(self, painter: QPainter, option: QStyleOptionViewItem, reason: Text) -> None:
        frame, warning = reason_rect(option.rect, option.font, reason), QColor(colors().warning)
        painter.setPen(QPen(warning, 1))
        painter.setBrush(QColor(colors().background))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
        inside = frame.adjusted(_REASON_PADDING, 0, -_REASON_PADDING, 0)
        painter.setPen(warning)
        words = fitting(_reason_words(reason), option.font.key(), inside.width(), inside.height())
        painter.drawText(inside, _WRAPPED, words)

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
            and self._clicked(row, option, event.position().toPoint())
        ):
            return True
        return super().editorEvent(event, model, option, index)

    def _clicked(self, row: EndpointRow, option: QStyleOptionViewItem, at: QPoint) -> bool:
        """Ask for what was clicked, and return whether that is anything."""
        if row.mode_state.mode is AccessMode.CUSTOM:
            on_reason = reason_rect(option.rect, option.font, row.mode_state.reason).contains(at)
            if on_reason:
                self.choice_requested.emit(row.configuration.name)
            return on_reason
        for mode, part in zip(MODES, parts(switch_rect(option.rect, option.font)), strict=True):
            if part.contains(at) and mode is not row.mode_state.mode:
                self.mode_requested.emit((row.configuration.name,), mode)
                return True
        return False


def switch_rect(cell: QRect, font: QFont) -> QRect:
    """Return where the switch stands in its cell."""
    return _frame(cell, font.key(), _words())


def _frame(cell: QRect, font_key: str, words: tuple[str, ...]) -> QRect:
    width = _frame_width(cell.width(), font_key, words)
    return QRect(cell.left() + _MARGIN, cell.center().y() - _HEIGHT // 2 + 1, width, _HEIGHT)


def _frame_width(cell_width: int, font_key: str, words: tuple[str, ...]) -> int:
    return min(_widest(font_key, words), cell_width - 2 * _MARGIN)


def reason_rect(cell: QRect, font: QFont, reason: Text) -> QRect:
    """Return where a cell says why its mode is custom: as high as that asks for, as far as the row has the room."""
    frame = switch_rect(cell, font)
    text_height = _reason_text_height(reason, font.key(), frame.width())
    height = min(max(_HEIGHT, text_height + _REASON_MARGIN), cell.height() - _MARGIN)
    return QRect(frame.left(), cell.center().y() - height // 2 + 1, frame.width(), height)


def reason_height(reason: Text, font: QFont, cell_width: int) -> int:
    """Return the height of a row that says in full why a mode is custom, in a column of that width."""
    text_height = _reason_text_height(reason, font.key(), _frame_width(cell_width, font.key(), _words()))
    most = _MOST_LINES * QFontMetrics(font).lineSpacing()
    return max(SWITCH_ROW_HEIGHT, min(text_height, most) + _REASON_MARGIN + _MARGIN)


def _reason_text_height(reason: Text, font_key: str, frame_width: int) -> int:
    return _lines_height(_reason_words(reason), font_key, frame_width - 2 * _REASON_PADDING)


def _reason_words(reason: Text) -> str:
    return f"{mode_word(AccessMode.CUSTOM)}: {shown(reason)}"


@lru_cache(maxsize=512)  # which rows ask for again while another column is dragged
def _lines_height(words: str, font_key: str, width: int) -> int:
    metrics = QFontMetrics(_font(font_key, bold=False))
    return wrapped_height(words, metrics, width)


@lru_cache(maxsize=512)
def fitting(words: str, font_key: str, width: int, height: int) -> str:
    """Return the words, wrapped for a width in pixels, as far as their lines fit into a height."""
    if _lines_height(words, font_key, width) <= height:
        return words
    too_long = bisect_left(
        range(len(words)),
        True,
        key=lambda length: _lines_height(f"{words[:length]}…", font_key, width) > height,
    )
    return f"{words[: max(too_long - 1, 0)]}…"


def _words() -> tuple[str, ...]:
    return tuple(map(mode_word, MODES))


@lru_cache(maxsize=8)
def _widest(font_key: str, labels: tuple[str, ...]) -> int:
    """Return the width at which each word fits its third of a switch, also in bold."""
    widest = max(map(QFontMetrics(_font(font_key, bold=True)).horizontalAdvance, labels))
    return 3 * (widest + 2 * _PADDING)


def _font(key: str, *, bold: bool) -> QFont:
    font = QFont()
    font.fromString(key)
    font.setBold(bold)
    return font


class _Look(NamedTuple):  # which is made and compared with every cell, in a fifth of the time of a dataclass
    """How switches look now. ``ratio``: pixels of the screen to one of the window; ``locked``: there is nothing to press."""

    font_key: str
    words: tuple[str, ...]
    colors: Colors
    ratio: float
    locked: bool

    @property
    def grounds(self) -> dict[AccessMode, str]:
        """The colors behind a chosen word that are not the muted one."""
        return {} if self.locked else {AccessMode.REMOTE: self.colors.accent, AccessMode.LOCAL: self.colors.allow}


@lru_cache(maxsize=16)
def _picture(chosen: AccessMode, width: int, look: _Look) -> QImage:
    """Draw a switch once for all rows that show the same, with a pixel around it for its frame."""
    picture = QImage(QSize(width + 2, _HEIGHT + 2) * look.ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(look.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRect(1, 1, width, _HEIGHT)
    if not look.locked:  # a frame says that it can be pressed
        painter.setPen(QPen(QColor(look.colors.control), 1))
        painter.setBrush(QColor(look.colors.background))
        painter.drawRoundedRect(frame, _CORNER, _CORNER)
    for mode, word, part in zip(MODES, look.words, parts(frame), strict=True):
        if mode is chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.grounds.get(mode, look.colors.muted)))
            painter.drawRoundedRect(part.adjusted(_INSET, _INSET, -_INSET, -_INSET), _CORNER - 1, _CORNER - 1)
        painter.setFont(_font(look.font_key, bold=mode is chosen))
        painter.setPen(QColor(look.colors.panel if mode is chosen else look.colors.muted))
        painter.drawText(part, Qt.AlignmentFlag.AlignCenter, word)
    painter.end()
    return picture


def parts(frame: QRect) -> tuple[QRect, QRect, QRect]:
    """The three parts of a switch, from left to right."""
    third = frame.width() // 3
    left = QRect(frame.left(), frame.top(), third, frame.height())
    middle = QRect(left.right() + 1, frame.top(), third, frame.height())
    right = QRect(middle.right() + 1, frame.top(), frame.right() - middle.right(), frame.height())
    return left, middle, right
