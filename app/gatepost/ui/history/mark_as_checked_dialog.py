"""Marking a change as checked by hand, with the reason that the history keeps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.ui.confirm.question_rows import ReasonRow
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_header, dialog_layout
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label

_WIDTH = 720  # pixels: the example in the field is not cut


class MarkAsCheckedDialog(SizedDialog):
    """Accepted: the user has checked the host. Use ``open()``."""

    def __init__(self, entry: JournalEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mark as checked"))
        title = self.tr("Mark {subject} on {host} as checked")
        names = {"subject": shown(subject_text(entry.kind, entry.subject)), "host": one_line(entry.host_name)}
        self.summary_label = ElidedLabel("dialogTitle", title.format(**names))
        self.next_step_label = plain_label(
            self.tr(
                "Use this if you've checked the host yourself. The result isn't changed; your name, the time and your "
                "note are saved in History."
            )
        )
        self.row = ReasonRow()
        self.row.confirm.setText(self.tr("&Mark as checked"))
        self.row.confirm.clicked.connect(self.accept)
        self.row.cancel.clicked.connect(self.reject)
        self.row.confirm.setEnabled(False)
        self.row.edit.setPlaceholderText(self.tr("What you found"))
        self.row.edit.textChanged.connect(lambda: self.row.confirm.setEnabled(bool(self.reason())))
        dialog_layout(
            self,
            dialog_header(SignLabel("check-circle", Tone.ACCENT), self.summary_label, self.next_step_label),
            self.row,
        )
        self.resize(_WIDTH, 0)
        self.row.edit.setFocus()

    def reason(self) -> str:
        """Return what was typed, without space around it."""
        return self.row.reason()
