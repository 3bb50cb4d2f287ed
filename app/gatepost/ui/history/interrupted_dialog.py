"""What is said at the start of changes that broke off."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.action_text import recalled_action
from gatepost.endpoints.writes.journal_entry import JournalEntry, progress_text
from gatepost.models.roles import Tone
from gatepost.models.window_text import moment_words, one_line, shown
from gatepost.ui.dialogs.message import DialogText, MessageDialog

_NAMED = 5  # changes that are named


class InterruptedDialog(MessageDialog):
    """Names the changes and how far each got. Accepted: the history is to be opened; ``more_chosen``: not to be named at the start for a week."""

    def __init__(self, actions: tuple[tuple[JournalEntry, ...], ...], parent: QWidget) -> None:
        """``actions`` are the writes of each change, the oldest first."""
        super().__init__(_message(actions), parent)


def _message(actions: tuple[tuple[JournalEntry, ...], ...]) -> DialogText:
    title = WINDOW.tr(
        "A previous change may not have completed", "%n previous changes may not have completed", len(actions)
    )
    why = WINDOW.tr(
        "Gatepost closed or lost the connection before the host confirmed it, or another window is still applying "
        "it. Open History and select Check again."
    )
    lines = [_line(writes) for writes in actions[:_NAMED]] + (["\u2026"] if len(actions) > _NAMED else [])
    return DialogText(
        icon="alert-outline",
        tone=Tone.WARNING,
        title=shown(title),
        text="\n".join([shown(why), "", *lines]),
        dismiss=shown(WINDOW.tr("&Close")),
        verb=shown(WINDOW.tr("&Open History...")),
        more=shown(WINDOW.tr("&Remind me in a week")),
    )


def _line(writes: tuple[JournalEntry, ...]) -> str:
    first = writes[0]
    subject = f" {shown(subject_text(first.kind, first.subject))}" if len(writes) == 1 else ""
    action = shown(recalled_action(first.verb))
    what = one_line(f"{moment_words(first.moment)}  {action}{subject} @ {first.host_name}")
    return f"{what}: {shown(progress_text(writes))}"
