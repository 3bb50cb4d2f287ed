"""The second part of a splitter takes height while it needs it; what the user has chosen stays, also when it is saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gatepost.ui.widgets.splitter import RoomSplitter

MOST = {Qt.Orientation.Vertical: 200, Qt.Orientation.Horizontal: 300}


@pytest.fixture
def splitter(qtbot) -> Iterator[RoomSplitter]:
    made = RoomSplitter(0.4, MOST)
    made.addWidget(QWidget())
    made.addWidget(QWidget())
    made.resize(500, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_what_is_lent_is_given_back(splitter: RoomSplitter) -> None:
    before = splitter.sizes()
    splitter.lend(350)
    assert splitter.sizes()[1] == 350
    splitter.lend(0)
    assert splitter.sizes() == before


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_saved_sizes_are_those_without_what_is_lent(splitter: RoomSplitter, is_shown: bool) -> None:
    before = splitter.sizes()
    splitter.lend(350)
    splitter.setVisible(is_shown)
    state = splitter.saveState()
    splitter.show()
    splitter.lend(0)
    splitter.setSizes([100, 492])
    assert splitter.restoreState(state)
    assert splitter.sizes() == before


def test_nothing_is_lent_once_the_user_has_moved_the_handle(splitter: RoomSplitter) -> None:
    splitter.lend(350)
    splitter.moveSplitter(450, 1)
    chosen = splitter.sizes()
    splitter.lend(0)
    splitter.lend(350)
    assert splitter.sizes() == chosen


def test_nothing_is_lent_to_what_is_hidden(splitter: RoomSplitter) -> None:
    splitter.setSizes([192, 400])
    before = splitter.sizes()
    splitter.lend(350)  # which it has
    splitter.widget(1).hide()
    splitter.resize(500, 580)
    splitter.resize(500, 600)
    splitter.widget(1).show()
    QApplication.processEvents()  # which lay it out
    splitter.lend(0)
    assert splitter.sizes() == before
