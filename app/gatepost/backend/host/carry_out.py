"""Applying a confirmed action: the one loop for endpoints and settings.

The whole action is in the journal first. Then, for each write: journal, read and compare, send once, read back and
compare, journal. What cannot be known is reported as unknown.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from gatepost.backend.failures.diagnose import fault_text, host_error
from gatepost.backend.host.refusals import MethodFailed
from gatepost.backend.host.subjects import MisdirectedError, Subject
from gatepost.backend.host.write import WriteAttempt, write_outcome
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, PlannedAction, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState
from gatepost.work import WorkContext
from gatepost.wsman.errors import AuthenticationFailed, WsmanError, WsmanFault

log = logging.getLogger(__name__)


class CarryOut:
    """One action on one host. A write that is skipped or refused is in the journal as well."""

    def __init__(self, action: PlannedAction, subjects: Sequence[Subject], journal: Journal) -> None:
        self._action = action
        self._subjects = subjects
        self._journal = journal
        self._stopped = False  # the next write would fare no better; a wrong password tried often locks accounts

    def run(self, context: WorkContext) -> ApplyReport:
        """Make every change and return what is known of each. Whatever happens ends in the report."""
        try:
            numbers = self._plan()
        except HostError as error:
            return self._report(
                [subject.outcome_without_write or _not_recorded(subject, error) for subject in self._subjects]
            )
        outcomes: list[WriteOutcome] = []
        numbered = iter(numbers)
        for done, subject in enumerate(self._subjects):
            context.progress(done, len(self._subjects))
            outcomes.append(subject.outcome_without_write or self._run_one(subject, next(numbered)))
        return self._report(outcomes, numbers)

    def _plan(self) -> tuple[int, ...]:
        """Put the whole action into the journal."""
        records = [subject.record for subject in self._subjects if subject.outcome_without_write is None]
        return self._journal.plan(self._action, records) if records else ()

    def _report(self, outcomes: list[WriteOutcome], numbers: tuple[int, ...] = ()) -> ApplyReport:
        return ApplyReport(self._action.host, self._action.verb, tuple(outcomes), numbers)

    def _run_one(self, subject: Subject, number: int) -> WriteOutcome:
        try:
            if self._stopped:
                return self._record_end(number, _unchanged(subject, says.SKIPPED))
            return self._record_and_write(subject, number)
        except Exception:  # a bug of ours must not take the report of the other writes with it
            log.exception("a write failed")
            self._stopped = True
            return WriteOutcome(subject.name, Outcome.UNKNOWN, says.OWN_ERROR)

    def _record_and_write(self, subject: Subject, number: int) -> WriteOutcome:
        try:
            self._journal.record_start(number)
        except HostError as error:
            return _not_recorded(subject, error)
        return self._record_end(number, self._precheck(subject) or self._send_and_read_back(subject))

    def _record_end(self, number: int, outcome: WriteOutcome) -> WriteOutcome:
        try:
            self._journal.record_end(number, outcome)
        except HostError as error:
            message = sentences(outcome.message, says.NOT_SAVED, error.summary)
            return replace(outcome, message=message)
        return outcome

    def _precheck(self, subject: Subject) -> WriteOutcome | None:
        """Read and compare directly before the write; return an outcome where it must not be made now."""
        try:
            state = subject.compare()
        except (WsmanError, DocumentError, MethodFailed) as error:
            if isinstance(error, WsmanFault) and not error.may_have_changed_host:  # unlike a timeout, it refuses
                return WriteOutcome(subject.name, Outcome.REFUSED, fault_text(error))
            self._stopped |= _is_gone(error)
            return _unchanged(subject, sentences(says.NOT_READ, self._cause(error), says.REFRESH))
        if state is ReadBackState.AFTER:
            return WriteOutcome(subject.name, Outcome.UNCHANGED, says.SAME_ALREADY, fulfilled=True)
        return None if state is ReadBackState.BEFORE else WriteOutcome(subject.name, Outcome.CONFLICT, says.CONFLICT)

    def _cause(self, error: WsmanError | DocumentError | MethodFailed) -> Text:
        return error.words if isinstance(error, MethodFailed) else host_error(error, self._action.host.name).summary

    def _send_and_read_back(self, subject: Subject) -> WriteOutcome:
        attempt = _send(subject)
        return write_outcome(subject, attempt, self._read_back(subject, attempt), self._action.host.name)

    def _read_back(self, subject: Subject, attempt: WriteAttempt) -> ReadBack | None:
        """Read back what reached the host, also what it refused; a rejected login is not tried again."""
        is_gone = _is_gone(attempt.failure)
        if isinstance(attempt.failure, AuthenticationFailed) or (is_gone and not attempt.may_have_changed_host):
            self._stopped = True
            return None
        try:
            return subject.read_back()
        except (WsmanError, DocumentError, MethodFailed) as error:
            self._stopped |= is_gone or _is_gone(error)
            return None


def _send(subject: Subject) -> WriteAttempt:
    requests = subject.requests()
    labels = [request.label for request in requests]
    for number, request in enumerate(requests):
        try:
            request.send()
        except (WsmanError, DocumentError, MethodFailed, MisdirectedError) as failure:
            return WriteAttempt(tuple(labels[:number]), tuple(labels[number:]), failure)
    return WriteAttempt(tuple(labels))


def _is_gone(failure: Exception | None) -> bool:
    return isinstance(failure, WsmanError) and failure.further_requests_pointless


def _unchanged(subject: Subject, message: Text) -> WriteOutcome:
    return WriteOutcome(subject.name, Outcome.UNCHANGED, message)


def _not_recorded(subject: Subject, error: HostError) -> WriteOutcome:
    """What cannot be in the journal is not sent."""
    return _unchanged(subject, sentences(says.NOT_APPLIED, error.summary, error.next_step))
