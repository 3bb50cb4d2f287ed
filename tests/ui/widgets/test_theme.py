"""Light and dark: readable by the numbers, switched with the system, icons in their colors."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.assets import resource_path
from gatepost.endpoints.text import ENDPOINTS, english
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.style_sheet import STYLE_SHEET
from gatepost.ui.widgets.theme import DARK, LIGHT, Colors

GROUNDS = ("background", "panel", "selection")
PAIRS = [(role, ground) for role in ("text", "muted", "accent", "deny", "allow", "warning") for ground in GROUNDS] + [
    ("warning", "warning_ground"),
    ("text", "warning_ground"),
    ("panel", "accent"),  # words on the buttons that confirm
    ("panel", "deny"),
    ("panel", "allow"),  # words on the chosen part of the access switch
    ("panel", "muted"),
]


def luminance(color: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 1.4.3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_itself() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(colors: Colors, role: str, ground: str) -> None:
    assert contrast(QColor(getattr(colors, role)), QColor(getattr(colors, ground))) >= 4.5


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
VARIABLE = r"\$(\w+)"


def declared(prop: str, body: str) -> str | None:
    """The role that a rule gives to a property."""
    given = re.search(rf"(?:^|[;\s]){prop}:[^;$]*{VARIABLE}", body)
    return given[1] if given else None


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_text_and_ground_in_the_style_sheet_is_readable(colors: Colors) -> None:
    weak = []
    for selector, body in RULE.findall(STYLE_SHEET.template):
        text, ground = declared("color", body), declared("background", body)
        if text and ground and "disabled" not in selector:
            ratio = contrast(QColor(getattr(colors, text)), QColor(getattr(colors, ground)))
            if ratio < 4.5:
                weak.append((selector.strip(), text, ground, round(ratio, 2)))
    assert weak == []


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "control",
    [
        "QLineEdit",
        "QComboBox",
        "QPushButton",
        "QAbstractSpinBox",
        "QPlainTextEdit",
        "QTableView",
        "QListView",
        "QTreeView",
        "QMenu",
        "QToolTip",
    ],
)
@pytest.mark.parametrize("ground", ["panel", "background"])
def test_the_border_of_a_control_stands_out(colors: Colors, control: str, ground: str) -> None:
    borders = [
        declared("border", body)
        for selector, body in RULE.findall(STYLE_SHEET.template)
        if control in [part.strip() for part in selector.split(",")]
    ]
    (border,) = [role for role in borders if role]
    assert contrast(QColor(getattr(colors, border)), QColor(getattr(colors, ground))) >= 3


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["accent", "muted"])  # focus rings and selected rows, empty check boxes
@pytest.mark.parametrize("ground", ["panel", "background", "selection"])
def test_marks_that_are_not_text_stand_out(colors: Colors, mark: str, ground: str) -> None:
    assert contrast(QColor(getattr(colors, mark)), QColor(getattr(colors, ground))) >= 3


@pytest.mark.parametrize(("name", "colors"), [("light", LIGHT), ("dark", DARK)])
def test_the_arrows_of_fields_are_drawn_in_the_color_of_their_theme(name: str, colors: Colors) -> None:
    for arrow in ("up", "down", "up-off", "down-off"):
        assert f'fill="{colors.muted}"' in resource_path("icons", f"{arrow}-{name}.svg").read_text("utf-8")


def test_dark_and_light_reach_the_palette_and_icons_made_before(qapp) -> None:
    sign, found = icon("minus-circle", Tone.DENY), dict[bool, set[str]]()
    for dark, expected in ((False, LIGHT), (True, DARK)):
        theme.apply(qapp, dark=dark)
        assert theme.colors() is expected
        assert qapp.palette().color(QPalette.ColorRole.Base).name() == expected.panel
        found[dark] = solid_colors(sign.pixmap(32, 32).toImage())
    assert found == {False: {LIGHT.deny}, True: {DARK.deny}}


def solid_colors(image: QImage) -> set[str]:
    """The colors of the pixels that are fully covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for c in pixels if c.alpha() == 255}


def test_the_system_is_followed_unless_the_user_chose(qapp) -> None:
    theme.apply(qapp, dark=None)
    hints = qapp.styleHints()
    theme.apply(qapp, dark=True)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.colors() is DARK
    theme.apply(qapp, dark=None)
    assert theme.colors() is LIGHT  # the offscreen platform knows no dark scheme
    theme._ThemeState.colors = DARK
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.colors() is LIGHT


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("make", [QPushButton, QLineEdit])
def test_the_focus_is_seen(qapp, qtbot, dark: bool, make: type[QWidget]) -> None:
    theme.apply(qapp, dark=dark)
    window, focused, other = QWidget(), make(), make()
    layout = QVBoxLayout(window)
    layout.addWidget(focused)
    layout.addWidget(other)
    window.show()
    window.activateWindow()
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus)
    accent = theme.colors().accent
    assert accent in solid_colors(focused.grab().toImage())
    assert accent not in solid_colors(other.grab().toImage())
    window.close()
    del window
    gc.collect()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_empty_check_box_is_seen(qapp, qtbot, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    box = QCheckBox()
    qtbot.addWidget(box)
    ground = QColor(theme.colors().background)
    assert max(contrast(QColor(c), ground) for c in solid_colors(box.grab().toImage())) >= 3


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("state", [Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked])
def test_a_chosen_check_box_is_filled_and_bears_a_mark(qapp, qtbot, dark: bool, state: Qt.CheckState) -> None:
    """The style draws neither box nor mark as the empty one, so the style sheet does."""
    theme.apply(qapp, dark=dark)
    box = QCheckBox()
    box.setTristate(True)
    box.setCheckState(state)
    qtbot.addWidget(box)
    seen = solid_colors(box.grab().toImage())
    assert theme.colors().accent in seen and theme.colors().panel in seen


class German(QTranslator):
    """Knows one sentence."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context, source, disambiguation=None, n=-1) -> str | None:
        known = {("ENDPOINTS", "{name} is closed."): "{name} ist zu."}
        return known.get((context, source))


def test_sentences_of_other_rooms_are_translated_and_their_values_made_visible(qapp) -> None:
    said = ENDPOINTS.tr("{name} is closed.", name="a\u202eb")
    assert shown(said) == "a⟨U+202E⟩b is closed."
    german = German()
    qapp.installTranslator(german)
    try:
        assert shown(said) == "a⟨U+202E⟩b ist zu."
    finally:
        qapp.removeTranslator(german)


def test_a_value_with_braces_is_not_a_field() -> None:
    assert shown(english("It is {what}.", what="{0.__class__}")) == "It is {0.__class__}."


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"]
)
def test_the_arrow_of_a_combo_box_is_at_the_end_of_its_words(qapp, qtbot, direction: Qt.LayoutDirection) -> None:
    theme.apply(qapp, dark=False)
    ends = [end_of_combo_box(qtbot, words, direction) for words in ("Over the network", "Locally, by loopback")]
    assert ends[0] == ends[1]  # no word reaches the arrow
    assert len(shades(ends[0])) > 1


def end_of_combo_box(qtbot, words: str, direction: Qt.LayoutDirection) -> QImage:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem(words)
    box.setLayoutDirection(direction)
    box.resize(150, 28)
    place = 124 if direction is Qt.LayoutDirection.LeftToRight else 4
    return box.grab().toImage().copy(place, 4, 22, 20)


def shades(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
