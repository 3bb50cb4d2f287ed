"""Table of search results; it grows while hosts are searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gatepost.endpoints.compare.search import ROOT_SDDL, Hit, HitMeaning
from gatepost.endpoints.text import WINDOW
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import ROOT, Index, SortRole, Tone
from gatepost.models.window_text import shown

_TONES = {
    HitMeaning.ALLOW: Tone.ALLOW,
    HitMeaning.DENY: Tone.DENY,
    HitMeaning.WARNING: Tone.WARNING,
    HitMeaning.NEUTRAL: Tone.MUTED,
}


class HitColumn(TableColumn):
    HOST = WINDOW.tr("Host")
    ENDPOINT = WINDOW.tr("Endpoint")
    WHAT = WINDOW.tr("Match")
    ENTRY = WINDOW.tr("Entry")


class HitTableModel(FlatTableModel[Hit]):
    """Hits in the order in which they are found; ``ValueRole`` gives the Hit."""

    columns = HitColumn

    def clear(self) -> None:
        """Begin a new search."""
        self._reset_rows([])

    def add(self, hits: Sequence[Hit]) -> None:
        """Append what has been found."""
        if hits:
            first = len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(hits) - 1)
            self._rows = [*self._rows, *hits]
            self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == SortRole and index.isValid():
            return self.cell_text(self._rows[index.row()], index.column()).lower()
        return super().data(index, role)

    @override
    def cell_text(self, hit: Hit, column: int, /) -> str:
        match HitColumn(column):
            case HitColumn.HOST:
                return hit.host.name
            case HitColumn.ENDPOINT:
                return hit.endpoint or ROOT_SDDL
            case HitColumn.WHAT:
                return shown(hit.what)
            case HitColumn.ENTRY:
                return shown(hit.entry)

    @override
    def cell_tone(self, hit: Hit, column: int, /) -> Tone | None:
        return _TONES[hit.meaning] if column == HitColumn.WHAT else None
