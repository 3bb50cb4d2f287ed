"""Field and dialog for an account or group: a name, a SID or an alias, resolved while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from gatepost.endpoints.configuration.principal import Principal, is_certain, meant_by, offered
from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import Job
from gatepost.models.roles import Tone
from gatepost.models.window_text import hidden_character, one_line, shown
from gatepost.security import SddlError, Sid
from gatepost.security.sid import sid_from_sddl
from gatepost.session.host_session import HostSession
from gatepost.session.reading import CANCELED
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.fields import ChoiceBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import plain_label, push_button, set_tip, set_tone

_PAUSE = 400  # milliseconds without a key before the host is asked


class PrincipalField(QWidget):
    """Who is meant, said under the field as one types: known here at once, else the host is asked."""

    resolved = Signal()  # ``sid`` is new, or is None by now

    def __init__(self, session: HostSession, label: str) -> None:
        super().__init__()
        self._session = session
        self._job: Job[tuple[Principal, ...]] | None = None
        self._sid: Sid | None = None
        example = self.tr("CONTOSO\\Helpdesk, helpdesk@contoso.com, Administrators, S-1-5-...")
        self.edit = PlainEdit(label, example, 400)
        self.edit.setCompleter(self._completer())
        self.answer = plain_label()
        self.several = ChoiceBox(self.tr("Matching accounts"))
        self.several.setPlaceholderText(self.tr("Choose..."))
        self.several.activated.connect(lambda _: self._choose())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_host)
        self.edit.textEdited.connect(lambda _: self._resolve())
        vbox(self.edit, self.answer, self.several, on=self, spacing=4)
        self.setFocusProxy(self.edit)
        self._say(None, "")

    @property
    def sid(self) -> Sid | None:
        """The principal, or None as long as nobody knows who is meant."""
        return self._sid

    def set_sid(self, sid: Sid) -> None:
        """Show a principal that is known."""
        self.edit.setText(one_line(self._session.accounts.name_of(sid)))
        self._take(*meant_by(str(sid), self._session.accounts))

    def clear(self) -> None:
        """Ask again."""
        self.edit.clear()
        self._say(None, "")

    def _completer(self) -> QCompleter:
        names = dict.fromkeys(one_line(principal.name) for principal in offered(self._session.accounts))
        completer = QCompleter(QStringListModel(list(names), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        completer.activated.connect(lambda _: self._resolve())
        return completer

    def _resolve(self) -> None:
        """Tell who is meant from what is known here; the host is asked for the rest after a pause."""
        self._stop_asking()
        typed = self.edit.text().strip()
        if hidden := hidden_character(typed):
            message = self.tr("{name} contains an invisible character ({code}). Delete it, or enter the SID.")
            self._say(None, message.format(name=one_line(typed), code=hidden), Tone.WARNING)
            return
        principals = meant_by(typed, self._session.accounts)
        certain = is_certain(typed, principals)
        if certain or len(principals) > 1:
            self._take(*principals)
        else:
            self._say(None, self.tr("Looking for {name}...").format(name=one_line(typed)) if typed else "")
        if typed and not certain:
            self._pause.start()

    def _stop_asking(self) -> None:
        self._pause.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _take(self, *principals: Principal) -> None:
        """Take the one who is meant; of several, ask which."""
        if len(principals) > 1:
            self._say(None, self.tr("Multiple accounts match. Select one."), Tone.WARNING)
            self._offer(principals)
            return
        (principal,) = principals
        try:
            sid = sid_from_sddl(principal.sid)
        except SddlError:  # as of NT Pseudo Domain, S-1-5
            self._on_unknown()
            return
        if principal.name:
            self._say(sid, f"{one_line(principal.name)}  ·  {principal.sid}")
        else:
            message = self.tr("No name found for {sid}. The SID is used.").format(sid=principal.sid)
            self._say(sid, message, Tone.WARNING)

    def _offer(self, principals: tuple[Principal, ...]) -> None:
        """Let one of several be chosen; each says its SID, which is what an entry stores."""
        self.several.clear()
        for each in principals:
            self.several.addItem(f"{one_line(each.name)}  ·  {each.sid}", each)
        self.several.setCurrentIndex(-1)
        self.several.show()

    def _choose(self) -> None:
        """Take the one that was chosen, under its full name; the others stay to be chosen instead."""
        self._stop_asking()
        chosen = self.several.currentData()
        self.edit.setText(one_line(chosen.name))
        self._take(chosen)
        self.several.show()

    def _ask_host(self) -> None:
        typed = self.edit.text().strip()
        self._job = self._session.run_read(lambda host, context: host.principals.find(typed, context))
        if self._job is None:
            self._on_found(())
        else:
            self._session.tell_answer(self._job, self._on_found, self._on_failed, self._on_cancelled)

    def _on_found(self, principals: tuple[Principal, ...]) -> None:
        """A SID that the host has no name for is taken as it is."""
        for principal in principals:
            self._session.learn(principal)
        known = meant_by(self.edit.text(), self._session.accounts)
        everyone = tuple({principal.sid: principal for principal in (*known, *principals)}.values())
        if everyone:
            self._take(*everyone)
        else:
            self._on_unknown()

    def _on_failed(self, error: HostError) -> None:
        message = shown(error.summary) + " " + self.tr("Enter a SID instead (S-1-5-21-…).")
        if meant_by(self.edit.text(), self._session.accounts):
            self._on_found(())
        else:
            self._say(None, message, Tone.WARNING)

    def _on_cancelled(self) -> None:
        if self._job is not None:  # else another key has stopped it
            self._on_failed(CANCELED)

    def _on_unknown(self) -> None:
        message = self.tr('"{name}" wasn\'t found on this host. Check the name or enter a SID (S-1-5-21-…).')
        self._say(None, message.format(name=one_line(self.edit.text().strip())), Tone.WARNING)

    def _say(self, sid: Sid | None, message: str, tone: Tone = Tone.MUTED) -> None:
        self._sid = sid
        self.several.hide()
        set_tone(self.answer, tone)
        self.answer.setText(message)
        set_tip(self.answer, message)  # a SID may be wider than the field
        self.edit.setAccessibleDescription(message)
        self.resolved.emit()


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
