"""One write: what was tried, and its outcome.

What the host shows afterward decides, and what was not seen is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.backend.failures.diagnose import doubt_text, fault_text, host_error
from gatepost.backend.host.refusals import MethodFailed
from gatepost.backend.host.subjects import MisdirectedError, Subject
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.text import Text, listed, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.journal_entry import Outcome, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState
from gatepost.wsman.errors import ConnectionFailed, WsmanError, WsmanFault

Failure = WsmanError | DocumentError | MethodFailed | MisdirectedError


@dataclass(frozen=True, slots=True)
class WriteAttempt:
    """Requests of a write that the host accepted and that it didn't, with the error that ended it. Both are labels of requests."""

    accepted: tuple[str | Text, ...]
    pending: tuple[str | Text, ...] = ()
    failure: Failure | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the host accepted all of it."""
        return self.failure is None

    @property
    def is_over(self) -> bool:
        """Whether nothing of it can still be carried out: the last request was answered, refused, or never sent."""
        return self.failure is None or not may_have_run(self.failure)

    @property
    def may_have_changed_host(self) -> bool:
        """Whether the host has carried out some of it, or may have."""
        return bool(self.accepted) or not self.is_over


def may_have_run(failure: Failure) -> bool:
    """Tell whether a request that ended so may have been carried out all the same."""
    return not isinstance(failure, WsmanError | MethodFailed) or failure.may_have_changed_host


def write_outcome(subject: Subject, attempt: WriteAttempt, read_back: ReadBack | None, host: str) -> WriteOutcome:
    """Return the outcome of a write; ``read_back`` is None where the host could not be read afterward."""
    why = _why(attempt, host)
    if read_back is None:
        return _unseen(subject, attempt, why)
    outcome, explanation = _seen(subject, attempt, read_back.state, why)
    message = sentences(explanation, read_back.remark)
    return WriteOutcome(subject.name, outcome, message, fulfilled=outcome is Outcome.CHANGED)


def _seen(subject: Subject, attempt: WriteAttempt, state: ReadBackState, why: Text) -> tuple[Outcome, Text]:
    """Return what the state that was read back says, from the surest case of each state to the least sure.

    The old state proves that nothing was changed only where nothing can still be carried out: what the host accepted would
    show at once, and the last request was answered, refused, or never sent.
    """
    match state:
        case ReadBackState.AFTER if attempt.is_accepted:
            return Outcome.CHANGED, says.APPLIED
        case ReadBackState.AFTER:
            return Outcome.CHANGED, sentences(why, says.SHOWN_ALL_THE_SAME)
        case ReadBackState.PARTLY if attempt.is_over:
            return Outcome.PARTLY, why
        case ReadBackState.BEFORE if attempt.is_accepted and subject.is_immediate:
            return Outcome.REFUSED, says.ACCEPTED_WITHOUT_EFFECT
        case ReadBackState.BEFORE if not attempt.may_have_changed_host:
            return _not_applied(attempt), why
        case ReadBackState.BEFORE if attempt.is_over and subject.is_immediate:
            return _not_applied(attempt), sentences(why, says.OLD_STATE)
        case ReadBackState.BEFORE:
            return Outcome.UNKNOWN, sentences(why, says.OLD_STATE, says.CHECK)
        case ReadBackState.GONE:
            return Outcome.UNKNOWN, sentences(why, says.GONE)
    return Outcome.UNKNOWN, sentences(why, says.DIFFERENT_STATE, says.CHECK)


def _unseen(subject: Subject, attempt: WriteAttempt, why: Text) -> WriteOutcome:
    if not attempt.may_have_changed_host:
        return WriteOutcome(subject.name, _not_applied(attempt), why)
    if subject.ends_connection and not isinstance(attempt.failure, WsmanFault):
        sent = says.ENDED if attempt.is_accepted else says.SENT  # what nobody can see once the connection has ended
        return WriteOutcome(subject.name, Outcome.UNKNOWN, sent, fulfilled=attempt.is_accepted)
    return WriteOutcome(subject.name, Outcome.UNKNOWN, sentences(why, says.NOT_READ_BACK, says.CHECK))


def _not_applied(attempt: WriteAttempt) -> Outcome:
    """What the host refused, or what never reached it."""
    return Outcome.REFUSED if isinstance(attempt.failure, WsmanFault | MethodFailed) else Outcome.UNCHANGED


def _why(attempt: WriteAttempt, host: str) -> Text:
    """What is known of the requests alone."""
    failure = attempt.failure
    if failure is None:
        return says.ACCEPTED
    message = _failure_text(failure, host)
    if not attempt.may_have_changed_host and not isinstance(failure, WsmanFault | MethodFailed):
        return sentences(says.NOT_APPLIED, message)
    if not attempt.accepted:
        return message
    accepted, pending = listed(attempt.accepted), listed(attempt.pending)
    return sentences(says.ACCEPTED_PARTLY.filled(accepted=accepted, pending=pending), message)


def _failure_text(failure: Failure, host: str) -> Text:
    match failure:
        case WsmanFault():
            return doubt_text(failure) if failure.may_have_changed_host else fault_text(failure)
        case MethodFailed():
            return failure.words
        case MisdirectedError():
            return says.MISDIRECTED.filled(name=failure.name)
        case ConnectionFailed() if failure.may_have_changed_host:
            return says.LOST
    error = host_error(failure, host)
    return sentences(error.summary, says.DOUBT if may_have_run(failure) else error.next_step)
