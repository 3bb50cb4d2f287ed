"""What has to be true of every page, tab and dialog: it fits, Tab walks through it, keys are distinct, names are names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from gatepost.ui.dialogs import fitted
from gatepost.ui.widgets.focus_order import focus_chain
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel
from gatepost.ui.widgets.tables import header_of
from tests.ui.views import children, clashing_keys, clashing_menu_keys, shown, told
from tests.ui.window_driver import WindowDriver

SMALL = [QSize(960, 540), QSize(960, 500)]  # 1920 x 1080 at 200 %, and less a task bar
MOST = 90  # presses
LONGEST_NAME = 80  # characters; more is a sentence
SENTENCE = re.compile(r"[a-z]\. [A-Z]|[a-z]{4}\.$")


@pytest.fixture(params=SMALL, ids=lambda size: f"{size.width()}x{size.height()}")
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> QSize:
    size: QSize = request.param
    monkeypatch.setattr(fitted, "available", lambda window: size)
    return size


@pytest.fixture
def scene(open_window: Callable[..., WindowDriver]) -> WindowDriver:
    return open_window("windows-server")


def said(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.accessibleName() or (text() if callable(text) else '')!r}"


# Every screen


def cut_off(window: QWidget) -> list[str]:
    """Return what is outside its window or its parent, and no scrolling brings to sight, or whose words are cut."""
    found = []
    for child in children(window):
        parent = child.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        if isinstance(child, QScrollBar) or scrolls or parent is None or inside_scroll_bar(child):
            continue
        if not parent.rect().contains(child.geometry()):
            found.append(f"{said(child)} {child.geometry()} outside of {said(parent)} {parent.rect()}")
        if isinstance(child, QLabel) and not isinstance(child, ElidedLabel) and child.wordWrap() and child.text():
            needed = child.heightForWidth(child.width())
            if child.height() < needed:
                found.append(f"{said(child)} is {child.height()} high, its words need {needed}")
        if (
            isinstance(child, QAbstractButton)
            and shows_words(child)
            and child.width() < child.minimumSizeHint().width()
        ):
            found.append(f"{said(child)} is {child.width()} wide, its words need {child.minimumSizeHint().width()}")
    return found


def shows_words(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        only_icon = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        return bool(button.text()) and not only_icon
    return bool(button.text())


def inside_scroll_bar(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QScrollBar) or "scrollarea" in widget.objectName()


def test_nothing_is_outside_of_a_small_screen(small: QSize, scene: WindowDriver) -> None:
    scene.window.resize(small)
    wrong = {}
    for view, window in shown(scene):
        outside = cut_off(window)
        if window.width() > small.width() or window.height() > small.height():
            outside.append(f"the window is {window.size()}")
        if outside:
            wrong[view.name] = outside
    assert not wrong, told(wrong)


# Keyboard


def test_tab_visits_every_enabled_control_once_in_reading_order(scene: WindowDriver) -> None:
    wrong = {}
    for view, window in shown(scene):
        problem = walked(window)
        if problem:
            wrong[view.name] = problem
    assert not wrong, told(wrong)


def walked(window: QWidget) -> str:
    wanted = [child for child in children(window) if takes_focus(child)]
    visited: list[QWidget] = []
    first = window.focusWidget()
    if first is None:
        return "nothing has the focus"
    for _ in range(MOST):
        focus = window.focusWidget()
        if focus not in visited:
            visited.append(focus)
        elif focus is first and len(visited) > 1:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)  # in a text, it goes from link to link first
    missing = [said(widget) for widget in wanted if widget not in visited]
    if missing or window.focusWidget() is not first:
        return f"never visited: {missing}; ends at {said(window.focusWidget())}, began at {said(first)}"
    tops = [place(widget) for widget in focus_chain(window)]
    return "" if len(visited) == len(tops) else f"visited {len(visited)} of {len(tops)}"


def takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    if not policy & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked():
        return False  # the arrow keys reach it
    return (not isinstance(widget, QScrollBar) and not widget.inherits("QRadioButton")) or widget.isChecked()


def place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))


def test_no_access_key_is_used_twice(scene: WindowDriver) -> None:
    wrong = {view.name: clashes for view, window in shown(scene) if (clashes := clashing_keys(window))}
    assert not wrong, told(wrong)


def test_no_access_key_is_used_twice_in_a_menu(scene: WindowDriver) -> None:
    assert clashing_menu_keys(scene.window) == {}


def test_a_field_has_room_for_its_text_and_its_example_also_while_it_has_the_focus(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {}
    for view, window in shown(scene):
        for edit in window.findChildren(QLineEdit):
            if edit.isVisible() and edit.isEnabled():
                edit.setFocus()
                option = QStyleOptionFrame()
                edit.initStyleOption(option)
                room = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
                if room.height() < edit.fontMetrics().ascent():
                    wrong[f"{view.name}: {said(edit)}"] = room
                if room.width() < edit.fontMetrics().horizontalAdvance(edit.placeholderText()):
                    wrong[f"{view.name}: {said(edit)}"] = edit.placeholderText()
    assert not wrong, told(wrong)


def test_the_tables_of_every_view_come_to_rest(open_window: Callable[..., WindowDriver]) -> None:
    """Heights of rows, a scroll bar that takes room from them, and a dialog that follows them must not chase each other."""
    wrong: dict[str, object] = {}
    for view, window in shown(open_window("hard-cases")):
        for table in (each for each in window.findChildren(LinesTable) if each.isVisible()):
            resized: list[int] = []
            table.horizontalHeader().sectionResized.connect(lambda column, *_, seen=resized: seen.append(column))
            for _ in range(10):
                QCoreApplication.processEvents()
            if resized:
                wrong[f"{view.name}: {table.accessibleName()}"] = f"resized {len(resized)} times"
    assert not wrong, told(wrong)


# Screen readers

NAMED = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox, QAccessible.Role.SpinBox, QAccessible.Role.Table, QAccessible.Role.Tree,
    QAccessible.Role.List, QAccessible.Role.PageTab, QAccessible.Role.ProgressBar, QAccessible.Role.ColumnHeader,
    QAccessible.Role.Dialog, QAccessible.Role.MenuItem,
}  # fmt: skip


def test_every_control_has_a_name_and_no_name_is_a_sentence_or_markup(scene: WindowDriver) -> None:
    wrong = {view.name: found for view, window in shown(scene) if (found := misnamed_below(window))}
    assert not wrong, told(wrong)


def misnamed_below(window: QWidget) -> list[str]:
    """Return what is wrong with names in a window.

    No wrapper of an interface is kept: Qt deletes the interface with its window, and PySide then takes
    the next object at that address for it.
    """
    return [problem for node in tree(QAccessible.queryAccessibleInterface(window)) if (problem := misnamed(node))]


def tree(node: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Return a node and what is below it; of tables only the headings: a cell's name is its text."""
    yield node
    cells = {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}
    for number in range(min(node.childCount(), 40) if node.role() in cells else node.childCount()):
        child = node.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        if node.role() in cells and child.role() is not QAccessible.Role.ColumnHeader:
            continue
        if depth < 30:
            yield from tree(child, depth + 1)


