"""The switch shows one mode as chosen, and which one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontMetrics
from typing_extensions import override

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.roles import ValueRole
from gatepost.models.window_text import shown
from gatepost.ui.endpoints.access_switch import MODES, fitting, parts, reason_rect, switch_rect
from gatepost.ui.widgets.row_heights import SWITCH_ROW_HEIGHT
from gatepost.ui.widgets.theme import colors
from tests.ui.window_driver import WindowDriver


def grounds(driver: WindowDriver, name: str) -> list[QColor]:
    """The color behind each word of the switch of an endpoint, as it is painted."""
    table = driver.window.panel.table
    model = table.model()
    (row,) = [r for r in range(model.rowCount()) if model.index(r, EndpointColumn.NAME).data() == name]
    index = model.index(row, EndpointColumn.ACCESS)
    table.scrollTo(index)
    frame = switch_rect(table.visualRect(index), table.font())
    image = table.viewport().grab().toImage()
    return [image.pixelColor(part.left() + 7, part.top() + 5) for part in parts(frame)]


@pytest.mark.parametrize("mode", MODES)
def test_the_mode_of_the_endpoint_alone_is_painted_as_chosen(
    open_window: Callable[..., WindowDriver], mode: AccessMode
) -> None:
    driver = open_window("hard-cases")
    model = driver.window.panel.model
    rows = [model.row(number) for number in range(model.rowCount())]
    name = next(row.configuration.name for row in rows if row.mode_state.mode is mode)
    chosen = {AccessMode.REMOTE: colors().accent, AccessMode.LOCAL: colors().allow}.get(mode, colors().muted)
    expected = [QColor(chosen) if each is mode else QColor(colors().background) for each in MODES]
    assert [color.name() for color in grounds(driver, name)] == [color.name() for color in expected]


class _Reasons(QTranslator):
    """Translates the sentences of the endpoints, and nothing else."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return "#" * len(text) if context == "ENDPOINTS" else None


def test_why_a_mode_is_custom_is_read_whole_and_in_the_language_of_the_window(
    open_window: Callable[..., WindowDriver],
) -> None:
    driver = open_window("hard-cases")
    table = driver.window.panel.table
    rows = [driver.window.panel.model.row(number) for number in range(driver.window.panel.model.rowCount())]
    name = next(
        row.configuration.name for row in rows if row.mode_state.mode is AccessMode.CUSTOM and row.mode_state.reason
    )
    model = table.model()
    (at,) = [r for r in range(model.rowCount()) if model.index(r, EndpointColumn.NAME).data() == name]
    index = model.index(at, EndpointColumn.ACCESS)
    driver.qtbot.waitUntil(lambda: table.rowHeight(at) > SWITCH_ROW_HEIGHT)
    table.scrollTo(index)
    metrics, frame = table.fontMetrics(), table.visualRect(index)
    words = f"Custom: {shown(index.data(ValueRole).mode_state.reason)}"
    assert metrics.horizontalAdvance(words) > frame.width()  # it's wrapped, and the row has the height for it
    space = reason_rect(frame, table.font(), index.data(ValueRole).mode_state.reason).adjusted(8, 0, -8, 0)
    assert metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, words).height() <= space.height()
    assert frame.contains(space)
    english = table.viewport().grab(frame).toImage()
    assert table.viewport().grab(frame).toImage() == english
    translator = _Reasons()
    QCoreApplication.installTranslator(translator)
    try:
        assert table.viewport().grab(frame).toImage() != english
    finally:
        QCoreApplication.removeTranslator(translator)
    table.setColumnWidth(EndpointColumn.ACCESS, 120)  # it's read whole in a narrow column, too
    before = table.rowHeight(at)
    driver.qtbot.waitUntil(lambda: table.rowHeight(at) > before)
    reason = index.data(ValueRole).mode_state.reason
    space = reason_rect(table.visualRect(index), table.font(), reason).adjusted(8, 0, -8, 0)
    assert metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, words).height() <= space.height()


def test_a_reason_without_the_room_is_cut_in_its_last_line(qapp) -> None:
    font = QFont()
    metrics, words = QFontMetrics(font), "Custom: entry 3 denies what entry 4 allows " * 9
    height = 2 * metrics.lineSpacing()
    cut = fitting(words, font.key(), 160, height)
    assert cut.endswith("…")
    assert words.startswith(cut[:-1])
    assert metrics.horizontalAdvance(cut) > 160
    assert metrics.boundingRect(QRect(0, 0, 160, 1000), Qt.TextFlag.TextWordWrap, cut).height() <= height
    assert fitting("Custom", font.key(), 160, height) == "Custom"
