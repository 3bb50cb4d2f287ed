"""The one page between an action and the host: what will change, who gains and loses access, and the button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.endpoints.access.change_risks import ChangeRisks, RiskSentence
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.setting_change_set import SettingWrite
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.jobs.job import T
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.models.endpoints.pending_plan import PendingState
from gatepost.models.window_text import shown
from gatepost.session.evaluator import Evaluator
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm import change_text
from gatepost.ui.confirm.access_fold import AccessFolds
from gatepost.ui.confirm.details_fold import DetailsFold
from gatepost.ui.confirm.details_tabs import DetailsTabs
from gatepost.ui.confirm.pending_box import PendingBox
from gatepost.ui.confirm.planned_change import ChangeRequest, PlannedChange
from gatepost.ui.confirm.question_dialog import QuestionDialog
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.layout import dialog_header, dialog_layout
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label, set_text_or_hide
from gatepost.work import WorkContext

_WIDTH = 1080  # pixels
_COLUMNS = [300, 140, 490, 104]  # pixels; with its frame and the margins as wide as the dialog
_SETTLED = 50  # milliseconds after the first picture, until which nothing more comes of opening
_NOT_YET = ChangeRisks(
    sentences=(RiskSentence(WINDOW.tr("Evaluating who loses and who gains access...")),), is_complete=False
)
_CRASHED = ChangeRisks(
    sentences=(
        RiskSentence(
            WINDOW.tr(
                "Unexpected error in Gatepost: the change can't be evaluated, so it can't be confirmed. Close this "
                "dialog, then try again."
            )
        ),
    ),
    is_complete=False,
)


class ConfirmDialog(QuestionDialog):
    """Shows a planned change. A preview is the same page without the button."""

    def __init__(
        self,
        request: ChangeRequest,
        planned: PlannedChange,
        pending_changes: PendingChanges,
        files: FileSaver,
        evaluator: Evaluator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._request = request
        self._pending_changes = pending_changes
        self._preview = request.preview
        self._evaluator = evaluator
        self._evaluation: ChangeRisks | None = None
        self._unevaluated: ChangeSet | None = None  # what to evaluate once it has been painted
        self._without_evaluation = _NOT_YET
        self.change_set = planned.change_set
        self.settings: tuple[SettingWrite, ...] = ()
        self._sign = SignLabel()
        self.effect_label = plain_label()
        self.you_label = plain_label()
        self.connection_label = ElidedLabel("muted")
        self.table = endpoint_table()
        self.access = AccessFolds(self.tr("Access &gained"))
        self.pending = PendingBox(request.pending_choices)
        self.warnings = plain_label(name="warning")
        self.details = DetailsFold(self.tr("De&tails"), files)
        self._lay_out()
        self.finished.connect(evaluator.cancel)
        self.pending.choice_changed.connect(lambda: self.replan(self._request))
        self.details.copy_all.connect(lambda: QGuiApplication.clipboard().setText(self.as_text()))
        self.show_change(planned)
        self.resize(_WIDTH, 0)
        self._focus_first()

    def work(self, reason: str) -> Callable[[Host, WorkContext], ApplyReport]:
        """Return the work that carries out what is shown."""
        change_set, settings = self.change_set, self.settings
        return lambda host, context: host.apply(change_set, reason, context, settings)

    def settle_pending(self) -> None:
        """Do with the pending changes what was chosen, now that the session has taken the write, which waits in its lane."""
        self.pending.settle(self._pending_changes, self.change_set)

    def show_change(self, planned: PlannedChange) -> None:
        """Show another change in place: the action was widened or narrowed."""
        self.change_set, self.settings = planned.change_set, planned.settings
        self._evaluation = planned.evaluation
        self._unevaluated = planned.change_set if planned.evaluation is None else None
        self.pending.show_plan(planned.plan, self._request.snapshot.accounts)
        self._show_head()
        self.table.set_rows(planned.rows)
        self._show_evaluation()
        self.update()

    def replan(self, request: ChangeRequest) -> None:
        """Plan what is asked for now, as chosen for the pending changes that it covers, and show that."""
        self._request = request
        self._evaluation = self._unevaluated = None
        self._without_evaluation = _NOT_YET
        work = partial(request.planned, PendingState.of(self._pending_changes), self.pending.choice)
        self._evaluator.evaluate(work, self.show_change, self._on_crashed)
        if self._evaluation is None and self._unevaluated is None:  # not there in a moment
            self._show_evaluation()

    def ask_host(self, session: HostSession) -> None:
        """Ask the host for what the page shows beside the change."""

    def _fetch(
        self, session: HostSession, work: Callable[[Host, WorkContext], T], show: Callable[[T | HostError], object]
    ) -> bool:
        """Read something in the background, unless the page is closed before; False: the host isn't connected."""
        job = session.run_read(work)
        if job is None:
            return False
        session.tell_answer(job, show, show)
        self.finished.connect(job.cancel)
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and only then begin what keeps the interpreter busy."""
        super().paintEvent(event)
        if self._unevaluated is not None:
            QTimer.singleShot(_SETTLED, self, self._evaluate)

    def _evaluate(self) -> None:
        change_set, self._unevaluated = self._unevaluated, None
        if change_set is not None:
            work = partial(self._request.evaluation, change_set)
            self._evaluator.evaluate_later(work, self._on_evaluated, self._on_crashed)

    def _on_evaluated(self, evaluation: ChangeRisks) -> None:
        self._evaluation = evaluation
        self._show_evaluation()

    def _on_crashed(self) -> None:
        self._without_evaluation = _CRASHED
        self._show_head()
        self._show_evaluation()

    @property
    def pages(self) -> DetailsTabs:
        """The details, which are made when they are first seen."""
        return self.details.pages

    @property
    def is_evaluated(self) -> bool:
        """Whether it is known who loses and who gains access."""
        return self._evaluation is not None

    @property
    def _risks(self) -> ChangeRisks:
        return self._evaluation if self._evaluation is not None else self._without_evaluation

    def _show_evaluation(self) -> None:
        """Show who loses and who gains access, as soon as that is known; until then nothing can be confirmed."""
        set_text_or_hide(self.you_label, change_text.left_outside(self._risks))
        self.access.show_risks(self._risks, self.change_set, self._request.snapshot.accounts)
        self.access.setVisible(self.is_evaluated and bool(self.change_set.effective))
        still_open = change_text.still_open(self.change_set, self._risks.opens_when_enabled)
        self.details.show_changes(self.change_set, still_open)
        self._show_buttons()

    def _show_head(self) -> None:
        self._show_title(change_text.title(self.change_set, preview=self._preview))
        self.effect_label.setText(change_text.effect(self.change_set, changes_settings=bool(self.settings)))
        lines = [change_text.tally(self.change_set), change_text.connection(self.change_set)]
        self.connection_label.setText("  ·  ".join(lines))
        self.details.show_line(self.tr("De&tails"), change_text.details(self.change_set))
        set_text_or_hide(self.warnings, change_text.warnings(self.change_set))

    def _changes(self) -> bool:
        return bool(self.change_set.effective or self.settings)

    def _takes_access(self) -> bool:
        """Whether the action takes access away, or might."""
        return self.change_set.action is ActionKind.DISABLE_REMOTING or self._risks.may_take_access

    def _show_buttons(self) -> None:
        asks = self._changes() and not self._preview
        self._show_verb(change_text.verb(self.change_set), change_text.verb_and_host(self.change_set))
        self._show_effect(
            self._sign,
            changes=self._changes(),
            is_evaluated=self._risks is not _NOT_YET,
            takes_access=self._takes_access(),
        )
        self._set_asking(asks=asks)
        why = change_text.type_host_name(self._risks, self.change_set.host.name) if self._risks.type_host_name else ""
        self.host_name.ask(why if asks else "", self.change_set.host.name)
        if why and asks and self.focusWidget() is self.cancel_button:
            self.host_name.edit.setFocus()
        self._allow_confirming()

    @override
    def _allow_confirming(self) -> None:
        asks = self._changes() and not self._preview
        self.confirm_button.setEnabled(asks and self._evaluation is not None and self.host_name.passed())

    def _parts(self) -> list[QWidget]:
        """Make what stands between the head and who loses access."""
        return [self.table, self.warnings, self.pending]

    def _lay_out(self) -> None:
        top = dialog_header(self._sign, self.title_label, self.effect_label, self.you_label, self.connection_label)
        folds = vbox(self.access, self.details, spacing=2)
        dialog_layout(self, top, *self._parts(), folds, self._rows()).setSpacing(10)

    def as_text(self) -> str:
        """Return the whole page as text, for a ticket or a mail."""
        parts = [self.title_label.text(), self.effect_label.text()]
        parts += [self.you_label.text()] if self._risks.sentences else []
        parts += [self.connection_label.text(), ""]
        parts += [self.table.as_text(), ""]
        parts += [self.pending.as_text(), ""] if self.pending.names else []
        parts += [self.warnings.text(), ""] if self.warnings.text() else []
        parts += [self.access.as_text(), ""]
        return "\n".join([*parts, self.pages.as_text()])


def endpoint_table() -> LinesTable:
    """Return a table for the rows of a change, endpoint by endpoint."""
    titles = (WINDOW.tr("Endpoint"), WINDOW.tr("Access"), WINDOW.tr("Change"), WINDOW.tr("Unchanged"))
    columns = zip(map(shown, titles), _COLUMNS, strict=True)
    tips = ["", "", "", shown(WINDOW.tr("Unchanged entries"))]
    table = LinesTable(shown(WINDOW.tr("Endpoints and changes")), *columns, stretched=2, tips=tips)
    table.setMinimumHeight(104)
    return table
