"""The table of entries with the keys and buttons that edit it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gatepost.models.endpoints.ace_table import AceColumn, AceRow
from gatepost.ui.widgets.actions import action_button
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.entry_table import EntryTable
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.tables import select_only

_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_ICON_AND_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class EntryView(QWidget):
    """Says which entries are selected; what the actions do is for the owner to connect."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.table = EntryTable(label)
        self.model = self.table.entries
        self.table.columns.set_optional({AceColumn.RESOURCE: lambda: self.model.has_several_resources})
        self._buttons = hbox(spacing=2)
        self.add = self._action(self.tr("Add..."), "plus", "Ins")
        self.edit = self._action(self.tr("Edit..."), "pencil", "F2", "Return", "Enter")
        self.duplicate = self._action(self.tr("Duplicate"), "content-duplicate", "Ctrl+Ins")
        self.remove = self._action(self.tr("Remove"), "trash-can-outline", "Del")
        self.up = self._action(self.tr("Up"), "arrow-up", "Alt+Up", style=_ICON)
        self.down = self._action(self.tr("Down"), "arrow-down", "Alt+Down", style=_ICON)
        self.reorder = self._action(self.tr("Reorder..."), "sort", "Ctrl+Shift+O")
        self._buttons.addStretch()
        self.bar = QWidget()
        self.bar.setLayout(self._buttons)
        self.bar.setMinimumWidth(1)  # buttons that come and go must not widen the window
        self._buttons.setContentsMargins(0, 0, 0, 0)
        vbox(self.bar, Grow(self.table), on=self, spacing=4)

    def add_button(self, action: QAction) -> None:
        """Put one more action at the right end of the bar."""
        self._buttons.addWidget(action_button(action))

    def selected(self) -> tuple[AceRow, ...]:
        """Return the selected entries, in the order of the table."""
        numbers = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.row(number) for number in numbers)

    def select(self, descriptor_index: int, number: int) -> None:
        """Select the entry at that place, or the nearest one before it."""
        rows = [self.model.row(row) for row in range(self.model.rowCount())]
        fitting = [
            row
            for row, entry in enumerate(rows)
            if entry.descriptor_index == descriptor_index and entry.number <= number
        ]
        if rows:
            select_only(self.table, self.model.index(fitting[-1] if fitting else 0, 0))

    def _action(self, label: str, icon_name: str, *keys: str, style: Qt.ToolButtonStyle = _ICON_AND_WORDS) -> QAction:
        action = QAction(label, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{label.rstrip('.')} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setIcon(icon(icon_name))
        self.table.addAction(action)
        button = action_button(action)
        button.setToolButtonStyle(style)
        self._buttons.addWidget(button)
        return action
