"""Who loses access by a change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.ui.confirm.page import ConfirmPage, PlannedChange
from gatepost.ui.confirm.rows import loss_rows
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import plain_label


class LossPage(ConfirmPage):
    """A table, or a sentence where nobody loses any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nobody = plain_label(self.tr("No one loses a way in."))
        self.table = LinesTable([self.tr("Who"), self.tr("Way in"), self.tr("Endpoints")], [260, 150, 200], 2)
        self.table.setAccessibleName(self.tr("Who loses access"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.nobody)
        layout.addWidget(self.table, 1)

    @override
    def show_change(self, change: PlannedChange) -> None:
        self.nobody.setVisible(not change.losses)
        self.table.set_rows(loss_rows(change.losses, change.change_set, change.snapshot))
        self.table.setVisible(bool(change.losses))

    @override
    def as_text(self) -> str:
        return self.table.as_text() or self.nobody.text()

    @override
    def stops(self) -> list[QWidget]:
        return [self.table]
