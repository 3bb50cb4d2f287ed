"""Status bar: account and host, what the host contains, and what is going on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change, SessionState
from gatepost.ui.widgets.boxes import STRETCH, hbox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, push_button
from gatepost.work import Progress

_READ_BY_OTHERS = (".html", ".csv", ".json", ".txt", ".md")
_SAID_FOR = 8_000  # milliseconds
_DONE_FOR = 60_000  # milliseconds: time to read, and to think of going back


class StatusLine(QStatusBar):
    """Shows one session, and for a while what came of the last change, with the way back."""

    details_requested = Signal()
    revert_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.connection = ElidedLabel()
        self.message_label = ElidedLabel()
        self.counts = QLabel()
        self.activity_label = QLabel()
        for label in (self.counts, self.activity_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setFixedWidth(120)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel = push_button(self.tr("Cancel"))
        self._saved = Path()
        self.open = push_button("", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved))))
        self.details = push_button(self.tr("Deta&ils..."), self._on_details)
        self.revert = push_button(self.tr("Revert..."), self._on_revert)
        self.revert.setToolTip(self.tr("Restore the permissions before this change"))
        self._message_timer = QTimer(self, singleShot=True)
        self._message_timer.timeout.connect(self.clear_message)
        line = QWidget()
        line.setMinimumHeight(self.cancel.sizeHint().height())  # so that nothing moves when it comes
        offers = (self.open, self.details, self.revert)
        activity = (self.counts, self.activity_label, self.progress, self.cancel)
        hbox(self.connection, STRETCH, self.message_label, *offers, *activity, on=line, spacing=8, margins=(4, 0, 4, 0))
        self.addPermanentWidget(line, 1)
        self.clear_message()
        self.show_session(None)

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of what the session holds, and what it does now."""
        if change & ~Change.ACTIVITY:
            self._show_snapshot(session)
        state = session.state if session is not None else SessionState.UNREAD
        self.activity_label.setText(self._activity_text(state))
        for widget in (self.activity_label, self.progress):
            widget.setVisible(not state.is_at_rest)
        if state is SessionState.WRITING:
            self.clear_message()  # it was about an earlier change
        self.cancel.setVisible(state.is_cancellable)
        self.progress.setRange(0, 0)

    def _show_snapshot(self, session: HostSession | None) -> None:
        snapshot = session.snapshot if session else None
        failed = session is not None and session.error is not None  # then what was counted may not be so any more
        self.connection.setText(one_line(self._where(session, snapshot.host)) if session and snapshot else "")
        self.counts.setText(self._counts(snapshot, session.rows) if session and snapshot and not failed else "")

    def show_message(self, what: str) -> None:
        """Say for a while what has been done."""
        self.clear_message()
        self.message_label.setText(what)
        self._message_timer.start(_SAID_FOR)

    def show_saved(self, what: str, path: Path) -> None:
        """Say for a while that a file was saved, and offer to open it; its folder where no program reads it."""
        self.show_message(what)
        self._saved = path if path.suffix in _READ_BY_OTHERS else path.parent
        self.open.setText(self.tr("Open") if self._saved is path else self.tr("Open folder"))
        self.open.show()

    def show_error(self, error: HostError) -> None:
        """Say for a while what went wrong."""
        self.show_message(shown(error.text))

    def show_applied(self, report: ApplyReport) -> None:
        """Say that a change was applied, with its details and the way back, until the next change or a minute is over."""
        changed = report.count(Outcome.CHANGED)
        if changed:
            message = shown(
                WINDOW.tr(
                    "{action}: applied and verified, %n item",
                    "{action}: applied and verified, %n items",
                    changed,
                    action=report.verb,
                )
            )
        else:
            message = self.tr("{action}: no change needed").format(action=shown(report.verb))
        self.show_with_actions(message, can_revert=changed > 0)

    def show_with_actions(self, message: str, *, can_revert: bool) -> None:
        """Say what was done, with its details and the way back, until the next change or a minute is over."""
        self.message_label.setText(one_line(message))
        self.details.show()
        self.revert.setVisible(can_revert)
        self._message_timer.start(_DONE_FOR)

    def clear_message(self) -> None:
        """Take back what was said, and what was offered with it."""
        self.message_label.clear()
        self.open.hide()
        self.details.hide()
        self.revert.hide()

    def _on_details(self) -> None:
        self.clear_message()
        self.details_requested.emit()

    def _on_revert(self) -> None:
        self.clear_message()
        self.revert_requested.emit()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work has come."""
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    def _activity_text(self, state: SessionState) -> str:
        labels = {
            SessionState.READING: self.tr("Reading"),
            SessionState.VERIFYING: self.tr("Reading"),
            SessionState.RESOLVING: self.tr("Resolving account names"),
            SessionState.WRITING: self.tr("Applying changes"),
        }
        return labels.get(state, "")

    def _where(self, session: HostSession, host: HostIdentity) -> str:
        if session.kind is HostKind.FILE:
            return self.tr("{host} (file), not connected").format(host=host.name)
        connection = self._connection(host)
        return self.tr("{connection}, read-only").format(connection=connection) if session.read_only else connection

    def _connection(self, host: HostIdentity) -> str:
        encrypted = self.tr("encrypted") if host.encrypted else self.tr("not encrypted")
        return self.tr("{host} as {account}, {authentication}, {encrypted}").format(
            host=host.name, account=host.account, authentication=host.authentication, encrypted=encrypted
        )

    def _counts(self, snapshot: HostSnapshot, rows: Sequence[EndpointRow]) -> str:
        modes = Counter(row.mode_state.mode for row in rows)
        templates = {
            AccessMode.REMOTE: self.tr("{n} remote"),
            AccessMode.LOCAL: self.tr("{n} local"),
            AccessMode.DISABLED: self.tr("{n} disabled"),
            AccessMode.CUSTOM: self.tr("{n} custom"),
        }
        parts = [templates[mode].format(n=modes[mode]) for mode in AccessMode if modes[mode]]
        if snapshot.unreadable:
            parts.append(self.tr("{n} unreadable").format(n=len(snapshot.unreadable)))
        count = len(snapshot.configurations)
        total = shown(WINDOW.tr("%n endpoint", "%n endpoints", count))
        return f"{total}: {', '.join(parts)}" if parts else total
