"""Theme: the colors of the window, light and dark, and their place in Qt's palette and style sheet."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gatepost.assets import resource_path
from gatepost.ui.widgets.style_sheet import STYLE_SHEET


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme, as #rrggbb. Fields are roles; ``allow``, ``deny`` and ``warning`` always come with a word.

    ``line`` separates and carries no meaning; ``control`` is the border by which a field or button is recognized,
    at 3:1 or better against both grounds (WCAG 2.2, 1.4.11).
    """

    background: str
    panel: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    selection: str
    deny: str
    allow: str
    warning: str
    warning_ground: str

    @property
    def info(self) -> str:
        """What is worth a look: as quiet as ``muted``, with an icon."""
        return self.muted

    @property
    def yes(self) -> str:
        """An answer that is neither good nor bad."""
        return self.text

    @property
    def no(self) -> str:
        """The other answer, quieter: one looks for who gets in."""
        return self.muted


LIGHT = Colors(
    background="#f6f7f9",
    panel="#ffffff",
    line="#e2e5ea",
    control="#7c8698",
    text="#1c2430",
    muted="#5d6778",
    accent="#2457d6",
    selection="#e6edfd",
    deny="#b42318",
    allow="#067647",
    warning="#b54708",
    warning_ground="#fff8eb",
)
DARK = Colors(
    background="#15181d",
    panel="#1c2026",
    line="#2d333c",
    control="#6f7a8b",
    text="#e6e9ee",
    muted="#98a2b3",
    accent="#7aa2ff",
    selection="#26324d",
    deny="#ff9b8e",
    allow="#6fd3a0",
    warning="#f5b95f",
    warning_ground="#2c2416",
)


DARK_BY_NAME: dict[str, bool | None] = {"system": None, "light": False, "dark": True}


class _ThemeState:
    colors = LIGHT
    forced: bool | None = None
    follows_system = False


def colors() -> Colors:
    """Return the colors in force."""
    return _ThemeState.colors


def choose(app: QApplication, *, dark: bool | None = None) -> None:
    """Settle style and colors before there are widgets; ``apply`` then adds the style sheet.

    Under a style sheet Qt styles every widget again with each parent it gets: building a window takes five times as long.
    """
    hints = app.styleHints()
    if not _ThemeState.follows_system:
        _ThemeState.follows_system = True
        hints.colorSchemeChanged.connect(lambda _: _follow(app))
    _ThemeState.forced = dark
    # The frame that the system draws follows what was chosen here; Unknown gives it back to the system.
    chosen = {None: Qt.ColorScheme.Unknown, True: Qt.ColorScheme.Dark, False: Qt.ColorScheme.Light}
    hints.setColorScheme(chosen[dark])
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark if dark is None else dark
    _ThemeState.colors = DARK if is_dark else LIGHT
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(_ThemeState.colors))


def apply(app: QApplication, *, dark: bool | None = None) -> None:
    """Use the light or the dark theme; None follows the system, now and whenever it switches."""
    choose(app, dark=dark)
    app.setStyleSheet(STYLE_SHEET.substitute(asdict(_ThemeState.colors) | _marks(_ThemeState.colors)))


def _follow(app: QApplication) -> None:
    if _ThemeState.forced is None:
        apply(app)


def _marks(c: Colors) -> dict[str, str]:
    """Return the pictures of a check box and of arrows: each theme has its own, since a style sheet cannot color them."""
    name = "dark" if c is DARK else "light"
    marks = ("tick", "dash", "up", "down", "up_off", "down_off")
    return {mark: resource_path("icons", f"{mark.replace('_', '-')}-{name}.svg").as_posix() for mark in marks}


def _palette(c: Colors) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.background,
        QPalette.ColorRole.WindowText: c.text,
        QPalette.ColorRole.Base: c.panel,
        QPalette.ColorRole.AlternateBase: c.background,
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.PlaceholderText: c.muted,
        QPalette.ColorRole.Button: c.panel,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.BrightText: c.deny,
        QPalette.ColorRole.Highlight: c.selection,
        QPalette.ColorRole.HighlightedText: c.text,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.ToolTipBase: c.panel,
        QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.Accent: c.accent,
        QPalette.ColorRole.Mid: c.line,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    return palette
