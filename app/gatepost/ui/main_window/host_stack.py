"""Right side of the window: the pages of a host, or in their place why there is nothing to show of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from gatepost.backend.failures.diagnose import rejects_login
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change, SessionState
from gatepost.ui.connect.failed_host_controller import offer_words
from gatepost.ui.main_window.host_pages import HostPages
from gatepost.ui.widgets.message_panel import MessagePanel


class HostStack(QStackedWidget):
    """Pages of the host, or a message in their place while it was not read or could not be."""

    def __init__(self, pages: HostPages) -> None:
        super().__init__()
        self._pages = pages
        self._error: HostError | None = None  # the one that was said last
        self._session: HostSession | None = None
        self.message = MessagePanel()
        self.addWidget(pages)
        self.addWidget(self.message)

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of a session, or another one."""
        other, self._session = session is not self._session, session
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        if change & ~(Change.NAMES | Change.PENDING):
            readable = not self._say_why_nothing(session)
            self.setCurrentWidget(self._pages if readable else self.message)
        if change & ~Change.ACTIVITY:
            self._pages.show_session(session, change)
        error, self._error = self._error, session.error if session is not None else None
        is_new = self._error is not None and self._error is not error and not other
        if had_focus and focus is not None and not self._in_front().isAncestorOf(focus):
            self.take_focus()
        elif is_new and not isinstance(focus, QLineEdit):
            self.message.focus_way_on()

    def _in_front(self) -> QWidget:
        return self.message if self.currentWidget() is self.message else self._pages

    def take_focus(self) -> None:
        """Give the keyboard to what is shown: in the list of hosts the focus could choose a host."""
        if self._in_front() is self.message:
            self.message.focus_way_on()
        else:
            self._pages.focus_front()

    def _next_step(self, error: HostError, kind: HostKind) -> str:
        """Return what to do; a practice host has no console, so one that was stopped is opened again."""
        usual = shown(error.next_step)
        if kind is not HostKind.PRACTICE:
            return usual
        anew = self.tr(
            "If you stopped WinRM or removed its listeners, this practice host can't be reached any more. Disconnect "
            "it (Ctrl+W), then open it again from the Host menu."
        )
        return f"{usual}\n{anew}"

    def _say_why_nothing(self, session: HostSession | None) -> bool:
        """Say why nothing is shown of the host; False where its pages are."""
        message = self.message
        if session is None:
            message.show_text(
                self.tr("No host is open."), self.tr("Connect to a host, or open a practice host from the Host menu.")
            )
        elif session.error is not None:
            message.show_error(
                session.error,
                reconnectable=session.kind in (HostKind.REMOTE, HostKind.FILE),
                offer=offer_words(session.error, read_only=session.read_only),
                rejected=rejects_login(session.error),
                next_step=self._next_step(session.error, session.kind),
            )
        elif session.explanation:
            next_step = self.tr("Connect to a host, or open a practice host from the Host menu.")
            message.show_text(shown(session.explanation), next_step, "laptop")
        elif session.snapshot is None and session.state is SessionState.READING:
            message.show_text(self.tr("Reading {host}").format(host=one_line(session.name)), "", "progress-clock")
        elif session.snapshot is None:
            template = self.tr("{host} hasn't been read.")
            next_step = self.tr("Connect to read its endpoints.")
            message.show_unread(template.format(host=one_line(session.name)), next_step, self.tr("C&onnect and read"))
        else:
            return False
        return True
