"""Table of what stays open."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.host.leftovers import LeftoverRow, LeftoverStatus
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable

_LOOKS = {
    LeftoverStatus.CLOSED: (WINDOW.tr("Closed"), Tone.ALLOW, "lock-outline"),
    LeftoverStatus.OPEN: (WINDOW.tr("Open"), Tone.WARNING, "lock-open-variant-outline"),
    LeftoverStatus.POLICY: (WINDOW.tr("Set by policy"), Tone.MUTED, "shield-account-outline"),
    LeftoverStatus.OTHER: (WINDOW.tr("Mixed"), Tone.MUTED, "circle-outline"),
    LeftoverStatus.UNKNOWN: (WINDOW.tr("Couldn't be read"), Tone.WARNING, "help-circle-outline"),
}


class LeftoverTable(LinesTable):
    """One row for each thing: what, its state, what that means, how it compares."""

    def __init__(self) -> None:
        titles = (WINDOW.tr("Item"), WINDOW.tr("State"), WINDOW.tr("Meaning"), WINDOW.tr("Status"))
        columns = zip(map(shown, titles), (222, 186, 320, 140), strict=True)
        super().__init__(shown(WINDOW.tr("Still open")), *columns, stretched=2)

    def show_leftovers(self, rows: Iterable[LeftoverRow]) -> None:
        """Show these rows; the current one stays the current one."""
        row = self.current_row()
        self.set_rows(map(_cells, rows))
        if 0 < row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, 0))


def _cells(row: LeftoverRow) -> tuple[Cell, ...]:
    words, tone, sign = _LOOKS[row.status]
    return (
        (Line(shown(row.title), bold=True),),
        (Line(shown(row.state)),),
        (Line(shown(row.meaning), Tone.MUTED),),
        (Line(shown(words), tone, sign),),
    )
