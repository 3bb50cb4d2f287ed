"""What is said at the start of changes that broke off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.endpoints.configuration.journal_entry import JournalEntry
from gatepost.endpoints.history.progress import ActionProgress
from gatepost.models.journal_words import moment
from gatepost.models.plain import one_line, visible
from gatepost.models.sentences import shown
from gatepost.ui.widgets.plain_widgets import SignLabel, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog

_NAMED = 5  # changes that are named


class InterruptedDialog(SizedDialog):
    """Names the changes and how far each got. Accepted: the history is to be opened. Use ``open()``."""

    put_off = Signal()  # not to be named at the start for a week

    def __init__(self, actions: tuple[tuple[JournalEntry, ...], ...], parent: QWidget) -> None:
        """``actions`` are the writes of each change, the oldest first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gatepost"))
        one = self.tr("A previous change may not have completed")
        many = self.tr("{count} previous changes may not have completed")
        self.summary_label = plain_label((one if len(actions) == 1 else many).format(count=len(actions)), "dialogTitle")
        why = self.tr(
            "Gatepost closed or lost the connection before the host confirmed it, or another window is still applying "
            "it. Open History and select Check again."
        )
        lines = [_line(writes) for writes in actions[:_NAMED]] + (["\u2026"] if len(actions) > _NAMED else [])
        self.next_step_label = plain_label(visible("\n".join([why, "", *lines])))
        self.close_button = QPushButton(self.tr("&Close"))
        self.later_button = QPushButton(self.tr("&Remind me in a week"))
        self.verb_button = QPushButton(self.tr("&Open History..."))
        self.close_button.clicked.connect(self.reject)
        self.later_button.clicked.connect(self._put_off)
        self.verb_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        sign = SignLabel("alert-outline", "warning")
        stack(
            self,
            head(sign, self.summary_label, self.next_step_label, spacing=6),
            foot([self.later_button], [self.close_button, self.verb_button]),
        )
        self.close_button.setFocus()

    def _put_off(self) -> None:
        self.put_off.emit()
        self.reject()


def _line(writes: tuple[JournalEntry, ...]) -> str:
    first = writes[0]
    subject = f" {first.subject}" if len(writes) == 1 else ""
    what = one_line(f"{moment(first.moment)}  {first.verb}{subject} @ {first.host_name}")
    return f"{what}: {shown(ActionProgress.of(writes).words)}"
