"""Tabs under the endpoint table: a line in plain words about the selected endpoint, and the tabs under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from gatepost.endpoints.access.summary import summary_text
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.entries_tab import EntriesTab
from gatepost.ui.editor.pending_line import PendingLine
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.lazy_tabs import LazyTabs
from gatepost.ui.widgets.plain_widgets import ElidedLabel, TwoLinesLabel

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.effective_access_tab import EffectiveAccessTab
    from gatepost.ui.editor.owner_tab import OwnerTab
    from gatepost.ui.editor.sddl_tab import SddlTab
    from gatepost.ui.endpoints.details_tab import DetailsTab
    from gatepost.ui.endpoints.findings_tab import FindingsTab

_LONGEST_NAME = 420  # pixels
_APART = 14  # pixels between the parts, together


class DetailTabs(QWidget):
    """Only the tab in front is updated; the others on ``currentChanged``. No tab moves with what is selected."""

    height_wanted = Signal(int)  # pixels in which the tab in front is seen whole, 0 where any number will do

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner
        self.endpoint: EndpointInView | None = None
        self._row: EndpointRow | None = None  # None while it is evaluated
        self._late = False  # whether the tabs were shown without it
        self._evaluator = Evaluator(runner)
        self.headline = ElidedLabel("headline")
        self.headline.setMaximumWidth(_LONGEST_NAME)
        self.headline.setContentsMargins(0, 2, 0, 0)  # on one line with the sentence beside it
        self.sentence = TwoLinesLabel("sentence")
        self.findings_button = self._findings_button()
        self.pending_line = PendingLine()
        self.permissions = EntriesTab(ListKind.DACL, self.tr("Permissions"), runner)
        self.tabs = LazyTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Properties of the endpoint"))
        self.tabs.addTab(self.permissions, self.tr("Permissions"))
        self.findings = self.tabs.add_lazy(self._findings_tab, self.tr("Findings"))
        auditing = self.tr("Auditing")
        self.effective_access = self.tabs.add_lazy(self._effective_access_tab, self.tr("Effective access"))
        self.auditing = self.tabs.add_lazy(lambda: EntriesTab(ListKind.SACL, auditing, runner), auditing)
        self.owner = self.tabs.add_lazy(_owner_tab, self.tr("Owner"))
        self.sddl = self.tabs.add_lazy(self._sddl_tab, self.tr("SDDL"))
        self.tabs.add_lazy(_details_tab, self.tr("Details"))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._lay_out()
        self.show_endpoint(None)

    def _findings_button(self) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.show_findings)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _lay_out(self) -> None:
        parts = (self.headline, self.sentence, self.findings_button)
        line = hbox(self.headline, Grow(self.sentence), self.findings_button, spacing=12, margins=(0, 4, 0, 0))
        for part in parts:
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        vbox(line, Grow(self.tabs), self.pending_line, on=self, spacing=2)

    def show_endpoint(self, endpoint: EndpointInView | None, why_none: str = "") -> None:
        """Show one endpoint with its pending changes; where there is none, ``why_none`` says so."""
        self.endpoint = endpoint
        self.pending_line.show_endpoint(endpoint)
        self.headline.setText(one_line(endpoint.name) if endpoint is not None else "")
        self.headline.setVisible(endpoint is not None)
        self._evaluate(endpoint, why_none)
        self._show_tab()

    def _evaluate(self, endpoint: EndpointInView | None, why_none: str) -> None:
        """Say who has access and what to look out for; pending changes are evaluated in a worker thread first."""
        self._evaluator.cancel()
        self._row, self._late = None, False
        if endpoint is None:
            self._say(why_none)
        elif endpoint.pending_change is None:  # its row is there since the host was read
            self._show_row(endpoint.row_on_host)
        else:
            self._evaluator.evaluate(endpoint.row, self._show_row, self._on_crashed)
            self._late = self._row is None
            if self._late:
                self._say(self.tr("Evaluating..."))

    def _on_crashed(self) -> None:
        self._say(shown(CRASHED))
        self._show_tab()  # which may be the one of the findings

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.findings_button.hide()

    def _show_row(self, row: EndpointRow) -> None:
        self._row, endpoint = row, self.endpoint
        assert endpoint is not None
        enabled = row.configuration.enabled
        summary = visible(shown(summary_text(row.summary, endpoint.accounts))) if enabled else self.tr("Disabled.")
        self.sentence.setText(summary)
        self._count_findings(row)
        if self._late:
            self._late = False
            self._show_tab()  # which may be the one of the findings

    def show_findings(self) -> None:
        """Bring the findings to the front."""
        self.tabs.setCurrentWidget(self.findings())
        self.findings().table.setFocus()

    def _count_findings(self, row: EndpointRow) -> None:
        """Say how many findings there are beside the sentence; the tab has them."""
        count = len(row.findings)
        self.findings_button.setVisible(count > 0)
        if count:
            label = shown(WINDOW.tr("%n finding", "%n findings", count))
            sign = ("alert-outline", Tone.WARNING) if row.warnings else ("information-outline", Tone.INFO)
            self.findings_button.setText(label)
            self.findings_button.setIcon(icon(*sign))

    def _findings_tab(self) -> FindingsTab:
        from gatepost.ui.endpoints.findings_tab import FindingsTab

        tab = FindingsTab(lambda: self._row, self.sentence.text)
        tab.reorder.clicked.connect(self._reorder)
        return tab

    def _effective_access_tab(self) -> EffectiveAccessTab:
        from gatepost.ui.access.effective_access_tab import EffectiveAccessTab

        tab = EffectiveAccessTab(self._runner)
        queued = Qt.ConnectionType.QueuedConnection  # not while the tab is given another size
        tab.least_height_changed.connect(self._ask_for_height, queued)
        return tab

    def _sddl_tab(self) -> SddlTab:
        from gatepost.ui.editor.sddl_tab import SddlTab

        return SddlTab(self._runner)

    def _reorder(self) -> None:
        """The tab of the permissions shows what would move, and asks."""
        self.tabs.setCurrentWidget(self.permissions)
        self.permissions.reorder.trigger()

    def _on_tab_changed(self) -> None:
        self._show_tab()
        self._ask_for_height()

    def _ask_for_height(self) -> None:
        tab = self.tabs.front()
        least = tab.least_height() if isinstance(tab, DetailTab) else 0
        around = (self.sentence, self.tabs.tabBar(), self.pending_line)
        self.height_wanted.emit(least + sum(part.sizeHint().height() for part in around) + _APART if least else 0)

    def _show_tab(self) -> None:
        tab = self.tabs.front()
        if isinstance(tab, DetailTab):
            tab.show_endpoint(self.endpoint)


def _owner_tab() -> OwnerTab:
    from gatepost.ui.editor.owner_tab import OwnerTab

    return OwnerTab()


def _details_tab() -> DetailsTab:
    from gatepost.ui.endpoints.details_tab import DetailsTab

    return DetailsTab()
