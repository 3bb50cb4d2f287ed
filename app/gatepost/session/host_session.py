"""One open host: its readings and its writes, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Signal

from gatepost.backend.host.host import Host
from gatepost.compute_slots import computing
from gatepost.endpoints.configuration.principal import Principal, is_well_known
from gatepost.endpoints.configuration.session_configuration import Family
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import NOTHING, Text
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.report import ApplyReport
from gatepost.jobs.job import Job, JobKind, JobState
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.table import EndpointRow
from gatepost.models.window_text import WINDOW
from gatepost.security import Accounts
from gatepost.session.account_naming import AccountNaming, WithRows, read_missing_files, read_names, work_out_rows
from gatepost.session.change import Change
from gatepost.session.evaluator import Evaluator
from gatepost.session.first_write_backup import FirstWriteBackup
from gatepost.session.host_source import HostSource, stoppable
from gatepost.session.session_state import Activity, SessionState
from gatepost.work import WorkContext

_T = TypeVar("_T")


class HostSession(SessionState):
    """Reads and writes one host through its lane. Only this class submits work for it."""

    progressed = Signal(object)  # Progress
    first_read = Signal()  # there is a snapshot, for the first time
    reading_ended = Signal()  # there is a snapshot or an error
    applied = Signal(object)  # ApplyReport, after the host has been read again or failed to be

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
        super().__init__(key, name, kind, read_only=read_only)
        self.explanation = explanation
        self._source = source
        self._runner = runner
        self._job: Job[Any] | None = None
        self._report: ApplyReport | None = None  # of a write, until the reading after it has ended
        self._backup: FirstWriteBackup | None = None
        self._naming = AccountNaming()
        self._libraries_known = False  # of the last reading
        self._rows: tuple[EndpointRow, ...] = ()  # held for the window, which has them worked out already

    @property
    def finishing(self) -> bool:
        """Whether a write goes on, the reading after it included: that one shows what came of it."""
        return self.activity is Activity.WRITING or self._report is not None

    @property
    def cancellable(self) -> bool:
        """Whether what goes on may be stopped."""
        return self.activity in (Activity.READING, Activity.NAMING) and not self.finishing

    @property
    def closable(self) -> bool:
        """Whether the host can be disconnected: not while it is written to, nor this computer unread."""
        is_closed = self.kind is HostKind.THIS_COMPUTER and self.untouched
        return self.activity is not Activity.WRITING and not is_closed

    def banner(self) -> str:
        """Return what is always to be said of the host; "" for nothing."""
        return self._source.banner()

    def load(self) -> None:
        """Read the host again, in the background. Does nothing while it is being read or written."""
        if self.busy or self.explanation:
            return
        self._stop_naming()
        self._submit(Activity.READING, self._read, self._on_read, self._on_read_failed, self._on_read_crashed)

    def apply(self, change_set: ChangeSet, reason: str) -> None:
        """Carry out a confirmed change set.

        Raises:
            PermissionError: the session is read-only; nothing is sent.
        """
        self.write(lambda host, context: host.apply(change_set, reason, context))

    def write(self, work: Callable[[Host, WorkContext], ApplyReport]) -> None:
        """Carry out something that was confirmed; then the host is read again and the report is told.

        Raises:
            PermissionError: the session is read-only; nothing is sent.
        """
        if self.read_only:
            raise PermissionError("this session is read-only")
        host, snapshot, backup = self._source.host, self.snapshot, self._backup
        if self.busy or host is None:
            raise RuntimeError("a write was asked for while the host is being read or written")
        self._stop_naming()

        def write(context: WorkContext) -> ApplyReport:
            refused = backup.save(snapshot) if backup is not None and snapshot is not None else None
            return refused or work(host, context)

        self._submit(Activity.WRITING, write, self._on_written, self._on_write_failed, self.load, JobKind.WRITE)

    def back_up_before_first_write(self, save: Callable[[HostSnapshot], object]) -> None:
        """Have ``save`` keep what was read last before the first write; where it raises HostError nothing is written."""
        self._backup = FirstWriteBackup(save)

    def ask(self, work: Callable[[Host, WorkContext], _T]) -> Job[_T] | None:
        """Ask the host something besides its table, behind whatever its lane is doing; None while it is not open.

        The job is the caller's: it cancels it when nobody waits for the answer any more.
        """
        host = self._source.host
        return self._runner.submit(self.key, stoppable(host, work)) if host is not None else None

    def learn(self, principal: Principal) -> None:
        """Keep the name that the host gave for an account, so that it is called so wherever it is used."""
        if self.snapshot is None or principal.sid in self.snapshot.accounts or not principal.name:
            return
        if not is_well_known(principal):  # those have their English names here; the host's own are asked for
            accounts = self.snapshot.accounts.with_names({principal.sid: principal.name})
            with self._batched_changes():
                self.snapshot = replace(self.snapshot, accounts=accounts)
                self.drafts.set_snapshot(self.snapshot)
                self._notify(Change.NAMES)

    def evaluator(self) -> Evaluator:
        """Return what evaluates the permissions of the host, beside whatever its lane is doing."""
        return Evaluator(self._runner)

    def cancel(self) -> bool:
        """Stop reading. False while a write is carried out: it ends by itself."""
        return not self.finishing and (self._job is None or self._job.cancel())

    def close(self) -> None:
        """Let go of the host's connection. Nothing can be read through it afterward."""
        self._source.close()

    def fail(self, error: HostError) -> None:
        """Take a failure of what was done for this host, and not through it, as its own."""
        self.error = error
        self._notify(Change.ERROR)

    # Jobs

    def _submit(
        self,
        activity: Activity,
        work: Callable[[WorkContext], _T],
        done: Callable[[_T], None],
        failed: Callable[[HostError], None],
        crashed: Callable[[], None] = lambda: None,
        kind: JobKind = JobKind.READ,
    ) -> None:
        job = self._job = self._runner.submit(self.key, work, kind=kind)
        job.then(
            partial(self._end, done),
            partial(self._end, failed),
            partial(self._stop, job, crashed),
            progressed=self.progressed.emit,
        )
        self.activity = activity
        self._notify(Change.ACTIVITY)

    def _end(self, take: Callable[..., None], *outcome: object) -> None:
        """Take what came of a job, and tell of it together with the end of the activity."""
        self.activity, self._job = Activity.NOTHING, None
        self._pending |= Change.ACTIVITY
        take(*outcome)
        self._notify(Change(0))

    def _stop(self, job: Job[Any], crashed: Callable[[], None]) -> None:
        self._end(crashed if job.state is JobState.CRASHED else lambda: None)

    # Reading

    def _read(self, context: WorkContext) -> WithRows[HostSnapshot]:
        self._source.open(context)
        with computing():
            snapshot = self._source.read_snapshot(context)
            return WithRows(snapshot, work_out_rows(self._with_what_is_known(snapshot), context))

    def _with_what_is_known(self, snapshot: HostSnapshot) -> HostSnapshot:
        """A reading with the names and the missing libraries of earlier ones, until they are asked for again."""
        missing = self.snapshot.missing_files if self.snapshot is not None else frozenset()
        return replace(snapshot, accounts=self.accounts, missing_files=missing)

    def _on_read(self, read: WithRows[HostSnapshot]) -> None:
        before, self._rows = self.snapshot, read.rows
        with self._batched_changes():
            self.snapshot = self._with_what_is_known(read.value)
            self._libraries_known = False
            self.error = None
            self._notify(Change.SNAPSHOT | Change.ERROR)
            self.drafts.set_snapshot(self.snapshot)
            report, self._report = self._report, None
            self._name_accounts()
        if before is None:
            self.first_read.emit()
        self._end_reading(report)

    def _on_read_failed(self, error: HostError) -> None:
        self.error = error
        report, self._report = self._report, None
        self._notify(Change.ERROR)
        self._end_reading(report)

    def _on_read_crashed(self) -> None:
        unexpected = WINDOW.tr("Unexpected error in Gatepost while reading {host}.", host=self.name)
        self._on_read_failed(HostError(unexpected, WINDOW.tr("Refresh to try again.")))

    def _end_reading(self, report: ApplyReport | None) -> None:
        self.reading_ended.emit()
        if report is not None:
            self.applied.emit(report)

    # Naming

    def _name_accounts(self) -> None:
        if self.snapshot is None or self.error is not None or self._source.host is None or self.busy:
            return
        sids = self._naming.next_sids(self.snapshot)
        if sids:
            ask = stoppable(self._source.host, partial(read_names, self.snapshot, sids))
            self._submit(Activity.NAMING, ask, self._on_named, self._on_naming_failed)
        else:
            self._look_for_libraries(self.snapshot, self._source.host)

    def _look_for_libraries(self, snapshot: HostSnapshot, host: Host) -> None:
        """Look after the names, once for each reading, whether the libraries of PowerShell 6 and above are still there."""
        files = sorted({c.filename for c in snapshot.configurations if c.family is Family.POWERSHELL})
        if files and not self._libraries_known:
            look = stoppable(host, partial(read_missing_files, snapshot, files))
            self._submit(Activity.NAMING, look, self._on_libraries_known, self._on_naming_failed)

    def _on_libraries_known(self, found: WithRows[frozenset[str]]) -> None:
        self._libraries_known, self._rows = True, found.rows
        if self.snapshot is not None and found.value != self.snapshot.missing_files:
            with self._batched_changes():
                self.snapshot = replace(self.snapshot, missing_files=found.value)
                self.drafts.set_snapshot(self.snapshot)
                self._notify(Change.SNAPSHOT)

    def _on_named(self, named: WithRows[Accounts]) -> None:
        accounts, self._rows = named.value, named.rows
        with self._batched_changes():
            if self.snapshot is not None:
                known = self.snapshot.accounts.with_names(accounts.names)
                self.snapshot = replace(self.snapshot, accounts=replace(known, domains=accounts.domains))
                self.drafts.set_snapshot(self.snapshot)
            self._notify(Change.NAMES)
            self._name_accounts()  # the next ones

    def _on_naming_failed(self, _: HostError) -> None:
        """SIDs stay SIDs."""

    def _stop_naming(self) -> None:
        if self.activity is Activity.NAMING and self._job is not None:
            self._naming.ask_again()  # after what comes first now
            self._job.cancel()

    # Writing

    def _on_written(self, report: ApplyReport) -> None:
        self._report = report
        self.load()

    def _on_write_failed(self, error: HostError) -> None:
        """A write tells its failures in its report: this is a bug."""
        self.load()
        raise error
