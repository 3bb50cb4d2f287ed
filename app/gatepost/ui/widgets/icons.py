"""Material Design Icons, tinted with the colors of the theme.

The font holds the glyphs that are used and no others; ``.ci/icon_font.py`` makes it and its table of names.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from gatepost.assets import resource_path
from gatepost.models.roles import Tone
from gatepost.ui.widgets.theme import colors


def icon(name: str, tone: Tone = Tone.TEXT) -> QIcon:
    """Return an icon by its Material name.

    Raises:
        KeyError: there is no icon of that name.
    """
    palette = colors()
    return _icon(name, getattr(palette, tone), palette.muted)


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    return QIcon(_GlyphEngine(_glyphs()[name], color, disabled))


@cache
def _glyphs() -> dict[str, str]:
    """Return the characters of the font by name."""
    codes = json.loads(resource_path("icons", "material-design-icons.json").read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(resource_path("icons", "material-design-icons.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


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
