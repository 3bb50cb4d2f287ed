"""What canonical order would move, and why, before it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.changes.reorder import EntryMove
from gatepost.endpoints.entry_text import entry_text
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.security import Accounts
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.lines import Line, Row
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label, push_button


class ReorderDialog(SizedDialog):
    """Lists the moves. Accepted: do it."""

    def __init__(
        self, name: str, moves: tuple[EntryMove, ...], accounts: Accounts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reorder canonically"))
        title = ElidedLabel("dialogTitle", self.tr("Reorder {name} canonically?").format(name=one_line(name)))
        about = plain_label(
            self.tr(
                "Windows tools can edit entries only in canonical order. All other entries keep their order. A Deny "
                "that moves up might override an Allow that's effective now."
            )
        )
        columns = (self.tr("Entry"), 260), (self.tr("From"), 60), (self.tr("To"), 60), (self.tr("Why"), 240)
        self.table = LinesTable(self.tr("Entries that move"), *columns, stretched=3)
        self.table.setMinimumHeight(150)
        self.table.set_rows(partial(_row, move, accounts) for move in moves)
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject, is_default=True)
        self.ok_button = push_button(self.tr("&Reorder"), self.accept, tone="primary")
        dialog_layout(
            self,
            dialog_header(SignLabel("sort", Tone.ACCENT), title, about),
            self.table,
            dialog_buttons([], [self.cancel_button, self.ok_button]),
        )
        self.resize(760, 420)
        self.ok_button.setFocus()


def _row(move: EntryMove, accounts: Accounts) -> Row:
    return (
        (Line(shown(entry_text(move.ace, accounts))),),
        (Line(str(move.before + 1)),),
        (Line(str(move.after + 1)),),
        (Line(shown(move.why), Tone.MUTED),),
    )
