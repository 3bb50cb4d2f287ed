"""One entry of a list, new or changed: who, what kind, which rights, under which condition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget
from typing_extensions import override

from gatepost.endpoints.changes.permission_edits import CONDITIONAL
from gatepost.endpoints.entry_text import entry_text
from gatepost.endpoints.text import WINDOW
from gatepost.models.endpoints.ace_table import AceRow
from gatepost.models.window_text import one_line, shown
from gatepost.security import Ace, AceFlags, AceType, Sid, covers_rights
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.editor.condition_box import ConditionBox
from gatepost.ui.editor.principal_field import PrincipalField
from gatepost.ui.editor.rights_box import RightsBox
from gatepost.ui.widgets.boxes import STRETCH, beside, form_rows
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import label_for, plain_label, push_button

_INHERITANCE = {
    AceFlags.OBJECT_INHERIT: WINDOW.tr("Object inherit (OI)"),
    AceFlags.CONTAINER_INHERIT: WINDOW.tr("Container inherit (CI)"),
    AceFlags.NO_PROPAGATE_INHERIT: WINDOW.tr("Don't propagate inherit (NP)"),
    AceFlags.INHERIT_ONLY: WINDOW.tr("Inherit only (IO)"),
}


class EntryDialog(SizedDialog):
    """Asks for one entry. Use ``open()``; ``row`` is the one to change, None for a new one."""

    answered = Signal(object, int)  # Ace, and the number of the descriptor it is for

    def __init__(
        self,
        session: HostSession,
        kind: ListKind,
        uris: tuple[str, ...],
        row: AceRow | None = None,
        descriptor_index: int = 0,
        parent: QWidget | None = None,
        existing: Sequence[tuple[Ace, ...]] = (),
    ) -> None:
        """``existing`` are the entries that each descriptor has already."""
        super().__init__(parent)
        self._existing = existing
        self._session = session
        self._audits = kind is ListKind.SACL
        self._row = row
        self.setWindowTitle(self.tr("Edit entry") if row is not None else self.tr("Add entry"))
        self.allow = QRadioButton(self.tr("&Allow"))
        self.deny = QRadioButton(self.tr("&Deny"))
        self.success = QCheckBox(self.tr("When &granted (success)"))
        self.failure = QCheckBox(self.tr("When ref&used (failure)"))
        self.principal = PrincipalField(session, self.tr("Principal"))
        self.rights = RightsBox()
        self.condition = ConditionBox(session)
        self.flags = {flag: QCheckBox(shown(label)) for flag, label in _INHERITANCE.items()}
        self.descriptor_box = ChoiceBox()
        self.descriptor_box.addItems([one_line(uri) for uri in uris])
        self.descriptor_box.setCurrentIndex(
            row.descriptor_index if row is not None and row.descriptor_index is not None else descriptor_index
        )
        self.descriptor_box.setEnabled(row is None)
        self.summary = plain_label(name="muted")
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.ok_button = push_button(
            self.tr("&OK") if row is not None else self.tr("Add e&ntry"), self.accept, tone="primary", is_default=True
        )
        self._lay_out(several=len(uris) > 1)
        self._fill(row.ace if row is not None else None)
        self._connect()
        self._show()
        self.principal.setFocus()

    def _fill(self, ace: Ace | None) -> None:
        self.allow.setChecked(ace is None or not ace.is_deny)
        self.deny.setChecked(ace is not None and ace.is_deny)
        self.failure.setChecked(self._audits and (ace is None or bool(ace.flags & AceFlags.FAILED_ACCESS)))
        if ace is None:
            return
        self.success.setChecked(bool(ace.flags & AceFlags.SUCCESSFUL_ACCESS))
        if ace.sid is not None:
            self.principal.set_sid(ace.sid)
        self.rights.set_rights(ace.mask)
        self.condition.set_text(ace.condition or "")
        for flag, box in self.flags.items():
            box.setChecked(bool(ace.flags & flag))
        self._form.setRowVisible(self._inheritance, any(ace.flags & flag for flag in self.flags))

    def _lay_out(self, *, several: bool) -> None:
        types = beside(self.allow, self.deny, STRETCH, spacing=16)
        logs = beside(self.success, self.failure, STRETCH, spacing=16)
        self._inheritance = beside(*self.flags.values(), STRETCH, spacing=16)
        form = form_rows(
            (label_for(self.principal, self.tr("&Principal")), self.principal),
            (self.tr("Type"), types),
            (self.tr("Log"), logs),
            (self.tr("Rights"), self.rights),
            (label_for(self.condition.kind, self.tr("C&ondition")), self.condition),
            (self.tr("Inheritance"), self._inheritance),
            (label_for(self.descriptor_box, self.tr("App&lies to")), self.descriptor_box),
        )
        for row, is_visible in (
            (types, not self._audits),
            (logs, self._audits),
            (self._inheritance, False),
            (self.descriptor_box, several),
        ):
            form.setRowVisible(row, is_visible)
        self._form = form
        dialog_layout(self, form, self.summary, dialog_buttons([], [self.cancel_button, self.ok_button]))

    def _connect(self) -> None:
        self.principal.resolved.connect(self._show)
        self.rights.changed.connect(self._show)
        self.condition.changed.connect(self._show)
        for button in (self.allow, self.deny, self.success, self.failure, *self.flags.values()):
            button.toggled.connect(self._show)

    def _show(self) -> None:
        ace = self._entry()
        sentence = shown(entry_text(ace, self._session.accounts)) if ace is not None else self._what_is_missing()
        if ace is not None and self._row is None and self._is_held(ace):
            sentence = f"{sentence}\n" + self.tr("Another entry already covers this. Adding this one changes nothing.")
        self.summary.setText(sentence)
        self.ok_button.setEnabled(ace is not None)

    def _is_held(self, ace: Ace) -> bool:
        """Whether an entry of the descriptor already says the same, or more."""
        number = self.descriptor_box.currentIndex()
        others = self._existing[number] if 0 <= number < len(self._existing) else ()
        return any(
            (each.type, each.sid, each.condition) == (ace.type, ace.sid, ace.condition)
            and each.flags & ace.flags == ace.flags
            and not each.flags & AceFlags.INHERIT_ONLY & ~ace.flags
            and covers_rights(each.mask, ace.mask)
            for each in others
        )

    def _what_is_missing(self) -> str:
        if self.principal.sid is None:
            return self.tr("Enter a user or group.")
        if not self.rights.is_valid:
            return self.tr("Select at least one right.")
        if not self.condition.is_valid:
            return self.tr("Complete the condition.")
        if self._audits and not (self.success.isChecked() or self.failure.isChecked()):
            return self.tr("Select when to log.")
        return ""

    def _entry(self) -> Ace | None:
        sid = self.principal.sid
        return self._made(sid) if sid is not None and not self._what_is_missing() else None

    def _made(self, sid: Sid) -> Ace:
        plain = AceType.ACCESS_DENIED if self.deny.isChecked() else AceType.ACCESS_ALLOWED
        if self._audits:
            plain = AceType.SYSTEM_AUDIT
        condition = self.condition.text or None
        flags = self._row.ace.flags if self._row is not None else AceFlags(0)
        boxes = dict(self.flags)
        if self._audits:
            boxes |= {AceFlags.SUCCESSFUL_ACCESS: self.success, AceFlags.FAILED_ACCESS: self.failure}
        for flag, box in boxes.items():
            flags = flags | flag if box.isChecked() else flags & ~flag
        return Ace(CONDITIONAL[plain] if condition else plain, flags, self.rights.rights, sid, condition=condition)

    @override
    def accept(self) -> None:
        ace = self._entry()
        if ace is None:
            return
        super().accept()
        self.answered.emit(ace, self.descriptor_box.currentIndex())
