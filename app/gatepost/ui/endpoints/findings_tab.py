"""Findings of the selected endpoint, and the edits that settle them."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from gatepost.endpoints.access.findings import Finding, Severity
from gatepost.endpoints.changes.permission_edits import normalized_for_cmdlets
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import push_button

_MISREAD, _ORDER = {"misread", "takes-deny"}, {"order"}
_LOOKS = {Severity.WARNING: ("alert-outline", Tone.WARNING)}
_REMARK = ("information-outline", Tone.MUTED)


class FindingsTab(DetailTab):
    """One row for each finding. What a button does is a pending change, or asks first."""

    def __init__(self, row_in_view: Callable[[], EndpointRow | None], why_none: Callable[[], str]) -> None:
        """``row_in_view`` returns what is said of the endpoint in view, None while there is nothing, with ``why_none``."""
        super().__init__()
        self._why_none = why_none
        self._row_in_view = row_in_view
        self._endpoint: EndpointInView | None = None
        self.table = LinesTable(self.tr("Findings"), (self.tr("Severity"), 130), (self.tr("Finding"), 500), stretched=1)
        self.reorder = push_button(self.tr("Reorder..."))
        self.fix = push_button(self.tr("&Fix for Windows cmdlets"), self._fix)
        self.fix.setToolTip(
            self.tr(
                "List each right separately in these Deny entries. The effect is the same, but the Windows "
                "cmdlets no longer mistake them for the NETWORK Deny."
            )
        )
        buttons = hbox(self.reorder, self.fix, STRETCH, spacing=8)
        vbox(Grow(self.table), buttons, on=self, spacing=6)

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        self._endpoint = endpoint
        row = self._row_in_view()
        findings: tuple[Finding, ...] = row.findings if row is not None else ()
        codes = {finding.code for finding in findings}
        writable = endpoint is not None and endpoint.editable
        rows = [self._row(finding) for finding in findings]
        if endpoint is not None and not rows:
            message = self.tr("No findings.") if row is not None else self._why_none()
            rows = [((Line(""),), (Line(message, Tone.MUTED),))]
        self.table.set_rows(rows)
        self.fix.setVisible(writable and bool(codes & _MISREAD))
        self.reorder.setVisible(writable and bool(codes & _ORDER))

    def _row(self, finding: Finding) -> tuple[Cell, ...]:
        sign, tone = _LOOKS.get(finding.severity, _REMARK)
        severity = self.tr("Warning") if finding.severity is Severity.WARNING else self.tr("Information")
        return (Line(severity, tone, sign),), (Line(shown(finding.text)),)

    def _fix(self) -> None:
        if self._endpoint is not None:
            self._endpoint.edit(normalized_for_cmdlets(self._endpoint.configuration))
