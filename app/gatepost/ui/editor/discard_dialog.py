"""Question before pending changes would be lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.message import DialogText, MessageDialog

_NAMED = 8  # endpoints that are named


class DiscardDialog(MessageDialog):
    """Keep editing, discard, or look at what would be applied. Accepted: the changes are discarded."""

    def __init__(self, sessions: tuple[HostSession, ...], parent: QWidget | None = None) -> None:
        super().__init__(_message(sessions), parent)
        self.more_button.setEnabled(not sessions[0].read_only and bool(sessions[0].pending_changes.pending_names))


def _message(sessions: tuple[HostSession, ...]) -> DialogText:
    about = shown(WINDOW.tr("These changes haven't been applied and will be lost."))
    return DialogText(
        icon="pencil",
        tone=Tone.ACCENT,
        title=shown(WINDOW.tr("Discard pending changes?")),
        text="\n".join([about, "", *map(_line, sessions)]),
        dismiss=shown(WINDOW.tr("&Keep editing")),
        verb=shown(WINDOW.tr("&Discard")),
        is_dangerous=True,
        more=shown(WINDOW.tr("&Review and apply...")),
    )


def _line(session: HostSession) -> str:
    names = session.pending_changes.pending_or_typing
    named = enumerated(names[:_NAMED])
    more = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return shown(WINDOW.tr("{host}: {names}", host=one_line(session.name), names=named + more))
