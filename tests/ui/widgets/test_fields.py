"""Fields for numbers: arrows that are seen and can be clicked, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import gatepost.ui
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.fields import NumberBox

SIDE = 22  # pixels at the right in which the arrows are


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def box(qtbot, request):
    app = QApplication.instance()
    theme.apply(app, dark=request.param)
    box = NumberBox("Port", range(1, 11))
    box.resize(90, 30)
    box.setValue(5)
    qtbot.addWidget(box)
    box.show()
    yield box
    theme.apply(app, dark=False)


def halves(box: NumberBox) -> tuple[QRect, QRect]:
    """The places of both arrows, without the border."""
    up = QRect(box.width() - SIDE, 3, SIDE - 3, box.height() // 2 - 3)
    return up, up.translated(0, box.height() // 2)


def ink(box: NumberBox, place: QRect) -> float:
    """How far the strongest pixel of a place is from its ground."""
    image = box.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = QColor(theme.colors().panel)
    spots = [
        QColor(image.pixel(x, y))
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    ]
    return max(abs(spot.lightnessF() - ground.lightnessF()) for spot in spots)


def test_both_arrows_are_seen(box):
    up, down = halves(box)
    assert ink(box, up) > 0.25
    assert ink(box, down) > 0.25


def test_an_arrow_that_leads_nowhere_is_fainter(box):
    up, down = halves(box)
    box.setValue(10)
    assert 0.03 < ink(box, up) < ink(box, down) / 2
    box.setEnabled(False)


def test_both_arrows_can_be_clicked(box, qtbot):
    up, down = halves(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=up.center())
    assert box.value() == 6
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=down.center())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=down.center())
    assert box.value() == 4


def test_the_number_begins_where_the_text_of_other_fields_begins(box):
    assert box.lineEdit().textMargins().left() > 0


def test_no_field_for_a_number_is_without_arrows():
    sources = Path(gatepost.ui.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if "QSpinBox()" in path.read_text("utf-8")] == []
