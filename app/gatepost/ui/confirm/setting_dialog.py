"""The question before a host's settings are changed: what is there, what will be, and what follows from it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.host.setting_change_set import SettingChangeSet, SettingWrite, subject_text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.ui.confirm.change_text import heading
from gatepost.ui.confirm.question_dialog import QuestionDialog
from gatepost.ui.dialogs.layout import dialog_header, dialog_layout
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label

_WIDTH = 760  # pixels


class SettingDialog(QuestionDialog):
    """Shows a change of settings. A preview has no button for it."""

    def __init__(
        self, change_set: SettingChangeSet, host: str, parent: QWidget | None = None, *, preview: bool = False
    ) -> None:
        super().__init__(parent)
        self._show_title(heading(change_set.verb, host, preview=preview))
        self.consequence = plain_label(shown(change_set.consequence), "warning" if change_set.cuts else "")
        columns = (self.tr("Setting"), 320), (self.tr("Now"), 198), (self.tr("After this"), 198)
        self.table = LinesTable(self.tr("Settings and changes"), *columns, stretched=0)
        self.table.set_rows([setting_cells(write) for write in change_set.writes])
        why = self.tr("You'll be disconnected and might not be able to undo this remotely. Type {host} to confirm.")
        self.host_name.ask(why.format(host=one_line(host)) if change_set.cuts and not preview else "", host)
        self._set_asking(asks=not preview)
        self._show_verb(shown(change_set.verb), shown(on_host(change_set.verb, host)))
        self._set_danger(change_set.cuts)
        sign = SignLabel("lan-disconnect", Tone.DENY) if change_set.cuts else SignLabel("tune", Tone.ACCENT)
        dialog_layout(
            self, dialog_header(sign, self.title_label, spacing=6), self.consequence, self.table, self._rows()
        )
        self._allow_confirming()
        self.resize(_WIDTH, 0)
        self._focus_first()


def setting_cells(write: SettingWrite) -> tuple[Cell, ...]:
    """Return what is written to, its state now, and its state afterwards."""
    return (
        (Line(shown(subject_text(write.kind, write.subject)), bold=True),),
        (Line(shown(write.before.words), Tone.MUTED),),
        (Line(shown(write.after.words)),),
    )
