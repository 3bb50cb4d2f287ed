"""Tabs whose views are made when they first come to the front: the first window waits for none of the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

_W = TypeVar("_W", bound=QWidget)


class LazyTabs(QTabWidget):
    """A tab widget with views that are not there yet; ``front`` makes the one in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[QWidget, Callable[[], QWidget]] = {}

    def add_lazy(self, make: Callable[[], _W], title: str) -> Callable[[], _W]:
        """Add a tab, and return what gives its view: it is made when it is first asked for."""
        placeholder = QWidget()

        @cache
        def view() -> _W:
            made = make()
            self._put(placeholder, made)
            return made

        self._makers[placeholder] = view
        self.addTab(placeholder, title)
        return view

    def front(self) -> QWidget | None:
        """Return the view in front, made by now."""
        placeholder = self.currentWidget()
        return self._makers[placeholder]() if placeholder in self._makers else placeholder

    def _put(self, placeholder: QWidget, view: QWidget) -> None:
        """Replace the placeholder tab by its view with signals blocked: the tabs and the front one stay the same."""
        number, front, told = self.indexOf(placeholder), self.currentIndex(), self.blockSignals(True)
        seen, title = self.isTabVisible(number), self.tabText(number)
        self.insertTab(number + 1, view, title)
        self.setTabVisible(number + 1, seen)
        if front == number:
            self.setCurrentIndex(number + 1)
        self.removeTab(number)
        self.blockSignals(told)
        del self._makers[placeholder]
        placeholder.deleteLater()
