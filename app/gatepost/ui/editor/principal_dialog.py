"""Dialog that asks for one account or group."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.security import Sid
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.editor.principal_field import PrincipalField
from gatepost.ui.widgets.plain_widgets import plain_label, push_button


class PrincipalDialog(SizedDialog):
    """``question`` says what for. Use ``open()``."""

    answered = Signal(object)  # Sid

    def __init__(self, session: HostSession, title: str, question: str, sid: Sid | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.principal = PrincipalField(session, self.tr("Principal"))
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.ok_button = push_button(self.tr("&OK"), self.accept, tone="primary", is_default=True)
        self.principal.resolved.connect(self._show)
        if sid is not None:
            self.principal.set_sid(sid)
        dialog_layout(
            self, plain_label(question), self.principal, dialog_buttons([], [self.cancel_button, self.ok_button])
        )
        self._show()
        self.principal.setFocus()
        self.principal.edit.selectAll()

    def _show(self) -> None:
        self.ok_button.setEnabled(self.principal.sid is not None)

    @override
    def accept(self) -> None:
        sid = self.principal.sid
        if sid is not None:
            super().accept()
            self.answered.emit(sid)
