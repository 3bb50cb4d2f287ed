"""One open host: its readings and its writes, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.endpoints.configuration.principal import Principal, is_well_known
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import NOTHING, Text
from gatepost.endpoints.writes.change_set import Skipped
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.endpoint_row import EndpointRow, endpoint_rows
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.session.evaluator import Evaluator
from gatepost.session.first_write_backup import FirstWriteBackup
from gatepost.session.follow_ups import FollowUps
from gatepost.session.reading import HostSource, HostUpdate, crash_error, read_host, stoppable
from gatepost.session.session_state import Change, ChangeBatch, SessionState
from gatepost.work import WorkContext

_T = TypeVar("_T")


class HostSession(QObject):
    """Reads and writes one host through its lane. Only this class submits work for it."""

    changed = Signal(object)  # Change: all that is new since the last time, told once
    progressed = Signal(object)  # Progress
    first_read = Signal()  # there is a snapshot, for the first time
    reading_ended = Signal()  # there is a snapshot or an error
    applied = Signal(object)  # ApplyReport, after the host has been read again or failed to be
    refused = Signal(object)  # tuple[Skipped, ...]: what an edit could not be made on

    def __init__(
        self,
        key: str,
        name: str,
        kind: HostKind,
        source: HostSource,
        runner: JobRunner,
        *,
        read_only: bool = False,
        explanation: Text = NOTHING,
    ) -> None:
        """``explanation`` says why there is nothing to read."""
        super().__init__()
        self.key = key
        self.name = name
        self.kind = kind
        self.read_only = read_only
        self.explanation = explanation
        self.snapshot: HostSnapshot | None = None
        self.rows: tuple[EndpointRow, ...] = ()  # of the snapshot
        self.error: HostError | None = None
        self.pending_changes = PendingChanges(self)
        self.pending_changes.changed.connect(self._on_pending_changed)
        self._always_read_only = read_only
        self._source = source
        self._runner = runner
        self._activity: SessionState | None = None  # what goes on in the lane
        self._job: Job[Any] | None = None  # of the activity
        self._questions: WeakSet[Job[Any]] = WeakSet()  # besides
        self._report: ApplyReport | None = None  # of a write, until the reading after it has ended
        self._backup: FirstWriteBackup | None = None
        self._follow_ups = FollowUps()
        self._changes = ChangeBatch(self.changed.emit)

    @property
    def state(self) -> SessionState:
        """What is going on, or how the host stands since it was read last."""
        if self._activity is not None:
            return self._activity
        if self.error is not None:
            return SessionState.FAILED
        return SessionState.READY if self.snapshot is not None else SessionState.UNREAD

    @property
    def accounts(self) -> Accounts:
        """The accounts that the host has named so far."""
        return self.snapshot.accounts if self.snapshot is not None else NO_ACCOUNTS

    @property
    def over_network(self) -> bool:
        """Whether the account that is connected comes over the network."""
        return self.kind is not HostKind.THIS_COMPUTER

    @property
    def is_closable(self) -> bool:
        """Whether the host can be disconnected: not until a write has been reported, nor this computer unread."""
        is_closed = self.kind is HostKind.THIS_COMPUTER and self.state is SessionState.UNREAD
        return not self.state.is_finishing and not is_closed

    def banner(self) -> str:
        """Return what is always to be said of the host; "" for nothing."""
        return self._source.banner()

    def load(self) -> None:
        """Read the host again, in the background. Does nothing while it is being read or written."""
        if self.state.is_busy or self.explanation:
            return
        self._stop_following_up()
        state = SessionState.READING if self._report is None else SessionState.VERIFYING
        work = partial(read_host, self._source, self.snapshot, self.rows)
        crashed = partial(self._on_read_failed, crash_error(self.name))
        self._run(state, work, self._on_read, self._on_read_failed, cancelled=self._on_read_cancelled, crashed=crashed)

    def edit(self, step: EditStep, merge_key: str = "") -> tuple[Skipped, ...]:
        """Take a step as pending changes; ``refused`` tells what it does not fit, which is returned as well."""
        refused = self.pending_changes.edit(step, merge_key)
        if refused:
            self.refused.emit(refused)
        return refused

    def write(self, work: Callable[[Host, WorkContext], ApplyReport]) -> Job[ApplyReport]:
        """Carry out something that was confirmed; then the host is read again and the report is told.

        ``applied`` tells the report; of a job that has crashed or was canceled there is none.

        Raises:
            PermissionError: the session is read-only; nothing is sent.
            RuntimeError: the host is not connected, or is being read or written; nothing is sent.
        """
        if self.read_only:
            raise PermissionError("this session is read-only")
        host, snapshot, backup = self._source.host, self.snapshot, self._backup
        if self.state.is_busy or host is None:
            raise RuntimeError("a write was asked for while the host is not connected, or is being read or written")
        self._stop_following_up()

        def write(context: WorkContext) -> ApplyReport:
            refused = backup.save(snapshot) if backup is not None and snapshot is not None else None
            return refused or work(host, context)

        return self._run(SessionState.WRITING, write, self._on_written, crashed=self.load)

    def back_up_before_first_write(self, save: Callable[[HostSnapshot], object]) -> None:
        """Have ``save`` keep what was read last before the first write; where it raises HostError nothing is written."""
        self._backup = FirstWriteBackup(save)

    def run_read(self, work: Callable[[Host, WorkContext], _T]) -> Job[_T] | None:
        """Ask the host something besides its table, behind whatever its lane is doing; None while it is not open.

        The job is the caller's: it cancels it when the answer is no longer needed.
        """
        host = self._source.host
        if host is None:
            return None
        job = self._runner.submit(self.key, stoppable(host, work))
        self._questions.add(job)
        return job

    def tell_answer(
        self,
        job: Job[_T],
        done: Callable[[_T], object],
        failed: Callable[[HostError], object],
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Have one called at the end of a job of ``run_read``; a bug, which has been reported, is a failure, too."""
        job.then(done, failed, cancelled=cancelled, crashed=partial(failed, crash_error(self.name)))

    def learn(self, principal: Principal) -> None:
        """Keep the name that the host gave for an account, so that it is called so wherever it is used."""
        if self.snapshot is None or principal.sid in self.snapshot.accounts or not principal.name:
            return
        if not is_well_known(principal):  # those have their English names here; the host's own are asked for
            accounts = self.snapshot.accounts.with_names({principal.sid: principal.name})
            snapshot = replace(self.snapshot, accounts=accounts)
            self._take(snapshot, tuple(endpoint_rows(snapshot, self.rows)), Change.NAMES)

    def evaluator(self) -> Evaluator:
        """Return what evaluates the permissions of the host, beside whatever its lane is doing."""
        return Evaluator(self._runner)

    def lock(self, *, read_only: bool) -> None:
        """Take every way to write away, or give it back where the host itself is not to be read only."""
        self.read_only = read_only or self._always_read_only
        self._changes.emit(Change.ACCESS)

    def cancel(self) -> bool:
        """Stop reading, and what else the host was asked. False while a write is carried out: it ends by itself."""
        if self.state.is_finishing:
            return False
        for question in tuple(self._questions):
            question.cancel()
        return self._job is None or self._job.cancel()

    def close(self) -> None:
        """Let go of the host's connection. Nothing can be read through it afterward."""
        self._source.close()

    def fail(self, error: HostError) -> None:
        """Take a failure of what was done for this host, and not through it, as its own."""
        self.error = error
        self._changes.emit(Change.ERROR)

    def _run(
        self,
        activity: SessionState,
        work: Callable[[WorkContext], _T],
        done: Callable[[_T], None],
        failed: Callable[[HostError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        crashed: Callable[[], None] | None = None,
    ) -> Job[_T]:
        """Do one piece of work in the lane, with the callbacks of ``Job.then``; without ``failed``, a failure is a bug."""
        job = self._runner.submit(self.key, work, writes=activity is SessionState.WRITING)
        job.then(
            partial(self._end, done),
            partial(self._end, failed) if failed is not None else None,
            cancelled=partial(self._end, cancelled),
            crashed=partial(self._end, crashed),
            progressed=self.progressed.emit,
        )
        self._activity, self._job = activity, job
        self._changes.emit(Change.ACTIVITY)
        return job

    def _end(self, take: Callable[..., None] | None, *outcome: object) -> None:
        """Take what came of a job, and tell of it together with the end of the activity."""
        self._activity = self._job = None
        self._changes.defer(Change.ACTIVITY)
        if take is not None:
            take(*outcome)
        self._changes.emit()

    def _on_read(self, read: HostUpdate) -> None:
        is_first = self.snapshot is None
        self.error = None
        self._follow_ups.begin()
        self._on_updated(Change.SNAPSHOT | Change.ERROR, read)
        if is_first:
            self.first_read.emit()
        self._end_reading()

    def _on_read_failed(self, error: HostError) -> None:
        self.fail(error)
        self._end_reading()

    def _on_read_cancelled(self) -> None:
        if self._report is not None:  # the write's report waits for it
            self._end_reading()

    def _end_reading(self) -> None:
        report, self._report = self._report, None
        self.reading_ended.emit()
        if report is not None:
            self.applied.emit(report)

    def _follow_up(self) -> None:
        """Ask for what is still not known of what was read."""
        host, snapshot = self._source.host, self.snapshot
        question = self._follow_ups.next(snapshot) if snapshot is not None and host is not None else None
        if host is not None and question is not None:
            done = partial(self._on_updated, question.change)
            work = stoppable(host, partial(question.run, self.rows))
            self._run(SessionState.RESOLVING, work, done, self._on_follow_up_failed)

    def _on_updated(self, change: Change, update: HostUpdate) -> None:
        update = update.put_into(self.snapshot)
        with self._changes.batched():
            self._take(update.snapshot, update.rows, change)
            self._follow_up()

    def _on_follow_up_failed(self, _: HostError) -> None:
        """What was read holds without the answer."""

    def _stop_following_up(self) -> None:
        if self.state is SessionState.RESOLVING and self._job is not None:
            self._follow_ups.ask_names_again()  # after what comes first now
            self._job.cancel()

    def _on_written(self, report: ApplyReport) -> None:
        self._report = report
        self.load()

    def _take(self, snapshot: HostSnapshot, rows: tuple[EndpointRow, ...], change: Change) -> None:
        """Hold another snapshot with its rows; ``change`` names what is new in it."""
        if snapshot is not self.snapshot:
            with self._changes.batched():
                self.snapshot, self.rows = snapshot, rows
                self.pending_changes.set_snapshot(snapshot)
                self._changes.emit(change)

    def _on_pending_changed(self) -> None:
        self._changes.emit(Change.PENDING)
