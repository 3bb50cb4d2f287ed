"""Table of what stays open."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.host.exposure import ExposureRow, ExposureStatus
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable

_LOOKS = {
    ExposureStatus.CLOSED: (WINDOW.tr("Closed"), Tone.ALLOW, "lock-outline"),
    ExposureStatus.OPEN: (WINDOW.tr("Open"), Tone.WARNING, "lock-open-variant-outline"),
    ExposureStatus.POLICY: (WINDOW.tr("Set by policy"), Tone.MUTED, "shield-account-outline"),
    ExposureStatus.OTHER: (WINDOW.tr("Mixed"), Tone.MUTED, "circle-outline"),
    ExposureStatus.UNKNOWN: (WINDOW.tr("Couldn't be read"), Tone.WARNING, "help-circle-outline"),
    ExposureStatus.READING: (WINDOW.tr("Reading..."), Tone.MUTED, "help-circle-outline"),
}


class ExposureTable(LinesTable):
    """One row for each thing: what, its state, what that means, how it compares."""

    def __init__(self) -> None:
        titles = (WINDOW.tr("Item"), WINDOW.tr("State"), WINDOW.tr("Meaning"), WINDOW.tr("Status"))
        columns = zip(map(shown, titles), (222, 186, 320, 140), strict=True)
        super().__init__(shown(WINDOW.tr("Still open")), *columns, stretched=2)

    def show_exposure(self, rows: Iterable[ExposureRow]) -> None:
        """Show these rows; the current one stays the current one."""
        row = self.current_row()
        self.set_rows(map(_cells, rows))
        if 0 < row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, 0))


def _cells(row: ExposureRow) -> tuple[Cell, ...]:
    status_text, tone, sign = _LOOKS[row.status]
    return (
        (Line(shown(row.title), bold=True),),
        (Line(shown(row.state)),),
        (Line(shown(row.meaning), Tone.MUTED),),
        (Line(shown(status_text), tone, sign),),
    )
