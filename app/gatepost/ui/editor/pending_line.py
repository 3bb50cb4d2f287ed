"""The line over an endpoint's tabs that tells of its draft, and of a host that changed under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gatepost.endpoints.changes.draft import DraftMisfitError
from gatepost.session.host_session import HostSession
from gatepost.ui.widgets.plain_widgets import plain_label


class PendingLine(QFrame):
    """Hidden where there is no draft."""

    discard_requested = Signal(str)
    preview_requested = Signal(str)
    apply_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draftLine")
        self._session: HostSession | None = None
        self._name = ""
        self.words = plain_label()
        self.keep = QPushButton(self.tr("&Keep my draft"))
        self.discard = QPushButton(self.tr("Discard"))
        self.preview = QPushButton(self.tr("Preview..."))
        self.apply = QPushButton(self.tr("Apply..."))
        self.apply.setProperty("tone", "primary")
        self.keep.clicked.connect(self._keep)
        self.discard.clicked.connect(lambda: self.discard_requested.emit(self._name))
        self.preview.clicked.connect(lambda: self.preview_requested.emit(self._name))
        self.apply.clicked.connect(lambda: self.apply_requested.emit(self._name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 6, 5)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for button in (self.keep, self.discard, self.preview, self.apply):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.hide()

    def show_draft(self, session: HostSession | None, name: str) -> None:
        """Tell of the draft of that endpoint, if there is one."""
        self._session, self._name = session, name
        draft = session.drafts.draft(name) if session is not None else None
        self.setVisible(draft is not None)
        if session is None or draft is None:
            return
        conflicts = session.drafts.conflicts
        gone = name in conflicts and conflicts[name] is None
        self.words.setText(self._words(conflict=name in conflicts, gone=gone))
        self.keep.setVisible(name in conflicts and not gone)
        self.show_activity()

    def show_activity(self) -> None:
        """Offer what can be done with the draft now."""
        session = self._session
        if session is not None:
            conflict = self._name in session.drafts.conflicts
            self.apply.setEnabled(not session.busy and not session.read_only and not conflict)
            self.preview.setEnabled(not session.busy)

    def _words(self, *, conflict: bool, gone: bool) -> str:
        if gone:
            return self.tr("The endpoint is gone from the host. Your draft is kept until you discard it.")
        if conflict:
            return self.tr(
                "The host has changed this endpoint since you began. What you see is your draft; keep it to write it over "
                "the host's, or discard it."
            )
        return self.tr("Unsent edits. Nothing is on the host yet.")

    def _keep(self) -> None:
        if self._session is None:
            return
        try:
            self._session.drafts.keep(self._name)
        except DraftMisfitError:
            self.words.setText(
                self.tr("Your draft does not fit: the host has another number of descriptors now. Discard it.")
            )
