"""Tab order and Enter of a window: reading order, whatever was made first, so that late tabs and replaced fields need no care."""

from __future__ import annotations

from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QRadioButton, QScrollArea, QWidget


def focus_chain(window: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """Return the visible widgets that Tab visits, in reading order: from top to bottom, in a row from left to right.

    ``also`` has its place among them, though it may have gone off or away.
    """
    chain: list[QWidget] = []
    for child in sorted(_visible_children(window, also), key=cmp_to_key(_reading_order)):
        if _takes_tab(child) or child is also:
            chain.append(child)
        chain += focus_chain(child, also)
    return chain


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next or the previous widget of the chain, round at its ends; False where there is none."""
    focus = window.focusWidget()
    chain = focus_chain(window, also=focus)  # from a button that goes off by being pressed, it goes on to the next
    if chain in ([], [focus]):
        return False
    if focus in chain:
        target = chain[(chain.index(focus) + (1 if forward else -1)) % len(chain)]
    else:
        target = chain[0 if forward else -1]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(target)
    return True


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Click the button that has the focus, if the key is Enter; False where the key has another meaning."""
    focus = window.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focus, QPushButton):
        return False
    focus.click()
    return True


def _visible_children(widget: QWidget, also: QWidget | None) -> list[QWidget]:
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if not child.isWindow() and (child.isVisible() or _holds(child, also))]


def _holds(widget: QWidget, other: QWidget | None) -> bool:
    return other is not None and (widget is other or widget.isAncestorOf(other))


def _takes_tab(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return not isinstance(widget, QRadioButton) or widget.isChecked() or not _has_checked_sibling(widget)


def _has_checked_sibling(button: QRadioButton) -> bool:
    """Whether Tab goes to another button of the same group; arrow keys reach this one."""
    parent = button.parentWidget()
    group = button.group()
    siblings = parent.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    return any(other.isChecked() and other.group() is group for other in siblings)


def _reading_order(one: QWidget, other: QWidget) -> int:
    """Widgets beside each other go from left to right, others from top to bottom."""
    if one.geometry().bottom() < other.geometry().top():
        return -1
    if other.geometry().bottom() < one.geometry().top():
        return 1
    return one.x() - other.x() or one.y() - other.y()


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
