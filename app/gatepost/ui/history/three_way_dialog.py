"""Reverting what was changed again since: what it was, what was written, what is there now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.models.roles import Tone
from gatepost.models.three_way_table import ChoiceColumn, ThreeWayTableModel
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label, push_button
from gatepost.ui.widgets.row_heights import TextRowHeights
from gatepost.ui.widgets.tables import RowTable, set_up_table
from gatepost.ui.widgets.tick_delegate import TickDelegate

_WIDEST: dict[int, int] = {  # pixels
    ChoiceColumn.SUBJECT: 400,
    ChoiceColumn.WAS: 200,
    ChoiceColumn.WROTE: 200,
    ChoiceColumn.NOW: 200,
}
_LEAST_WHAT = 440  # pixels


class ThreeWayDialog(FittedDialog):
    """Accepted: what is not ticked in ``model`` stays; the change still has to be confirmed. Use ``open()``."""

    def __init__(self, title: str, model: ThreeWayTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = ElidedLabel("dialogTitle", title)
        about = plain_label(
            self.tr(
                "This was changed again after your change. Select what to restore; the rest stays as it is now. "
                "You'll confirm on the next page."
            )
        )
        self.model = model
        model.setParent(self)
        self.table = _RowsTable(self)
        set_up_table(self.table, self.model, self.tr("What changed since"), single=True)
        self.table.setItemDelegateForColumn(ChoiceColumn.SUBJECT, TickDelegate(self.table))
        TableColumns(self.table, ChoiceColumn.WHAT, _LEAST_WHAT, _WIDEST).follow_model()
        TextRowHeights(self.table, ChoiceColumn.WHAT)
        self.ours_button = push_button(self.tr("&Only my change"), lambda: self.model.take(ours_only=True))
        self.all_button = push_button(self.tr("Every&thing"), lambda: self.model.take(ours_only=False))
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.continue_button = push_button(self.tr("Co&ntinue..."), self.accept, is_default=True)
        self.model.dataChanged.connect(self._show_count)
        dialog_layout(
            self,
            dialog_header(SignLabel("call-split", Tone.WARNING), heading, about, spacing=6),
            self.table,
            dialog_buttons([self.ours_button, self.all_button], [self.cancel_button, self.continue_button]),
        )
        self.resize(1180, 460)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._show_count()

    def _show_count(self) -> None:
        self.continue_button.setEnabled(self.model.count > 0)


class _RowsTable(RowTable):
    """Space ticks the row, whichever of its cells is current."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        model, index = self.model(), self.currentIndex().siblingAtColumn(ChoiceColumn.SUBJECT)
        if event.key() == Qt.Key.Key_Space and index.isValid():
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            after = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            model.setData(index, after, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)
