"""Menu of a table's header: which columns are shown, and their widths."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QTreeView

Show = Callable[[int, bool], None]  # a column, and whether it is to be shown


def give_header_menu(
    view: QTableView | QTreeView, show: Show | None = None, fit: Callable[[], None] | None = None
) -> None:
    """Offer the columns of a view in the menu of its header, in place of the menu that it has.

    The first column names the row and always stays. ``show`` and ``fit`` do what is chosen where the view alone does
    not know how.
    """
    header = header_of(view)
    if header.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu:
        header.customContextMenuRequested.disconnect()
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.customContextMenuRequested.connect(
        partial(_offer, view, show or partial(_show, view), fit or partial(fit_columns, view))
    )


def header_of(view: QTableView | QTreeView) -> QHeaderView:
    """Return the header over the columns."""
    return view.header() if isinstance(view, QTreeView) else view.horizontalHeader()


def fit_columns(view: QTableView | QTreeView) -> None:
    """Give each column the width of its contents; a stretched one keeps what the others leave."""
    for column in range(view.model().columnCount()):
        if not view.isColumnHidden(column):
            view.resizeColumnToContents(column)


def _show(view: QTableView | QTreeView, column: int, shown: bool) -> None:  # noqa: FBT001 - a slot
    view.setColumnHidden(column, not shown)


def _offer(view: QTableView | QTreeView, show: Show, fit: Callable[[], None], at: QPoint) -> None:
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column in range(1, view.model().columnCount()):
        title = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "").replace("&", "&&")
        action = menu.addAction(title.replace("\n", ", "))
        action.setCheckable(True)
        action.setChecked(not view.isColumnHidden(column))
        action.toggled.connect(partial(show, column))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("TableColumns", "Fit columns to contents")).triggered.connect(fit)
    menu.popup(header_of(view).viewport().mapToGlobal(at))
