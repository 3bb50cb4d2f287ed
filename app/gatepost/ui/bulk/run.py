"""Carrying out an action that was confirmed for several hosts, and what came of it on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from gatepost.endpoints.text import WINDOW, Text
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.jobs.chunked_work import ChunkedWork
from gatepost.session.host_session import HostSession
from gatepost.ui.bulk.action import BulkAction
from gatepost.ui.bulk.plan import NOT_CONNECTED, HostChange, reason_left_alone

_ON_HOST = (Outcome.CHANGED, Outcome.PARTLY, Outcome.UNKNOWN)
_NOT_KNOWN = WINDOW.tr("It isn't known what was changed. Open History and select Check again.")


@dataclass(frozen=True, slots=True)
class BulkReport:
    """The reports of all hosts of one action; ``hosts`` are their names in the list of hosts, in the same order."""

    name: Text
    hosts: tuple[str, ...]
    reports: tuple[ApplyReport, ...]

    @property
    def needs_attention(self) -> bool:
        """Whether a host has to be looked at."""
        return any(report.needs_attention for report in self.reports)

    @property
    def written(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the writes in the journal, by the keys of the hosts that have, or may have, any of them."""
        return {report.host.key: report.numbers for report in self.reports if any(map(report.count, _ON_HOST))}


class BulkRun(QObject):
    """The writes of one confirmed question, on all hosts at the same time."""

    ended = Signal(object)  # BulkReport, once every host has been read again, except where the write has crashed

    def __init__(self, action: BulkAction, changes: Sequence[HostChange], reason: str, parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._changes, self._reason = action, changes, reason
        self._reports: dict[str, ApplyReport] = {}

    def start(self) -> None:
        """Begin on every host, a few at a time: the window goes on meanwhile."""
        ChunkedWork((partial(self._begin, change) for change in self._changes), self)

    def _begin(self, change: HostChange) -> None:
        """Write to a host; one that was read again since is not what was confirmed, and is left alone."""
        session, change_set = change.session, change.proposal.change_set
        note, left = partial(self._note, session.key), self._why_left(change)
        if left:
            note(_report_on_host(change_set, Outcome.UNCHANGED, left))
            return
        try:
            job = session.write(lambda host, context: host.apply(change_set, self._reason, context))
        except (PermissionError, RuntimeError):  # disconnected since, or replaced by another session
            note(_report_on_host(change_set, Outcome.UNCHANGED, NOT_CONNECTED))
            return
        unknown = partial(note, _report_on_host(change_set, Outcome.UNKNOWN, _NOT_KNOWN))
        job.then(partial(_note_when_read, session, note), cancelled=unknown, crashed=unknown)

    def covers(self, key: str) -> bool:
        """Whether what comes of a host is this run's to tell."""
        return key not in self._reports and any(change.session.key == key for change in self._changes)

    def _why_left(self, change: HostChange) -> Text:
        if not change.host.is_same:
            return WINDOW.tr("Refreshed since the change was planned. No changes were made here.")
        return reason_left_alone(change.session)

    def _note(self, key: str, report: ApplyReport) -> None:
        """Take the report of a host; the last one ends the run."""
        if key not in self._reports:
            self._reports[key] = report
            if len(self._reports) == len(self._changes):
                reports = tuple(self._reports[change.session.key] for change in self._changes)
                hosts = tuple(change.session.name for change in self._changes)
                self.ended.emit(BulkReport(self._action.name, hosts, reports))


def _note_when_read(session: HostSession, note: Callable[[ApplyReport], None], _: ApplyReport) -> None:
    """Have the report of a write taken once the host, which is read again by now, shows what came of it."""
    session.applied.connect(note, Qt.ConnectionType.SingleShotConnection)


def _report_on_host(change_set: ChangeSet, outcome: Outcome, why: Text) -> ApplyReport:
    """Return the report of a host on which nothing was tried, or of which nobody knows what was."""
    return ApplyReport(change_set.host, change_set.verb, (WriteOutcome(change_set.host.name, outcome, why),))
