"""The writes of a host check: each is in the journal before it is sent, and read back after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gatepost.backend.host.host_check_endpoint import endpoint_note_on
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedAction, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.wsman import Transport
from gatepost.wsman.errors import AuthenticationFailed, WsmanError, WsmanFault

VERB = BACKEND.tr("Host check")
_T = TypeVar("_T")


class RecordedWrites:
    """Sends the writes to one endpoint. What nobody saw the end of stays without an outcome, as with any write."""

    def __init__(self, transport: Transport, journal: Journal, host: HostIdentity, name: str) -> None:
        self._transport = transport
        self._journal = journal
        self._host = host
        self._name = name

    def send(self, before: str, after: str, write: Callable[[], _T]) -> _T:
        """Record, send once, read back, and record. ``before`` and ``after`` are notes of the endpoint.

        Raises:
            JournalError: the journal cannot be written; nothing was sent, or the outcome is not recorded.
            WsmanError: as ``write`` raises it.
        """
        planned = PlannedWrite(SubjectKind.TEST_ENDPOINT, self._name, before, after)
        (number,) = self._journal.plan(PlannedAction(self._host, VERB), [planned])
        self._journal.record_start(number)
        try:
            answer = write()
        except WsmanError as failure:
            self._journal.record_end(number, self._outcome(planned, failure))
            raise
        self._journal.record_end(number, self._outcome(planned, None))
        return answer

    def _outcome(self, planned: PlannedWrite, failure: WsmanError | None) -> WriteOutcome:
        result = self._found(failure)
        if failure is not None and not failure.may_have_changed_host and result in (None, planned.before):
            refused = isinstance(failure, WsmanFault)
            return self._said(
                Outcome.REFUSED if refused else Outcome.UNCHANGED,
                BACKEND.tr("The host refused it.") if refused else NOTHING,
            )
        if result is None:
            return self._said(Outcome.UNKNOWN, BACKEND.tr("The result couldn't be read back."))
        if result == planned.before != planned.after:
            return self._said(Outcome.UNCHANGED, NOTHING)
        if result == planned.after:
            return self._said(Outcome.CHANGED, NOTHING)
        return self._said(Outcome.CHANGED, BACKEND.tr("The host shows: {found}", found=result))

    def _found(self, failure: WsmanError | None) -> str | None:
        """What the host shows now; None where it does not tell. A rejected login is not tried again."""
        if isinstance(failure, AuthenticationFailed):
            return None
        try:
            return endpoint_note_on(self._transport, self._name)
        except (WsmanError, DocumentError):
            return None

    def _said(self, outcome: Outcome, message: Text) -> WriteOutcome:
        return WriteOutcome(self._name, outcome, message)
