"""Material Design Icons, painted in the colors of the theme that is in force then.

The font holds the glyphs that are used and no others; ``.ci/icon_font.py`` makes it and its table of names.
"""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from gatepost.assets import resource_path
from gatepost.models.roles import Tone
from gatepost.ui.widgets.theme import colors


@cache
def icon(name: str, tone: Tone = Tone.TEXT) -> QIcon:
    """Return an icon by its Material name.

    Raises:
        KeyError: there is no icon of that name.
    """
    return QIcon(_GlyphEngine(_glyphs()[name], tone))


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

    def __init__(self, glyph: str, tone: Tone) -> None:
        super().__init__()
        self._glyph, self._tone = glyph, tone

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(getattr(colors(), Tone.MUTED if mode is QIcon.Mode.Disabled else self._tone)))
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
        return _GlyphEngine(self._glyph, self._tone)
