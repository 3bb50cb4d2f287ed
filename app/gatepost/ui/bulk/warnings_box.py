"""Warnings of a change on several hosts: a line for each of the first few; all of them, host by host, unfold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW, Text
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.ui.bulk.action import LONGEST_NAME, LONGEST_REASON, first_names
from gatepost.ui.bulk.grouped_warnings import GroupedWarning
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.lines import Cell, Line, MakeRow
from gatepost.ui.widgets.lines_table import TableFold
from gatepost.ui.widgets.plain_widgets import plain_label, shortened

_MOST_LINES = 3
_NAMED = 3  # hosts of a line
_LONGEST_UNFOLDED = 4_000  # characters


class WarningsBox(QWidget):
    """Not shown where there is nothing to warn of. Behind the fold: a row for each host that a warning concerns."""

    def __init__(self) -> None:
        super().__init__()
        self.label = plain_label(name="warning")
        columns = (self.tr("Warning"), 600), (self.tr("Host"), 280)
        self.fold = TableFold(self.tr("&Warnings"), self.tr("Warnings and hosts"), *columns, stretched=0)
        self._warnings: tuple[GroupedWarning, ...] = ()
        self._count = 0
        vbox(self.label, self.fold, on=self, spacing=4)
        self.hide()

    def show_warnings(self, warnings: tuple[GroupedWarning, ...], count: int) -> None:
        """Show these; ``count`` is how many hosts are changed."""
        if (warnings, count) == (self._warnings, self._count):
            return
        self._warnings, self._count = warnings, count
        self.label.setText("\n".join(_line(warning, count) for warning in warnings[:_MOST_LINES]))
        self.fold.show_line(self.tr("&Warnings"), _brief(len(warnings)))
        self.fold.setVisible(any(_is_cut(warning, count) for warning in warnings) or len(warnings) > _MOST_LINES)
        self.setVisible(bool(warnings))
        self.fold.show_rows(_rows(warnings))


def _is_cut(warning: GroupedWarning, count: int) -> bool:
    """Whether the line leaves out a part of the warning, or doesn't say of every host whether it is concerned."""
    return _NAMED < len(warning.hosts) < count or len(shown(warning.said)) > LONGEST_REASON


def _line(warning: GroupedWarning, count: int) -> str:
    text = shortened(shown(warning.said), LONGEST_REASON)
    if len(warning.hosts) == count > _NAMED:
        everywhere = WINDOW.tr("{warning} (%n host)", "{warning} (all %n hosts)", count)
        return shown(everywhere.filled(warning=text))
    return shown(WINDOW.tr("{warning} ({hosts})", warning=text, hosts=first_names(warning.hosts, _NAMED)))


def _brief(count: int) -> str:
    return shown(WINDOW.tr("%n warning, host by host", "%n warnings, host by host", count))


def _rows(warnings: Sequence[GroupedWarning]) -> list[MakeRow]:
    return [
        partial(_row, warning.said if number == 0 else None, host)
        for warning in warnings
        for number, host in enumerate(warning.hosts)
    ]


def _row(warning: Text | None, host: str) -> tuple[Cell, ...]:
    """The warning stands in the row of its first host."""
    text = shortened(shown(warning), _LONGEST_UNFOLDED) if warning is not None else ""
    icon = "alert-outline" if warning is not None else ""
    return (Line(text, Tone.WARNING, icon),), (Line(shortened(one_line(host), LONGEST_NAME), wraps=False),)
