"""Light and dark: the colours of the window, and their place in Qt's palette and style sheet."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme, as #rrggbb. Fields are roles; ``allow``, ``deny`` and ``warning`` always come with a word."""

    background: str
    panel: str
    line: str
    text: str
    muted: str
    accent: str
    selection: str
    deny: str
    allow: str
    warning: str
    warning_ground: str


LIGHT = Colors(
    background="#f6f7f9",
    panel="#ffffff",
    line="#e2e5ea",
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


class Watcher(QObject):
    """Tells when the colours have changed."""

    changed = Signal()


class _State:
    colors = LIGHT
    forced: bool | None = None
    watcher: Watcher | None = None


def colors() -> Colors:
    """Return the colours in force."""
    return _State.colors


def watcher() -> Watcher:
    """Return the object whose ``changed`` follows every ``apply``."""
    if _State.watcher is None:
        _State.watcher = Watcher()
    return _State.watcher


def choose(app: QApplication, dark: bool | None = None) -> None:
    """Settle style and colours before there are widgets; ``apply`` then adds the style sheet.

    Under a style sheet Qt styles every widget anew with each parent it gets: building a window takes five times as long.
    """
    hints = app.styleHints()
    if _State.watcher is None:
        hints.colorSchemeChanged.connect(lambda _: _follow(app))
        watcher()
    _State.forced = dark
    # The frame that the system draws follows what was chosen here; Unknown gives it back to the system.
    chosen = {None: Qt.ColorScheme.Unknown, True: Qt.ColorScheme.Dark, False: Qt.ColorScheme.Light}
    hints.setColorScheme(chosen[dark])
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark if dark is None else dark
    _State.colors = DARK if is_dark else LIGHT
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(_State.colors))
    # PySide6 6.11 takes the class as str, whatever its stub says.
    app.setPalette(_check_box_palette(_State.colors), "QCheckBox")  # type: ignore[arg-type]


def apply(app: QApplication, dark: bool | None = None) -> None:
    """Use the light or the dark theme; None follows the system, now and whenever it switches."""
    choose(app, dark)
    app.setStyleSheet(_STYLE.substitute(asdict(_State.colors)))
    watcher().changed.emit()


def _follow(app: QApplication) -> None:
    if _State.forced is None:
        apply(app)


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


def _check_box_palette(c: Colors) -> QPalette:
    """Fusion draws the box in a darker Window colour, which nobody sees on a dark ground."""
    palette = _palette(c)
    palette.setColor(QPalette.ColorRole.Window, QColor(c.muted).lighter(130))
    return palette


_STYLE = Template(
    """
QMainWindow, QDialog, QFrame#page { background: $background; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 6px 8px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; color: $text; }
QToolButton:hover, QToolButton:checked { background: $background; border-color: $line; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $muted; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: 5px 9px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $selection; color: $text; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 22px; border-radius: 4px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QTableView, QTreeView, QListView, QPlainTextEdit { background: $panel; border: 1px solid $line; border-radius: 8px; }
QTableView:focus, QTreeView:focus, QListView:focus, QPlainTextEdit:focus { border-color: $accent; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 6px; }
QTreeView::item { padding: 6px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $selection; color: $text; }
QListView, QTableView, QTreeView { outline: 0; }
QListView { padding: 4px; }
QListView::item { border-radius: 6px; padding: 0 6px; }
QHeaderView { background: $panel; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 7px 8px; font-weight: 600; }
QHeaderView::section:vertical { color: $text; font-weight: 400; border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QLineEdit { background: $background; border: 1px solid $line; border-radius: 6px; padding: 5px 6px; }
QLineEdit:focus { border-color: $accent; }
QPushButton { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 6px 16px; }
QPushButton:hover { background: $background; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:disabled { color: $muted; }
QPushButton[tone="primary"] { background: $accent; color: $panel; border-color: $accent; font-weight: 600; }
QPushButton[tone="danger"] { background: $deny; color: $panel; border-color: $deny; font-weight: 600; }
QPushButton[tone="primary"]:disabled, QPushButton[tone="danger"]:disabled { background: $background; color: $muted;
    border-color: $line; }
QPushButton[tone="primary"]:focus, QPushButton[tone="danger"]:focus { border: 2px solid $text; }
QPushButton[tone="primary"]:disabled, QPushButton[tone="danger"]:disabled { background: $line; border-color: $line;
    color: $muted; }
QCheckBox::indicator:unchecked, QTableView::indicator:unchecked, QListView::indicator:unchecked,
QTreeView::indicator:unchecked { width: 13px; height: 13px;
    border: 1px solid $muted; border-radius: 3px; background: $panel; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $muted; border-radius: 7px;
    background: $panel; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; border-radius: 7px; }
QRadioButton:focus { color: $accent; }
QComboBox { background: $background; border: 1px solid $line; border-radius: 6px; padding: 5px 6px; }
QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QLineEdit { background: transparent; border: none; padding: 0; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; selection-background-color: $selection;
    selection-color: $text; }
QTabWidget::pane { border: none; padding-top: 6px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 14px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tab:focus:selected { color: $accent; }
QScrollBar { background: transparent; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $muted; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox:focus { color: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; width: 10px; height: 10px; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 3px 6px; }
QProgressBar { border: 1px solid $line; border-radius: 4px; background: $background; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px; }
QLabel#banner { background: $selection; color: $text; border-radius: 8px; padding: 7px 12px; }
QFrame#draftLine { background: $selection; border-radius: 8px; }
QLabel#warning { background: $warning_ground; color: $warning; border-radius: 8px; padding: 9px 12px; }
QLabel#dialogTitle { font-size: 14pt; font-weight: 700; }
QLabel#headline { font-weight: 700; }
QLabel#messageTitle { font-size: 13pt; font-weight: 600; }
QLabel#muted, QLabel#findings { color: $muted; }
QPlainTextEdit#sentence { background: transparent; border: none; }
QLabel[tone="allow"] { color: $allow; font-weight: 600; }
QLabel[tone="deny"] { color: $deny; font-weight: 600; }
QLabel#tone_warning { color: $warning; }
QLabel#tone_deny { color: $deny; }
QLabel#tone_allow { color: $allow; }
QLineEdit[wrong="true"] { border-color: $deny; color: $deny; }
"""
)
