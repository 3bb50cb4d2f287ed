"""Dialogs about writes whose result isn't known: what is said of them at the start, and marking one as checked by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.action_text import recalled_action
from gatepost.endpoints.writes.journal_entry import JournalEntry, progress_text
from gatepost.models.roles import Tone
from gatepost.models.window_text import moment_words, one_line, shown
from gatepost.ui.confirm.question_dialog import QuestionDialog
from gatepost.ui.dialogs.layout import dialog_header, dialog_layout
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label

_NAMED = 5  # changes that are named
_WIDTH = 720  # pixels: the example in the field is not cut


class InterruptedDialog(MessageDialog):
    """Names the changes and how far each got. Accepted: the history is to be opened; ``more_chosen``: not to be named at the start for a week."""

    def __init__(self, actions: tuple[tuple[JournalEntry, ...], ...], parent: QWidget) -> None:
        """``actions`` are the writes of each change, the oldest first."""
        title = WINDOW.tr(
            "A previous change may not have completed", "%n previous changes may not have completed", len(actions)
        )
        why = WINDOW.tr(
            "Gatepost closed or lost the connection before the host confirmed it, or another window is still applying "
            "it. Open History and select Check again."
        )
        lines = [_line(writes) for writes in actions[:_NAMED]] + (["\u2026"] if len(actions) > _NAMED else [])
        super().__init__(
            SignLabel("alert-outline", Tone.WARNING),
            title=shown(title),
            text="\n".join([shown(why), "", *lines]),
            dismiss=shown(WINDOW.tr("&Close")),
            parent=parent,
            verb=shown(WINDOW.tr("&Open History...")),
            more=shown(WINDOW.tr("&Remind me in a week")),
        )


def _line(writes: tuple[JournalEntry, ...]) -> str:
    first = writes[0]
    subject = f" {shown(subject_text(first.kind, first.subject))}" if len(writes) == 1 else ""
    action = shown(recalled_action(first.verb))
    what = one_line(f"{moment_words(first.moment)}  {action}{subject} @ {first.host_name}")
    return f"{what}: {shown(progress_text(writes))}"


class MarkAsCheckedDialog(QuestionDialog):
    """Confirmed: the user has checked the host, and says in the reason what was found, which the history keeps."""

    def __init__(self, entry: JournalEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mark as checked"))
        title = self.tr("Mark {subject} on {host} as checked")
        names = {"subject": shown(subject_text(entry.kind, entry.subject)), "host": one_line(entry.host_name)}
        self.title_label.setText(title.format(**names))
        advice = self.tr(
            "Use this if you've checked the host yourself. The result isn't changed; your name, the time and your "
            "note are saved in History."
        )
        self.confirm_button.setText(self.tr("&Mark as checked"))
        self.reason_edit.setPlaceholderText(self.tr("What you found"))
        self.reason_edit.textChanged.connect(self._allow_confirming)
        sign = SignLabel("check-circle", Tone.ACCENT)
        dialog_layout(self, dialog_header(sign, self.title_label, plain_label(advice)), self._rows())
        self._allow_confirming()
        self.resize(_WIDTH, 0)
        self.reason_edit.setFocus()

    @override
    def _allow_confirming(self) -> None:
        self.confirm_button.setEnabled(bool(self.reason()))
