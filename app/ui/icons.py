"""Material Design Icons through qtawesome, tinted with the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QIcon

from app.ui.theme import colors


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon by its Material name; ``role`` is a field of Colors."""
    palette = colors()
    return _icon(name, getattr(palette, role), palette.muted)


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    import qtawesome  # 40 ms, needed with the first icon only

    made: QIcon = qtawesome.icon(f"mdi6.{name}", color=color, color_disabled=disabled)
    return made
