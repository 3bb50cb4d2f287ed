"""Material Design Icons out of qtawesome's font, tinted with the colours of the theme.

The font and its table of names are read directly: importing qtawesome costs as much as Qt itself, because it
loads every Qt class through a compatibility layer that this program has no use for.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from gatepost.ui.widgets.theme import colors

_FONT = "materialdesignicons6-webfont-*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon by its Material name; ``role`` is a field of Colors.

    Raises:
        KeyError: there is no icon of that name.
    """
    palette = colors()
    return _icon(name, getattr(palette, role), palette.muted)


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    return QIcon(_GlyphEngine(_glyphs()[name], color, disabled))


@cache
def _glyphs() -> dict[str, str]:
    """Return the characters of the font by name."""
    codes = json.loads(_file(_NAMES).read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file(_FONT)))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _file(pattern: str) -> Path:
    found = find_spec("qtawesome")
    if found is None or not found.origin:
        raise FileNotFoundError("qtawesome is not installed")
    return next((Path(found.origin).parent / "fonts").glob(pattern))


class _GlyphEngine(QIconEngine):
    """Draws one character at whatever size is asked for."""

    def __init__(self, glyph: str, color: str, disabled: str) -> None:
        super().__init__()
        self._glyph, self._color, self._disabled = glyph, color, disabled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self._disabled if mode is QIcon.Mode.Disabled else self._color))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    @override
    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._glyph, self._color, self._disabled)
