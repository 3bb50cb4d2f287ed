"""One open host in the window: what is being read or written, what was read last, what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.accounts import asks_for_domains, unnamed_sids
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.report import ApplyReport, EndpointOutcome, Outcome
from gatepost.endpoints.configuration.session_configuration import Family
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import NOTHING, Text, text
from gatepost.jobs.job import Job, JobKind
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.drafts import Drafts
from gatepost.models.endpoints.table import endpoint_row
from gatepost.security import ADMINISTRATORS, NO_ACCOUNTS, Accounts, interruptible
from gatepost.turns import computing
from gatepost.work import Cancelled, WorkContext

_NAMES_AT_ONCE = 25  # accounts named before the table shows them
_MOST_NAMES = 500  # of one host, a request each; the others stay SIDs
_T = TypeVar("_T")
Opener = Callable[[WorkContext], Host]


class Activity(Enum):
    """What a session is doing."""

    NOTHING = auto()
    READING = auto()
    NAMING = auto()
    WRITING = auto()


class HostSession(QObject):
    """Reads and writes one host through its lane. Only this class submits work for it."""

    offline = False  # whether it is a file and no host

    changed = Signal()  # activity, snapshot, error, names or drafts are new
    progressed = Signal(object)  # Progress
    applied = Signal(object)  # ApplyReport, after the host has been read again or failed to be

    def __init__(
        self,
        key: str,
        name: str,
        opener: Opener,
        runner: JobRunner,
        *,
        practice: bool = False,
        read_only: bool = False,
        here: bool = False,
        explanation: Text = NOTHING,
        is_alive: Callable[[], bool] = lambda: True,
    ) -> None:
        """``here``: this computer. ``explanation`` says why there is nothing to read.

        ``is_alive`` False makes the next reading open the host anew, as for a practice host that has ended.
        """
        super().__init__()
        self.key = key
        self.name = name
        self.practice = practice
        self.read_only = read_only
        self._always_read_only = read_only
        self.here = here
        self.explanation = explanation
        self.snapshot: HostSnapshot | None = None
        self.error: HostError | None = None
        self.drafts = Drafts(self)
        self.drafts.changed.connect(self.changed)
        self.activity = Activity.NOTHING
        self._opener = opener
        self._runner = runner
        self._host: Host | None = None
        self._closed = False
        self._job: Job[Any] | None = None
        self._report: ApplyReport | None = None
        self._is_alive = is_alive
        self._keep: Callable[[HostSnapshot], object] | None = None
        self._asked: set[str] = set()  # SIDs: what the host could not name once is not asked again
        self._libraries_known = False  # of the last reading

    @property
    def accounts(self) -> Accounts:
        """The accounts that the host has named so far."""
        return self.snapshot.accounts if self.snapshot is not None else NO_ACCOUNTS

    @property
    def busy(self) -> bool:
        """Whether the table may be about to change: no order is taken meanwhile."""
        return self.activity in (Activity.READING, Activity.WRITING)

    @property
    def finishing(self) -> bool:
        """Whether an order is being carried out, the reading after it included: that one shows what came of it."""
        return self.activity is Activity.WRITING or self._report is not None

    @property
    def cancellable(self) -> bool:
        """Whether what goes on may be stopped."""
        return self.activity in (Activity.READING, Activity.NAMING) and not self.finishing

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever tried."""
        return self.activity is Activity.NOTHING and self.snapshot is None and self.error is None

    def lock(self, read_only: bool) -> None:
        """Take every way to write away, or give it back where the host itself is not to be read only."""
        self.read_only = read_only or self._always_read_only

    def load(self) -> None:
        """Read the host again, in the background. Does nothing while it is being read or written."""
        if self.busy or self.explanation:
            return
        self._stop_naming()
        self._submit(Activity.READING, self._read, self._on_read, self._on_read_failed)

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
        if self.busy or self._host is None:
            raise RuntimeError("an order was given while the host is being read or written")
        self._stop_naming()
        host, snapshot = self._host, self.snapshot
        self._submit(
            Activity.WRITING,
            lambda context: self._unkept(snapshot) or work(host, context),
            self._on_applied,
            self._on_write_failed,
            self.load,  # every foreseen failure is in a report; after a bug, what the host holds has to be read again
            kind=JobKind.WRITE,
        )

    def keep_before_writing(self, keep: Callable[[HostSnapshot], object]) -> None:
        """Have ``keep`` save what was read last before the first write; where it raises HostError nothing is written."""
        self._keep = keep

    def _unkept(self, snapshot: HostSnapshot | None) -> ApplyReport | None:
        """Keep the snapshot, once; what stands in the way of that is the outcome of the order."""
        if self._keep is None or snapshot is None:
            return None
        try:
            self._keep(snapshot)
        except HostError as error:
            said = text("Nothing was written. {error}", error=error)
            outcome = EndpointOutcome(snapshot.host.name, Outcome.UNCHANGED, said)
            return ApplyReport(snapshot.host, text("Keep a snapshot"), (outcome,))
        self._keep = None
        return None

    def ask(self, work: Callable[[Host, WorkContext], _T]) -> Job[_T] | None:
        """Ask the host something besides its table, behind whatever its lane is doing; None while it is not open.

        The job is the caller's: it connects to it, and cancels it when nobody waits for the answer any more.
        """
        if self._host is None or self._closed:
            return None
        host = self._host
        return self._runner.submit(self.key, _stoppable(host, work))

    def cancel(self) -> bool:
        """Stop reading. False while an order is carried out: it ends by itself."""
        return not self.finishing and (self._job is None or self._job.cancel())

    def close(self) -> None:
        """Let go of the host's connection. Nothing can be read through it afterwards."""
        self._closed = True
        if self._host is not None:
            self._host.close()

    def fail(self, error: HostError) -> None:
        """Take a failure of what was done for this host, and not through it, as its own."""
        self.error = error
        self.changed.emit()

    def _read(self, context: WorkContext) -> HostSnapshot:
        self._open(context)
        with computing():
            snapshot = self._list(context)
            with interruptible(context.token.check):
                _work_out(replace(snapshot, accounts=self.accounts))
        return snapshot

    def _open(self, context: WorkContext) -> None:
        if self._host is not None and not self._is_alive():
            self._host.close()
            self._host = None
        if self._host is None:
            self._host = self._opener(context)  # may take its time: a keyring asks its user
        if self._closed:
            self._host.close()
            raise Cancelled

    def _list(self, context: WorkContext) -> HostSnapshot:
        assert self._host is not None
        return _stoppable(self._host, Host.list)(context)

    def _submit(
        self,
        activity: Activity,
        work: Callable[[WorkContext], _T],
        done: Callable[[_T], None],
        failed: Callable[[HostError], None],
        stopped: Callable[[], None] | None = None,
        *,
        kind: JobKind = JobKind.READ,
    ) -> None:
        self._job = self._runner.submit(self.key, work, kind=kind).then(
            partial(self._end, done),
            partial(self._end, failed),
            partial(self._end, stopped or self.changed.emit),
            progressed=self.progressed.emit,
        )
        self.activity = activity
        self.changed.emit()

    def _end(self, take: Callable[..., None], *outcome: object) -> None:
        """Take what came of a job."""
        self.activity = Activity.NOTHING
        self._job = None
        take(*outcome)

    def _on_read(self, snapshot: HostSnapshot) -> None:
        missing = self.snapshot.missing_files if self.snapshot is not None else frozenset()
        self.snapshot = replace(snapshot, accounts=self.accounts, missing_files=missing)
        self._libraries_known = False
        self.error = None
        self.drafts.set_snapshot(self.snapshot)
        self._after_read()

    def _on_read_failed(self, error: HostError) -> None:
        self.error = error
        self._after_read()

    def _after_read(self) -> None:
        self.changed.emit()
        if self._report is not None:
            report, self._report = self._report, None
            self.applied.emit(report)
        self._name_accounts()

    def _name_accounts(self) -> None:
        """Ask for names after the table is there, so that nobody waits for them."""
        if self.snapshot is None or self.error is not None or self._host is None or self.busy:
            return
        left = min(_NAMES_AT_ONCE, _MOST_NAMES - len(self._asked))
        wanted = tuple(sid for sid in unnamed_sids(self.snapshot) if sid not in self._asked)[:left]
        if not wanted:
            self._look_for_libraries(self.snapshot, self._host)
        else:
            host = self._host
            self._asked |= set(wanted)
            self._submit(
                Activity.NAMING,
                _stoppable(host, partial(_names, self.snapshot, wanted)),
                self._on_named,
                self._on_naming_failed,
            )

    def _look_for_libraries(self, snapshot: HostSnapshot, host: Host) -> None:
        """Look after the names, once for each reading, whether the libraries of PowerShell 6 and above are still there."""
        files = sorted({c.filename for c in snapshot.configurations if c.family is Family.POWERSHELL})
        if files and not self._libraries_known:
            look = _stoppable(host, lambda host, context: host.missing_files(files, context))
            self._submit(Activity.NAMING, look, self._on_libraries_known, self._on_naming_failed)

    def _on_libraries_known(self, missing: frozenset[str]) -> None:
        self._libraries_known = True
        if self.snapshot is not None and missing != self.snapshot.missing_files:
            self.snapshot = replace(self.snapshot, missing_files=missing)
            self.drafts.set_snapshot(self.snapshot)
        self.changed.emit()

    def _on_named(self, accounts: Accounts) -> None:
        if self.snapshot is not None:
            known = self.snapshot.accounts.with_names(accounts.names)
            self.snapshot = replace(self.snapshot, accounts=replace(known, domains=accounts.domains))
            self.drafts.set_snapshot(self.snapshot)
        self.changed.emit()
        self._name_accounts()  # the next ones

    def _on_naming_failed(self, _: HostError) -> None:
        self.changed.emit()  # SIDs stay SIDs

    def _stop_naming(self) -> None:
        if self.activity is Activity.NAMING and self._job is not None:
            self._asked.clear()  # asked again after what comes first now
            self._job.cancel()

    def _on_applied(self, report: ApplyReport) -> None:
        self._report = report
        self.load()

    def _on_write_failed(self, error: HostError) -> None:
        """A write tells its failures in its report."""
        self.load()
        raise error


def _work_out(snapshot: HostSnapshot) -> None:
    """Work the rows out where nobody waits: for hundreds of endpoints the window would stand still."""
    for endpoint in snapshot.endpoints:
        endpoint_row(endpoint, snapshot.accounts)
    unnamed_sids(snapshot)


def _names(snapshot: HostSnapshot, wanted: tuple[str, ...], host: Host, context: WorkContext) -> Accounts:
    accounts = snapshot.accounts.with_names(host.account_names(wanted, context))
    if str(ADMINISTRATORS) in wanted and asks_for_domains(snapshot):  # with the first names of a reading
        accounts = replace(accounts, domains=host.domains())
    with interruptible(context.token.check):
        _work_out(replace(snapshot, accounts=accounts))
    return accounts


def _stoppable(host: Host, work: Callable[[Host, WorkContext], _T]) -> Callable[[WorkContext], _T]:
    """Reading that ends as soon as it is cancelled, so that the lane is free for what comes next."""

    def run(context: WorkContext) -> _T:
        with context.token.stopping(host.interrupt):
            return work(host, context)

    return run
