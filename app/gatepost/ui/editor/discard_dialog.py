"""Asks what becomes of unsent edits before they would be lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.models.plain import one_line
from gatepost.session.host_session import HostSession
from gatepost.ui.widgets.plain_widgets import SignLabel, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog

_NAMED = 8  # endpoints that are named


class UnsentDialog(SizedDialog):
    """Keep editing, discard, or look at what would be sent. Accepted: the edits are discarded."""

    review_requested = Signal(object)  # HostSession: the first one with edits

    def __init__(self, sessions: tuple[HostSession, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsent edits"))
        title = plain_label(self.tr("Discard unsent edits?"), "dialogTitle")
        about = plain_label(self.tr("Nothing of this is on the host yet, and it is not kept anywhere else."))
        lines = [self._line(session) for session in sessions]
        self.keep_button = QPushButton(self.tr("&Keep editing"))
        self.discard_button = QPushButton(self.tr("&Discard"))
        self.review_button = QPushButton(self.tr("&Review and apply..."))
        self.discard_button.setProperty("tone", "danger")
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self.accept)
        self.review_button.clicked.connect(lambda: self._review(sessions[0]))
        self.review_button.setEnabled(not sessions[0].read_only and bool(sessions[0].drafts.names))
        buttons = foot([self.review_button], [self.keep_button, self.discard_button])
        stack(self, head(SignLabel("pencil", "accent"), title, about), plain_label("\n".join(lines)), buttons)
        self.keep_button.setFocus()

    def _line(self, session: HostSession) -> str:
        names = session.drafts.touched
        shown = ", ".join(one_line(name) for name in names[:_NAMED])
        more = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
        return self.tr("{host}: {names}").format(host=one_line(session.name), names=shown + more)

    def _review(self, session: HostSession) -> None:
        self.reject()
        self.review_requested.emit(session)