def misnamed(node: QAccessibleInterface) -> str:
    name, description = node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)
    what = f"{node.role().name} {name!r} {type(node.object()).__name__}"
    if "<span" in name + description:
        return f"{what}: markup"
    if node.role() not in NAMED:
        return ""
    if not name.strip():
        return f"{what}: no name"
    if len(name) > LONGEST_NAME or SENTENCE.search(name):
        return f"{what}: a sentence"
    return ""


def test_the_tabs_of_a_part_are_named_by_what_holds_them(scene: WindowDriver) -> None:
    """Qt names the list of tabs itself after the tab in front, so what is around it says what they are."""
    for tabs in (scene.window.pages, scene.window.details.tabs):
        name = QAccessible.queryAccessibleInterface(tabs).text(QAccessible.Text.Name)
        assert name in ("Pages of the host", "Properties of the endpoint")


def test_what_goes_off_or_away_hands_the_focus_to_the_next_control(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {}
    for view, window in shown(scene):
        chain = [widget for widget in focus_chain(window) if isinstance(widget, QAbstractButton)]
        for button in chain[:-1]:
            expected = following(window, button)
            for put_away, bring_back in ((button.setEnabled, True), (button.setVisible, True)):
                button.setFocus()
                put_away(not bring_back)
                if window.focusWidget() is not expected:
                    wrong.setdefault(f"{view.name}: {said(button)}", said(window.focusWidget() or window))
                put_away(bring_back)
    assert not wrong, told(wrong)


def following(window: QWidget, widget: QWidget) -> QWidget:
    chain = focus_chain(window)
    return chain[(chain.index(widget) + 1) % len(chain)]


def test_the_header_of_every_table_offers_its_columns(scene: WindowDriver) -> None:
    wrong: dict[str, object] = {}
    for view, window in shown(scene):
        for table in [*window.findChildren(QTableView), *window.findChildren(QTreeView)]:
            header = header_of(table)
            if not (table.isVisible() and header.isVisible() and header.count() > 1):
                continue
            header.customContextMenuRequested.emit(QPoint(4, 4))
            menus = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
            columns = [action for menu in menus for action in menu.actions() if action.isCheckable()]
            if len(menus) != 1 or len(columns) != header.count() - 1:
                wrong[f"{view.name}: {table.accessibleName()}"] = [len(menus), len(columns)]
            for menu in menus:
                menu.close()
    assert not wrong, told(wrong)
