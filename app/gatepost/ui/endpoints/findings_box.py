"""Findings of the selected endpoint, and the edits that settle them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gatepost.endpoints.access.findings import Finding
from gatepost.endpoints.changes.normalize_for_cmdlets import normalized_for_cmdlets
from gatepost.models.plain import visible
from gatepost.models.sentences import shown
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.widgets.plain_widgets import plain_label

_MISREAD, _ORDER = {"misread", "takes-deny"}, {"order"}


class FindingsBox(QWidget):
    """Hidden where there is nothing to say. What a button does is a step of the draft, or asks first."""

    reorder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endpoint: EndpointInView | None = None
        self.words: QLabel = plain_label(name="findings")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reorder = QPushButton(self.tr("Reorder..."))
        self.fix = QPushButton(self.tr("&Fix for Windows"))
        self.fix.setToolTip(
            self.tr("Write the rights of these Deny entries one by one: same effect, but read correctly by Windows")
        )
        self.fix.clicked.connect(self._fix)
        self.reorder.clicked.connect(self.reorder_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for button in (self.reorder, self.fix):
            button.setAutoDefault(False)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        """Show the findings of an endpoint, or none."""
        self._endpoint = endpoint
        findings: tuple[Finding, ...] = endpoint.row.findings if endpoint is not None else ()
        codes = {finding.code for finding in findings}
        writable = endpoint is not None and endpoint.editable
        self.words.setText("\n".join(f"\u2022 {visible(shown(finding.text))}" for finding in findings))
        self.fix.setVisible(writable and bool(codes & _MISREAD))
        self.reorder.setVisible(writable and bool(codes & _ORDER))
        self.setVisible(bool(findings))

    def _fix(self) -> None:
        if self._endpoint is not None:
            self._endpoint.edit(normalized_for_cmdlets(self._endpoint.configuration))
