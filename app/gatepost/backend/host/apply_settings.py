"""Applying an order on a host's settings: per write read, compare, journal, send once, read back, compare, journal."""

from __future__ import annotations

import logging
from functools import partial

from gatepost.backend.failures.diagnose import fault_text
from gatepost.backend.host.machine import Machine
from gatepost.backend.host.return_values import MethodFailed
from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.journalled import journalled
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.report import ApplyReport, EndpointOutcome, Outcome
from gatepost.endpoints.host.setting_order import STATE, SettingOrder, SettingWrite, subject_words
from gatepost.endpoints.text import Text, text
from gatepost.work import WorkContext
from gatepost.wsman.errors import (
    AuthenticationFailed,
    ConnectionFailed,
    EncryptionMissing,
    ServiceNotRunning,
    WsmanError,
    WsmanFault,
)

log = logging.getLogger(__name__)

_RETURNED = {  # Win32_Service; StdRegProv uses 5
    2: text("The host refused: access is denied."),
    3: text("The host refused: services that are running depend on it."),
    5: text("The host refused: it does not allow that now, or not to this account."),
    14: text("The host refused: the service is disabled."),
}


class ApplySettings:
    """One order being carried out on one host. ``batch`` ties its writes to others in the journal."""

    def __init__(
        self, machine: Machine, journal: Journal, order: SettingOrder, reason: str, batch: str | None = None
    ) -> None:
        self._machine = machine
        self._journal = journal
        self._order = order
        self._reason = reason
        self._batch = batch or journal.new_batch()
        self._stopped = False

    def run(self, context: WorkContext) -> ApplyReport:
        """Carry the order out and tell what is known of each setting. Whatever happens ends in the report."""
        outcomes: list[EndpointOutcome] = []
        for number, write in enumerate(self._order.writes):
            context.progress(number, len(self._order.writes), str(subject_words(write)))
            outcomes.append(self._whatever_happens(write))
        return ApplyReport(self._order.host, self._order.verb, tuple(outcomes))

    def _whatever_happens(self, write: SettingWrite) -> EndpointOutcome:
        try:
            return self._setting(write)
        except Exception:  # a bug of ours must not take the report of the other settings with it
            log.exception("applying a change to one setting failed")
            self._stopped = True
            said = text("Gatepost itself failed here; details are in its log. Read the host again to see what holds.")
            return _outcome(write, Outcome.UNKNOWN, said)

    def _setting(self, write: SettingWrite) -> EndpointOutcome:
        if not write.is_change:
            return _outcome(write, Outcome.UNCHANGED, text("It was already so."), fulfilled=True)
        if self._stopped:
            return _outcome(write, Outcome.UNCHANGED, text("Not tried, after what happened before."))
        try:
            now = self._machine.state(write.kind, write.subject)
        except WsmanFault as fault:
            return _outcome(write, Outcome.REFUSED, fault_text(fault))
        except (WsmanError, DocumentError, MethodFailed) as error:
            self._note_if_gone(error)
            return _outcome(write, Outcome.UNCHANGED, text("Not written: it could not be read again before."))
        if now == write.after:
            return _outcome(write, Outcome.UNCHANGED, text("Somebody else has made the same change already."), True)
        if now != write.before:
            said = text("Somebody else has changed it since it was read. Nothing was written; read the host again.")
            return _outcome(write, Outcome.CONFLICT, said)
        return self._write(write)

    def _write(self, write: SettingWrite) -> EndpointOutcome:
        start, send = partial(self._note_start, write), partial(self._send_and_read_back, write)
        return journalled(self._journal, str(subject_words(write)), start, send)

    def _note_start(self, write: SettingWrite) -> int:
        order = self._order
        return self._journal.started(
            self._batch, order.host, write.subject, write.kind, order.verb, write.before, write.after, self._reason
        )

    def _send_and_read_back(self, write: SettingWrite) -> EndpointOutcome:
        try:
            self._machine.write(write)
        except MethodFailed as failure:
            said = _RETURNED.get(failure.number or 0, text("The host refused: {failure}.", failure=failure))
            return _outcome(write, Outcome.REFUSED, said)
        except (WsmanError, DocumentError) as error:
            if isinstance(error, WsmanFault) and not error.may_have_changed_host:
                return _outcome(write, Outcome.REFUSED, fault_text(error))
            if isinstance(error, WsmanError) and not error.may_have_changed_host:
                self._note_if_gone(error)
                return _outcome(write, Outcome.UNCHANGED, text("Not written: the host could not be reached."))
            return self._look(write, accepted=False)
        return self._look(write, accepted=True)

    def _look(self, write: SettingWrite, *, accepted: bool) -> EndpointOutcome:
        """Read back what was sent; where that cannot be done, ending the connection was the purpose, or it is unknown."""
        try:
            now = self._machine.state(write.kind, write.subject)
        except (WsmanError, DocumentError, MethodFailed) as error:
            self._note_if_gone(error)
            if isinstance(error, ServiceNotRunning) and write.subject == STATE:
                return _outcome(write, Outcome.CHANGED, text("Written: the service does not run any more."), True)
            if write.cuts and not isinstance(error, WsmanFault):
                return _outcome(write, Outcome.UNKNOWN, text("Sent. It cannot be verified from here."), accepted)
            said = text("It was sent, but could not be read back. Read the host again to see what holds.")
            return _outcome(write, Outcome.UNKNOWN, said)
        if now == write.after:
            return _outcome(write, Outcome.CHANGED, text("Written and read back."), fulfilled=True)
        if now == write.before and accepted:
            return _outcome(write, Outcome.REFUSED, text("The host accepted the change but still shows the old state."))
        return _outcome(write, Outcome.UNKNOWN, text("The host shows another state. Read it again."))

    def _note_if_gone(self, error: Exception) -> None:
        """After one of these the next write would fare no better; a wrong password tried often locks accounts."""
        self._stopped |= isinstance(error, ConnectionFailed | AuthenticationFailed | EncryptionMissing)


def _outcome(write: SettingWrite, outcome: Outcome, message: Text, fulfilled: bool = False) -> EndpointOutcome:
    return EndpointOutcome(str(subject_words(write)), outcome, message, fulfilled=fulfilled)
