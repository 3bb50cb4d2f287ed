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
    LeftoverStatus.CLOSED: ("lock-outline", Tone.ALLOW),
    LeftoverStatus.OPEN: ("lock-open-variant-outline", Tone.WARNING),
    LeftoverStatus.POLICY: ("shield-account-outline", Tone.MUTED),
    LeftoverStatus.OTHER: ("circle-outline", Tone.MUTED),
    LeftoverStatus.UNKNOWN: ("help-circle-outline", Tone.WARNING),
}
_STATUSES = {
    LeftoverStatus.CLOSED: WINDOW.tr("Closed"),
    LeftoverStatus.OPEN: WINDOW.tr("Open"),
    LeftoverStatus.POLICY: WINDOW.tr("Set by policy"),
    LeftoverStatus.OTHER: WINDOW.tr("Mixed"),
    LeftoverStatus.UNKNOWN: WINDOW.tr("Couldn't be read"),
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
    name, tone = _LOOKS[row.status]
    return (
        (Line(shown(row.title), bold=True),),
        (Line(shown(row.state)),),
        (Line(shown(row.meaning), Tone.MUTED),),
        (Line(shown(_STATUSES[row.status]), tone, name),),
    )
