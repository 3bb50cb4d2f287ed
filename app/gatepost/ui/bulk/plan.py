"""What an action would do on several hosts, each read again for it, and which of them are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gatepost.backend.host.host import Host
from gatepost.backend.journal.queries import host_label
from gatepost.compute_slots import computing
from gatepost.endpoints.access.change_risks import ChangeRisks, change_risks
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import NOTHING, WINDOW, Text, sentences
from gatepost.jobs.chunked_work import ChunkedWork
from gatepost.jobs.job import Job
from gatepost.security import stopping_evaluation
from gatepost.session.host_session import HostSession
from gatepost.session.reading import CANCELED, with_what_is_known
from gatepost.ui.bulk.action import BulkAction, Proposal
from gatepost.ui.confirm.planned_change import ConfirmRow, endpoint_rows
from gatepost.work import WorkContext

_TOGETHER = 150  # milliseconds: the answers of that time are told once
READING = WINDOW.tr("Reading...")
NOT_CONNECTED = WINDOW.tr("Not connected. Connect to it, then try again.")
_SAME_HOST = WINDOW.tr("The same host as in another row.")


@dataclass(frozen=True, slots=True)
class ChosenHost:
    """A selected host, and what was known of it when it was asked about."""

    session: HostSession
    snapshot: HostSnapshot

    @property
    def is_same(self) -> bool:
        """Whether the host has not been read again since; names that arrived later don't count."""
        now = self.session.snapshot
        return now is not None and now.configurations is self.snapshot.configurations


@dataclass(frozen=True, slots=True)
class HostChange:
    """The change of one host, its risks, and what changes in each endpoint."""

    host: ChosenHost
    proposal: Proposal
    risks: ChangeRisks
    rows: tuple[ConfirmRow, ...]

    @property
    def session(self) -> HostSession:
        """The session of the host."""
        return self.host.session


@dataclass(frozen=True, slots=True)
class HostPlan:
    """The change of one host, or why it is left alone; ``left_alone`` is READING until it has answered, NOTHING before."""

    session: HostSession
    left_alone: Text = NOTHING
    change: HostChange | None = None


def reason_left_alone(session: HostSession) -> Text:
    """Return why a host can't be changed together with others as it stands, empty where it can."""
    if session.kind is HostKind.FILE:
        return WINDOW.tr("A snapshot file, so nothing can be changed.")
    if session.state.is_busy:
        return WINDOW.tr("Busy. Try again when the current task has finished.")
    if session.snapshot is None or not session.state.is_ready:
        return NOT_CONNECTED
    if session.read_only:
        return WINDOW.tr("Read-only. Turn that off for this host first.")
    if session.pending_changes.has_pending:
        return WINDOW.tr("Has pending changes. Apply or discard them, then try again.")
    return NOTHING


def plan_on_host(action: BulkAction, chosen: ChosenHost, host: Host, context: WorkContext) -> HostPlan:
    """Read a host and work out what an action would do there now. In the host's lane.

    Raises:
        HostError: the host did not answer, or refused. Nothing has changed.
    """
    with computing(), stopping_evaluation(context.token.raise_if_cancelled):
        snapshot = with_what_is_known(host.read_snapshot(context), chosen.snapshot)
        return planned(action, chosen, action.plan(host, snapshot, context))


def planned(action: BulkAction, chosen: ChosenHost, proposal: Proposal | Text) -> HostPlan:
    """Return the plan of a host: it is left alone where nothing would change, or where its name has to be typed."""
    session = chosen.session
    if isinstance(proposal, Text):
        return HostPlan(session, proposal)
    if not proposal.change_set.effective:
        return HostPlan(session, sentences(WINDOW.tr("No changes needed."), *proposal.left_out))
    risks = change_risks(proposal.change_set, proposal.snapshot, over_network=session.over_network)
    if risks.type_host_name:
        return HostPlan(session, sentences(risks.type_host_name, action.by_itself))
    rows = tuple(endpoint_rows(proposal.change_set, proposal.snapshot))
    return HostPlan(session, change=HostChange(chosen, proposal, risks, rows))


class BulkPlanning(QObject):
    """Plans an action on every host at the same time, each in its own lane; a host of several rows in one of them."""

    changed = Signal()  # ``plans`` has news: at once when it is done, until then once for all that come close together

    def __init__(self, action: BulkAction, sessions: Sequence[HostSession], parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._chosen: dict[int, ChosenHost] = {}  # by the number of a plan, until it is asked
        self._asked: set[str] = set()
        self._jobs: dict[int, Job[HostPlan]] = {}
        self._pause = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._pause.timeout.connect(self.changed)
        self.plans = [HostPlan(session, reason_left_alone(session)) for session in sessions]

    @property
    def is_done(self) -> bool:
        """Whether it is known of every host what would be done there."""
        return not self._chosen and not self._jobs

    def start(self) -> None:
        """Ask the hosts, a few at a time: the window goes on meanwhile."""
        for number, plan in enumerate(self.plans):
            if not plan.left_alone and plan.session.snapshot is not None:
                self._chosen[number] = ChosenHost(plan.session, plan.session.snapshot)
                self.plans[number] = HostPlan(plan.session, READING)
        ChunkedWork((partial(self._ask, number) for number in tuple(self._chosen)), self)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop asking."""
        self._pause.stop()
        self._chosen.clear()
        jobs, self._jobs = self._jobs, {}
        for job in jobs.values():
            job.cancel()

    def _ask(self, number: int) -> None:
        """Ask a host, except one that was asked for another row, or that isn't open any more."""
        chosen = self._chosen.pop(number, None)
        if chosen is None:
            return
        host = chosen.snapshot.host
        name = host_label(host.key, host.name, host.kind)
        if name in self._asked:
            self._show(number, HostPlan(chosen.session, _SAME_HOST))
            return
        job = chosen.session.run_read(partial(plan_on_host, self._action, chosen))
        if job is None:
            self._show(number, HostPlan(chosen.session, NOT_CONNECTED))
            return
        self._asked.add(name)
        self._jobs[number] = job
        cancelled = partial(self._take, number, HostPlan(chosen.session, CANCELED.summary))
        chosen.session.tell_answer(job, partial(self._take, number), partial(self._on_failed, number), cancelled)

    def _take(self, number: int, plan: HostPlan) -> None:
        if self._jobs.pop(number, None) is not None:
            self._show(number, plan)

    def _show(self, number: int, plan: HostPlan) -> None:
        self.plans[number] = plan
        if self.is_done:
            self._pause.stop()
            self.changed.emit()
        elif not self._pause.isActive():  # or many answers in a row would put it off
            self._pause.start()

    def _on_failed(self, number: int, error: HostError) -> None:
        self._take(number, HostPlan(self.plans[number].session, error.text))
