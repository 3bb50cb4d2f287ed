"""The journal in tests: writing to it as the program does, and asking it for what is open."""

from __future__ import annotations

from collections.abc import Callable

from gatepost.backend.host.carry_out import CarryOut
from gatepost.backend.host.subjects import EndpointSubject
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport, JournalEntry, PlannedAction, PlannedWrite, SubjectKind
from gatepost.work import Progress, WorkContext
from gatepost.wsman import Transport
from tests.endpoints.documents import HOST


def unsettled(journal: Journal) -> tuple[JournalEntry, ...]:
    return tuple(entry for entry in journal.entries() if entry.is_unsettled)


def start(
    journal: Journal,
    subject: str = "Test",
    kind: SubjectKind = SubjectKind.ENDPOINT,
    before: str = "old",
    after: str = "new",
    reason: str = "CHG-1",
    host: HostIdentity = HOST,
    verb: str = "Set {x} to Local",
) -> int:
    """An action of one write that has begun."""
    action = PlannedAction(host, english(verb, x=subject), reason)
    (number,) = journal.plan(action, [PlannedWrite(kind, subject, before, after)])
    journal.record_start(number)
    return number


def apply(
    transport: Transport,
    journal: Journal,
    change_set: ChangeSet,
    reason: str = "",
    report: Callable[[Progress], None] | None = None,
) -> ApplyReport:
    """Carry out a change of endpoints without a ``Host`` around it."""
    subjects = [EndpointSubject(transport, change) for change in change_set.changes]
    action = PlannedAction(change_set.host, change_set.verb, reason, change_set.lineage)
    context = WorkContext(report=report) if report is not None else WorkContext()
    return CarryOut(action, subjects, journal).run(context)
