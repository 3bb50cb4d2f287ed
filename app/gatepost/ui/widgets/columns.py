"""Column widths and visibility of a table: fitted to their contents, and chosen in the menu of the header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFontMetrics

from gatepost.models.roles import ToneRole
from gatepost.ui.widgets.tables import RowTable, give_header_menu

_NARROWEST_STRETCHED = 220  # pixels that the stretched column keeps before the table scrolls sideways
_NARROWEST = 96  # pixels that a column of free text keeps
_NARROWEST_NAME = 150  # pixels that the first column keeps, which names the row
_TITLE_PADDING = 18  # pixels
_ROWS_MEASURED = 60  # more would cost time and seldom change a width


class TableColumns(QObject):
    """Fits the columns of a view. One takes the width that the others leave; optional ones hide while they are empty.

    What a person does by hand stays: a width that was dragged, a column that was chosen in the header's menu.
    """

    def __init__(self, view: RowTable, stretched: int, least: int, widest: Mapping[int, int]) -> None:
        """Others give way until ``stretched`` has ``least``; ``widest`` bounds columns that hold free text, in pixels."""
        super().__init__(view)
        self.view = view
        self._stretched, self._least, self._widest = stretched, least, dict(widest)
        self._optional: dict[int, Callable[[], bool] | None] = {}
        self._chosen: dict[int, bool] = {}  # column to whether it was chosen to be shown
        self._dragged: set[int] = set()
        self._fitted: dict[int, int] = {}  # columns of free text to the width that they would have
        self._fitting = False
        header = view.horizontalHeader()
        self._sorted = header.sortIndicatorSection() if header.isSortIndicatorShown() else -1
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.sectionResized.connect(self._on_resized)
        header.sortIndicatorChanged.connect(self._on_sorted)
        view.resized.connect(self.stretch)
        give_header_menu(view, lambda column, shown: self.choose(column, shown=shown), self._fit_again)

    def follow_model(self) -> None:
        """Fit the columns whenever the rows are others, or say something else."""
        model = self.view.model()
        for signal in (model.modelReset, model.rowsInserted):
            signal.connect(self.fit)
        model.dataChanged.connect(self._on_data_changed)
        self.fit()

    def set_optional(self, columns: Mapping[int, Callable[[], bool] | None]) -> None:
        """Hide these columns, too, unless the user has chosen them: while the function returns False, or, where there is
        none, while the rows hold nothing.
        """
        self._optional.update(columns)

    def show(self, column: int, *, shown: bool) -> None:
        """Show or hide a column as what is in it asks for; what a person chose comes first."""
        fitting, self._fitting = self._fitting, True  # a column that appears was not dragged
        self.view.setColumnHidden(column, not self._chosen.get(column, shown))
        self._fitting = fitting

    def fit(self, *_: object) -> None:
        """Choose the columns to show and give each the width of its contents."""
        for column in self._optional:
            self.show(column, shown=self._says_anything(column))
        self._fit_columns(range(self.view.model().columnCount()))

    def _fit_columns(self, columns: Iterable[int]) -> None:
        self.view.ensurePolished()  # the padding of a cell is the style sheet's
        self._fitting = True
        for column in columns:
            if column != self._stretched and column not in self._dragged and not self.view.isColumnHidden(column):
                self.view.setColumnWidth(column, self._width_of_contents(column))
                if column in self._widest:
                    self._fitted[column] = min(self.view.columnWidth(column), self._widest[column])
        self._fitting = False
        self.stretch()

    def stretch(self) -> None:
        """Give the stretched column what the others leave. Columns of free text give way; then the table scrolls."""
        header = self.view.horizontalHeader()
        self._fitting = True
        for column, width in self._fitted.items():
            if column not in self._dragged and not self.view.isColumnHidden(column):
                self.view.setColumnWidth(column, width)
        available_width = self.view.viewport().width() - header.length() + header.sectionSize(self._stretched)
        for column, width in sorted(self._fitted.items(), reverse=True):  # the first one, which names the row, last
            missing = self._least - available_width
            if missing > 0 and column not in self._dragged and not self.view.isColumnHidden(column):
                narrowest = max(_NARROWEST if column else _NARROWEST_NAME, self._title_width(column))
                given = min(missing, max(0, width - narrowest))
                self.view.setColumnWidth(column, width - given)
                available_width += given
        self.view.setColumnWidth(self._stretched, max(min(self._least, _NARROWEST_STRETCHED), available_width))
        self._fitting = False

    def choose(self, column: int, *, shown: bool) -> None:
        """Show or hide a column from now on, whatever it says."""
        self._chosen[column] = shown
        self.show(column, shown=shown)
        self.fit()

    def state(self) -> str:
        """Return what a person chose and dragged, as one line: ``column=shown`` and ``column:width``."""
        chosen = [f"{column}={int(shown)}" for column, shown in sorted(self._chosen.items())]
        dragged = [f"{column}:{self.view.columnWidth(column)}" for column in sorted(self._dragged)]
        return " ".join([*chosen, *dragged])

    def restore(self, state: str) -> None:
        """Take what ``state`` returned; anything else in it is passed over."""
        for column, sign, number in re.findall(r"\b(\d{1,2})([=:])(\d{1,4})\b", state):
            if int(column) >= self.view.model().columnCount():
                continue
            if sign == "=":
                self._chosen[int(column)] = number != "0"
            else:
                self._dragged.add(int(column))
                self.view.setColumnWidth(int(column), int(number))
        self.fit()

    def _width_of_contents(self, column: int) -> int:
        """Return the width that title and texts ask for: Qt measures the longest text of each tone, not every cell."""
        view, model, metrics = self.view, self.view.model(), self.view.fontMetrics()
        first = max(0, view.rowAt(0))
        rows: dict[tuple[str, object], int] = {}  # by text and tone: many rows say the same
        for row in range(first, min(first + _ROWS_MEASURED, model.rowCount())):
            index = model.index(row, column)
            rows[str(model.data(index) or ""), model.data(index, ToneRole)] = row
        longest: dict[object, tuple[int, int]] = {}  # by tone: how long, and in which row
        for (text, tone), row in rows.items():
            longest[tone] = max((metrics.horizontalAdvance(text), row), longest.get(tone, (0, row)))
        widths = [view.sizeHintForIndex(model.index(row, column)).width() for _, row in longest.values()]
        return max(self._title_width(column), *widths, 0)

    def _title_width(self, column: int) -> int:
        """Return what the title needs. Qt reserves room for the arrow of the sorted column over every one."""
        header = self.view.horizontalHeader()
        if header.isSortIndicatorShown() and header.sortIndicatorSection() != column:
            font = header.font()
            font.setBold(True)  # as the style sheet has it
            title = str(self.view.model().headerData(column, Qt.Orientation.Horizontal) or "")
            return QFontMetrics(font).horizontalAdvance(title) + _TITLE_PADDING
        return header.sectionSizeHint(column)

    def _says_anything(self, column: int) -> bool:
        model, says_anything = self.view.model(), self._optional[column]
        if says_anything is not None:
            return says_anything()
        return any(model.index(row, column).data() for row in range(model.rowCount()))

    def _on_data_changed(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if not roles or Qt.ItemDataRole.DisplayRole in roles:  # a tick is no other text
            self.fit()

    def _on_resized(self, column: int, _before: int, _after: int) -> None:
        if not self._fitting and column != self._stretched:
            self._dragged.add(column)
            self.stretch()

    def _on_sorted(self, column: int, _order: Qt.SortOrder) -> None:
        """Make room for the arrow, and take back that of the column that was sorted before."""
        before, self._sorted = self._sorted, column
        self._fit_columns({before, column} & set(range(self.view.model().columnCount())))

    def _fit_again(self) -> None:
        self._dragged.clear()
        self.fit()
