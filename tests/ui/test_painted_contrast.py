"""Contrast of everything that is painted, in both themes: of words at least 4.5:1, of marks at least 3:1 (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QWidget

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import english
from gatepost.ui.editor.grant_dialog import GrantDialog
from gatepost.ui.widgets import theme
from tests.ui.painted import contrast_of, words_in
from tests.ui.test_every_view import shown, told
from tests.ui.window_driver import WindowDriver

WORDS, MARKS = 4.5, 3.0


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def scene(
    request: pytest.FixtureRequest, qapp: QApplication, open_window: Callable[..., WindowDriver]
) -> Iterator[WindowDriver]:
    theme.apply(qapp, dark=request.param)
    yield open_window("hard-cases")
    theme.apply(qapp, dark=None)


def weak(window: QWidget, least: float = WORDS) -> list[str]:
    """Return the words of a window that are hard to read."""
    QApplication.processEvents()
    image = window.grab().toImage()
    found = ((words.name, contrast_of(image, words.place)) for words in words_in(window))
    return [f"{name}: {ratio:.2f}" for name, ratio in found if ratio < least]


def test_all_words_of_every_page_tab_and_dialog_stand_out(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {view.name: found for view, window in shown(scene) if (found := weak(window))}
    assert not wrong, told(wrong)


def test_all_words_of_every_menu_stand_out(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {}
    for entry in scene.window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        menu.popup(scene.window.mapToGlobal(scene.window.rect().center()))
        menu.setActiveAction(menu.actions()[0])  # one of them is chosen, others are disabled
        if found := weak(menu):
            wrong[entry.text()] = found
        menu.close()
    assert not wrong, told(wrong)


def test_what_went_wrong_and_what_is_pending_stand_out(scene: WindowDriver) -> None:
    window = scene.window
    window.details.permissions.remove.trigger()
    assert window.details.pending_line.isVisible()
    assert weak(window) == []
    scene.session.pending_changes.discard("Put back", scene.session.pending_changes.pending_or_typing)
    scene.session.fail(HostError(english("It is out of reach."), english("Check the network."), "Code: 1"))
    scene.qtbot.waitUntil(window.stack.message.isVisible, timeout=5000)
    scene.qtbot.wait(200)  # the list of hosts tells of it a moment later
    assert weak(window) == []


def painted(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def weak_boxes(window: QWidget) -> list[str]:
    """Return the boxes to tick in lists and tables of a window whose edge is hard to see."""
    found = []
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible() or view.model() is None or isinstance(view, QHeaderView):
            continue
        image = painted(view.viewport())
        for row in range(min(view.model().rowCount(QModelIndex()), 12)):
            index = view.model().index(row, 0)
            place = view.visualRect(index).adjusted(2, 2, 0, -2)
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None and view.viewport().rect().contains(place.topLeft() + QPoint(30, 16)):
                place = QRect(place.left(), place.center().y() - 9, 40, 18)  # without the frame of a selected row
                if (edge := box_edge(image, place)) < MARKS:
                    found.append(f"{view.accessibleName()} row {row} {Qt.CheckState(state).name}: {edge:.2f}")
    return found


def test_every_box_in_a_list_is_seen_ticked_or_not(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {}
    for view, window in shown(scene):
        found = weak_boxes(window)
        if isinstance(window, GrantDialog):
            for tick in (window.tick_all, window.tick_none):
                tick.click()
                found += weak_boxes(window)
        if found:
            wrong[view.name] = found
    assert not wrong, told(wrong)


def box_edge(image: QImage, place: QRect) -> float:
    """The contrast of the strongest full row of a box, its upper or lower edge, with the ground around it."""
    best = 1.0
    for y in range(place.top(), place.bottom()):
        line = QRect(place.left(), y, place.width(), 1)
        part = image.copy(line)
        pixels = list(memoryview(part.constBits()).cast("I"))
        run = max(pixels.count(p) for p in set(pixels) if p != pixels[0]) if len(set(pixels)) > 1 else 0
        if run >= 8:
            best = max(best, contrast_of(image, line))
    return best
