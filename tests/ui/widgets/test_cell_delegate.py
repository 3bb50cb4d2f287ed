"""A cell shows the text of its model, as far as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from gatepost.models.roles import Tone, ToneRole
from gatepost.ui.widgets.cell_delegate import CellDelegate
from gatepost.ui.widgets.tick_delegate import TickDelegate

WORDS = "BUILTIN\\Administrators AccessAllowed, " * 30


def option_of(text: str, delegate: CellDelegate, width: int = 300, tick: Qt.CheckState | None = None):
    model = QStandardItemModel()
    item = QStandardItem(text)
    if tick is not None:
        item.setCheckState(tick)
    item.setData(Tone.WARNING, ToneRole)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, option.fontMetrics.lineSpacing())
    option.textElideMode = Qt.TextElideMode.ElideRight
    delegate.initStyleOption(option, model.index(0, 0))
    return option


def test_a_long_text_is_laid_out_as_far_as_it_can_be_seen(qapp) -> None:
    option = option_of(WORDS, CellDelegate())
    assert len(option.text) < 150
    assert option.text[:-1] == WORDS[: len(option.text) - 1]
    assert option.text[-1] == "…"
    assert option.fontMetrics.horizontalAdvance(option.text) > option.rect.width()


def test_a_text_with_room_for_it_is_whole(qapp) -> None:
    assert option_of(WORDS, CellDelegate(), 20_000).text == WORDS


def test_a_cell_without_text_has_no_icon(qapp) -> None:
    assert option_of("", CellDelegate()).icon.isNull()
    assert not option_of("careful", CellDelegate()).icon.isNull()


@pytest.mark.parametrize("tick", [Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked])
def test_a_box_is_ticked_as_the_model_says(qapp, tick: Qt.CheckState) -> None:
    option = option_of("a", TickDelegate(), tick=tick)
    assert option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    assert option.checkState is tick


def test_a_cell_without_a_tick_has_no_box(qapp) -> None:
    features = option_of("a", TickDelegate()).features
    assert not features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
