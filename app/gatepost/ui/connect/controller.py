"""Connecting: opens the connect dialog, makes sessions, and asks about certificates that are not trusted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.connections import ConnectionHistory, ConnectRequest
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.jobs.chunked_work import ChunkedWork
from gatepost.session.host_opener import HostOpener
from gatepost.session.host_session import HostSession
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.session.session_state import SessionState
from gatepost.ui.connect.connection_list import ConnectionList
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.dialogs.opening import open_dialog


class ConnectController(QObject):
    """Remembers the request of each session, so that it can be edited and tried again."""

    session_made = Signal(object)  # HostSession, in place of any other of that host
    session_added = Signal(object)  # HostSession, beside those that are there
    question_raised = Signal(object)  # HostSession: its first reading has met a certificate that is not trusted

    def __init__(
        self, opener: HostOpener, saved: SavedConnectionJobs, usual_proxy: Callable[[], str], window: QWidget
    ) -> None:
        """``usual_proxy`` gives the proxy that is offered to a connection; "" for none."""
        super().__init__(window)
        self._opener = opener
        self._saved = saved
        self._usual_proxy = usual_proxy
        self._window = window
        self._requests: dict[str, ConnectRequest] = {}

    def ask(self, key: str = "", scheme: str = "") -> None:
        """Ask for a host; ``key`` is one whose fields are filled in, with ``scheme`` chosen instead of its own."""
        from gatepost.ui.connect.dialog import ConnectDialog

        request = self._requests.get(key)
        prefill = request.connection if request else None
        dialog = ConnectDialog(self._opener, self._saved, self._usual_proxy(), prefill, self._window)
        if scheme:
            dialog.form.login.choose(scheme)
        dialog.connect_requested.connect(self.connect_to)
        open_dialog(dialog)

    def connect_to(self, request: ConnectRequest) -> None:
        """Make a session without asking. What protects the host is kept, whatever comes of it."""
        self._saved.protect(request.connection)
        self.session_made.emit(self._session(request))

    def connect_to_many(self, requests: Sequence[ConnectRequest]) -> None:
        """Make sessions without asking and without showing any but the first; a few at a time."""
        for request in requests[:1]:
            self.connect_to(request)
        ChunkedWork((partial(self._add, request) for request in requests[1:]), self)

    def restored(self, keys: Sequence[str]) -> list[HostSession]:
        """Make sessions for hosts of before, in that order, without connecting to them; unknown ones are left out."""
        known = self._saved.known() if keys else ConnectionHistory()
        connections = [known.find(key) for key in keys]
        return [self._session(ConnectRequest(connection)) for connection in connections if connection is not None]

    def asks_to_sign_in(self, session: HostSession) -> bool:
        """Whether a host of before needs a password that was not kept."""
        request = self._requests.get(session.key)
        return session.state is SessionState.UNREAD and request is not None and _needs_password(request)

    def load(self, session: HostSession) -> None:
        """Read a host; ask for what is missing first."""
        if self.asks_to_sign_in(session):
            self.ask(session.key)
        else:
            session.load()

    def _add(self, request: ConnectRequest) -> None:
        self.session_added.emit(self._session(request))

    def _session(self, request: ConnectRequest) -> HostSession:
        session = self._opener.session(request)
        session.first_read.connect(partial(self._saved.note_connected, request))
        self._requests[session.key] = request
        session.reading_ended.connect(partial(self._on_first_reading, session), Qt.ConnectionType.SingleShotConnection)
        return session

    def _on_first_reading(self, session: HostSession) -> None:
        if isinstance(session.error, CertificateQuestion):
            self.question_raised.emit(session)

    def ask_about_certificate(self, session: HostSession) -> None:
        """Ask whether the certificate that a session has met is to be trusted; one that has changed cannot be trusted here."""
        from gatepost.ui.connect.certificate_dialog import ask_about_certificate

        if isinstance(session.error, CertificateQuestion):
            ask_about_certificate(session.name, session.error, partial(self._trust, session.key), self._window)

    def _trust(self, key: str, pin: str) -> None:
        """Pin the certificate, now and for later, and connect again."""
        request = self._requests.get(key)
        if request is not None:
            hosts = ConnectionList(self._saved, self)
            hosts.failed.connect(partial(show_problem, self._window))
            hosts.pin(request.connection, pin)
            self.connect_to(replace(request, connection=replace(request.connection, pinned_fingerprint=pin)))


def _needs_password(request: ConnectRequest) -> bool:
    connection = request.connection
    kept = request.password or connection.remember or connection.client_certificate
    return bool(connection.user) and not kept
