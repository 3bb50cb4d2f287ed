"""Line under an endpoint's tabs for its pending changes, and for conflicts with changes on the host."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from gatepost.endpoints.changes.pending_change import PendingChangeMisfitError
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.models.window_text import one_line, shown
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.widgets.boxes import Grow, hbox
from gatepost.ui.widgets.plain_widgets import plain_label, push_button


class PendingLine(QFrame):
    """Hidden where there is no pending change, and no text on its way to be one."""

    requested = Signal(str, bool)  # the name of the endpoint, and whether for a preview alone

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pendingLine")
        self._endpoint: EndpointInView | None = None
        self.words = plain_label()
        self.merge = push_button(self.tr("&Merge"), lambda: self._settle(PendingChanges.merge))
        self.keep = push_button(self.tr("&Keep my changes"), lambda: self._settle(PendingChanges.keep))
        self.discard = push_button(self.tr("Discard"), self._discard)
        self.preview = push_button(self.tr("Preview..."), lambda: self._ask(preview=True))
        self.apply = push_button(self.tr("Apply this endpoint..."), lambda: self._ask(preview=False))
        self.merge.setToolTip(self.tr("Merge your changes into the current configuration of the host"))
        buttons = (self.merge, self.keep, self.discard, self.preview, self.apply)
        hbox(Grow(self.words), *buttons, on=self, spacing=8, margins=(12, 5, 6, 5))
        self.hide()

    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        """Tell of the pending changes of an endpoint, if it has some."""
        self._endpoint = endpoint
        self.setVisible(endpoint is not None and endpoint.name in endpoint.session.pending_changes.pending_or_typing)
        if endpoint is None or self.isHidden():
            return
        conflicts = endpoint.session.pending_changes.conflicts
        conflict, gone = endpoint.name in conflicts, conflicts.get(endpoint.name, endpoint) is None
        held_back = endpoint.session.pending_changes.reason_held_back(endpoint.name)
        self.words.setText(self._words(conflict=conflict, gone=gone, held_back=shown(held_back)))
        self.merge.setVisible(conflict and not gone)
        self.keep.setVisible(conflict and not gone)
        self.show_activity()

    def show_activity(self) -> None:
        """Offer what can be done with them now."""
        if self._endpoint is not None and not self.isHidden():
            session = self._endpoint.session
            held_back = bool(session.pending_changes.reason_held_back(self._endpoint.name))
            self.apply.setEnabled(not session.state.is_busy and not session.read_only and not held_back)
            self.preview.setEnabled(not session.state.is_busy)

    def _ask(self, *, preview: bool) -> None:
        if self._endpoint is not None:
            self.requested.emit(self._endpoint.name, preview)

    def _discard(self) -> None:
        """It can be undone, so it is not asked about."""
        if self._endpoint is not None:
            name = self._endpoint.name
            label = self.tr("Discard pending changes of {name}").format(name=one_line(name))
            self._endpoint.session.pending_changes.discard(label, (name,))

    def _words(self, *, conflict: bool, gone: bool, held_back: str) -> str:
        if gone:
            return self.tr("The endpoint was removed from the host. Your changes are kept until you discard them.")
        if conflict:
            return self.tr(
                "This endpoint was changed on the host after you started editing. Merge your changes into it, keep them to "
                "overwrite it, or discard them."
            )
        return held_back or self.tr("Pending changes. Not applied to the host yet.")

    def _settle(self, how: Callable[[PendingChanges, str], None]) -> None:
        if self._endpoint is None:
            return
        try:
            how(self._endpoint.session.pending_changes, self._endpoint.name)
        except PendingChangeMisfitError:
            self.words.setText(
                self.tr("The endpoint's structure changed on the host. Your changes can't be applied; discard them.")
            )
