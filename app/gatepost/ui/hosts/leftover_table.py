"""Table of what stays open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.host.leftovers import LeftoverRow, LeftoverStatus
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable

_LOOKS = {
    LeftoverStatus.CLOSED: ("lock-outline", Tone.ALLOW),
    LeftoverStatus.OPEN: ("lock-open-variant-outline", Tone.WARNING),
    LeftoverStatus.POLICY: ("shield-account-outline", Tone.MUTED),
    LeftoverStatus.OTHER: ("circle-outline", Tone.MUTED),
    LeftoverStatus.UNKNOWN: ("help-circle-outline", Tone.WARNING),
}


class LeftoverTable(LinesTable):
    """One row for each thing: what, its state, what that means, how it compares."""

    def __init__(self) -> None:
        headers = [
            QCoreApplication.translate("LeftoverTable", "Item"),
            QCoreApplication.translate("LeftoverTable", "State"),
            QCoreApplication.translate("LeftoverTable", "Meaning"),
            QCoreApplication.translate("LeftoverTable", "Status"),
        ]
        super().__init__(headers, [222, 186, 320, 140], 2)
        self.setAccessibleName(QCoreApplication.translate("LeftoverTable", "Still open"))

    def show_leftovers(self, rows: Iterable[LeftoverRow]) -> None:
        """Show these rows; the current one stays the current one."""
        row = self.current_row()
        self.set_rows(map(_cells, rows))
        if 0 < row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, 0))


def status_word(status: LeftoverStatus) -> str:
    """Return how a state compares, in words."""
    match status:
        case LeftoverStatus.CLOSED:
            return QCoreApplication.translate("LeftoverTable", "Closed")
        case LeftoverStatus.OPEN:
            return QCoreApplication.translate("LeftoverTable", "Open")
        case LeftoverStatus.POLICY:
            return QCoreApplication.translate("LeftoverTable", "Set by policy")
        case LeftoverStatus.OTHER:
            return QCoreApplication.translate("LeftoverTable", "Mixed")
        case LeftoverStatus.UNKNOWN:
            return QCoreApplication.translate("LeftoverTable", "Couldn't be read")


def _cells(row: LeftoverRow) -> tuple[Cell, ...]:
    name, tone = _LOOKS[row.status]
    return (
        (Line(shown(row.title), bold=True),),
        (Line(shown(row.state)),),
        (Line(shown(row.meaning), Tone.MUTED),),
        (Line(status_word(row.status), tone, name),),
    )
