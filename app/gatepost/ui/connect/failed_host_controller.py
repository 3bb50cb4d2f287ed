"""Remedies for a host that could not be read, and carrying them out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gatepost.backend.connect.this_computer import Remedy, remedy_of
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.job import Job
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.this_computer_control import ThisComputerControl
from gatepost.ui.connect.controller import ConnectController

_OFFERS = {
    Remedy.START_WINRM: WINDOW.tr("&Start WinRM"),
    Remedy.RESTART_AS_ADMINISTRATOR: WINDOW.tr("&Restart as administrator"),
    Remedy.TRY_NTLM: WINDOW.tr("Try &NTLM..."),
}


def offer_words(error: HostError, *, read_only: bool) -> str:
    """Return what the button for the offer says; "" where there is none. ``read_only``: nothing that changes a host."""
    if isinstance(error, CertificateQuestion):
        return shown(WINDOW.tr("&View certificates...") if error.changed else WINDOW.tr("&View certificate..."))
    remedy = remedy_of(error)
    if remedy is None or (read_only and remedy is Remedy.START_WINRM):
        return ""
    return shown(_OFFERS[remedy])


class FailedHostController(QObject):
    """Does what was offered for the host that is shown, in the background, and has it read again."""

    restarted = Signal()  # another Gatepost is starting in place of this one

    def __init__(
        self,
        this_computer: ThisComputerControl,
        connecting: ConnectController,
        hosts: OpenHosts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._this_computer = this_computer
        self._connecting = connecting
        self._job: Job[None] | None = None
        connecting.question_raised.connect(self._on_question_raised)

    def ask_for_host(self) -> None:
        """Ask which host to connect to; for one that was not read, start from what is known of it."""
        session = self._hosts.current
        unread = session is not None and (session.error is not None or session.snapshot is None)
        self._connecting.ask(session.key if session is not None and unread else "")

    def edit_connection(self) -> None:
        """Ask for the connection of the host that is shown, which is then opened again."""
        if self._hosts.current is not None:
            self._connecting.ask(self._hosts.current.key)

    def accept(self) -> None:
        """Do what is offered for the failure of the current host."""
        session = self._hosts.current
        if session is None:
            return
        if isinstance(session.error, CertificateQuestion):
            self._connecting.ask_about_certificate(session)
            return
        remedy = remedy_of(session.error) if session.error else None
        if remedy is None or (self._job is not None and not self._job.is_finished):  # Windows is asking still
            return
        if remedy is Remedy.TRY_NTLM:
            self._connecting.ask(session.key, "ntlm")
        elif remedy is Remedy.START_WINRM:
            self._job = self._this_computer.start_winrm().then(lambda _: session.load(), session.fail)
        else:
            self._job = self._this_computer.restart_as_administrator().then(
                lambda _: self.restarted.emit(), session.fail
            )

    def _on_question_raised(self, session: HostSession) -> None:
        """Ask at once about the host that is looked at; the others wait until they are selected."""
        if session is self._hosts.current and QApplication.activeModalWidget() is None:
            self._connecting.ask_about_certificate(session)
