"""Applying a change set: per endpoint read, compare, journal, write, read back, compare, journal.

A write is sent once and never again. What cannot be known is reported as unknown.
"""

from __future__ import annotations

import logging
from functools import partial

from gatepost.backend.failures.diagnose import SDDL_NOT_CHANGEABLE, fault_text
from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.journalled import journalled
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange, same_on_host
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.journal_entry import SubjectKind
from gatepost.endpoints.configuration.plugin_document import DocumentError, fingerprint, security_document
from gatepost.endpoints.configuration.report import ApplyReport, EndpointOutcome, Outcome
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import Text, text
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.errors import AuthenticationFailed, ConnectionFailed, EncryptionMissing, WsmanError, WsmanFault
from gatepost.wsman.messages import uris

log = logging.getLogger(__name__)


class Apply:
    """One order being carried out on one host. ``batch`` ties its writes to others in the journal."""

    def __init__(
        self, transport: Transport, journal: Journal, change_set: ChangeSet, reason: str, batch: str | None = None
    ) -> None:
        self._transport = transport
        self._journal = journal
        self._change_set = change_set
        self._reason = reason
        self._batch = batch or journal.new_batch()
        self._host_gone = False
        self.refused_alone: set[str] = set()

    def run(self, context: WorkContext) -> ApplyReport:
        """Carry the order out and tell what is known of each endpoint. Whatever happens ends in the report."""
        total = len(self._change_set.changes)
        outcomes: list[EndpointOutcome] = []
        for number, change in enumerate(self._change_set.changes):
            context.progress(number, total, change.name)
            outcomes.append(self._endpoint_whatever_happens(change))
        return ApplyReport(self._change_set.host, self._change_set.verb, tuple(outcomes))

    def _endpoint_whatever_happens(self, change: EndpointChange) -> EndpointOutcome:
        try:
            return self._endpoint(change)
        except Exception:  # a bug of ours must not take the report of the other endpoints with it
            log.exception("applying a change to one endpoint failed")
            self._host_gone = True
            said = text("Gatepost itself failed here; details are in its log. Read the host again to see what holds.")
            return _outcome(change, Outcome.UNKNOWN, said)

    def _endpoint(self, change: EndpointChange) -> EndpointOutcome:
        if not change.is_change:
            already = text("It was already so.")
            return EndpointOutcome(change.name, Outcome.UNCHANGED, change.note or already, fulfilled=not change.note)
        if self._host_gone:
            return _outcome(change, Outcome.UNCHANGED, text("Not tried, after what happened before."))
        try:
            current = self._get(change.name)
        except WsmanFault as fault:
            return _outcome(change, Outcome.REFUSED, fault_text(fault))
        except (WsmanError, DocumentError) as error:
            self._note_if_gone(error)
            return _outcome(change, Outcome.UNCHANGED, text("Not written: it could not be read again before."))
        if fingerprint(current.document) != fingerprint(change.before.document):
            return _outcome(change, Outcome.CONFLICT, _conflict_text(current, change))
        return self._write(change)

    def _write(self, change: EndpointChange) -> EndpointOutcome:
        start, send = partial(self._note_start, change), partial(self._send_and_read_back, change)
        return journalled(self._journal, change.name, start, send)

    def _note_start(self, change: EndpointChange) -> int:
        before, after = (EndpointState.of(c).to_json() for c in (change.before, change.after))
        host, verb = self._change_set.host, self._change_set.verb
        kind = SubjectKind.ENDPOINT
        return self._journal.started(self._batch, host, change.name, kind, verb, before, after, self._reason)

    def _send_and_read_back(self, change: EndpointChange) -> EndpointOutcome:
        try:
            self._send(change)
        except (WsmanError, DocumentError) as error:
            if isinstance(error, WsmanFault) and not error.may_have_changed_host:
                if change.descriptors_go_alone and error.code == SDDL_NOT_CHANGEABLE:
                    self.refused_alone.add(change.name)
                return self._after_refusal(change, error)
            self._note_if_gone(error)
            if isinstance(error, WsmanError) and not error.may_have_changed_host:
                return _outcome(change, Outcome.UNCHANGED, text("Not written: the host could not be reached."))
            return self._after_lost_answer(change)
        return self._after_answer(change)

    def _send(self, change: EndpointChange) -> None:
        if not change.descriptors_go_alone:
            self._transport.put(uris.CONFIG_PLUGIN, {"Name": change.after.name}, change.after.document_for_put())
            return
        for old, new in zip(change.before.security_nodes, change.after.security_nodes, strict=True):
            if old.sddl != new.sddl:
                body = security_document(new.uri, new.is_exact, new.sddl)
                self._transport.put(uris.CONFIG_SERVICE_SECURITY, {"Uri": new.uri}, body)

    def _after_answer(self, change: EndpointChange) -> EndpointOutcome:
        try:
            found = self._get(change.name)
        except (WsmanError, DocumentError) as error:
            self._note_if_gone(error)
            said = text("The host accepted the change, but it could not be read back. Read the host again.")
            return _outcome(change, Outcome.UNKNOWN, said)
        if same_on_host(found, change.after):
            return _outcome(change, Outcome.CHANGED, text("Written and read back."))
        if same_on_host(found, change.before):
            return _outcome(
                change, Outcome.REFUSED, text("The host accepted the change but still shows the old state.")
            )
        return _outcome(change, Outcome.UNKNOWN, text("The host accepted the change but shows another state."))

    def _after_refusal(self, change: EndpointChange, fault: WsmanFault) -> EndpointOutcome:
        """A fault after the first of several writes leaves the endpoint changed in part: look."""
        try:
            found = self._get(change.name)
        except (WsmanError, DocumentError) as error:
            self._note_if_gone(error)
            return _outcome(change, Outcome.REFUSED, fault_text(fault))
        if same_on_host(found, change.before):
            return _outcome(change, Outcome.REFUSED, fault_text(fault))
        said = text("{fault} The host shows another state than before. Read it again.", fault=fault_text(fault))
        return _outcome(change, Outcome.UNKNOWN, said)

    def _after_lost_answer(self, change: EndpointChange) -> EndpointOutcome:
        lost = text("The answer to the write was lost. Read the host again to see what holds.")
        found = self._get_or_none(change.name)
        self._host_gone = found is None
        if found is not None and same_on_host(found, change.after):
            return _outcome(change, Outcome.CHANGED, text("The answer was lost, but the host shows the change."))
        return _outcome(change, Outcome.UNKNOWN, lost)

    def _get_or_none(self, name: str) -> SessionConfiguration | None:
        try:
            return self._get(name)
        except (WsmanError, DocumentError):
            return None

    def _get(self, name: str) -> SessionConfiguration:
        return SessionConfiguration.from_xml(self._transport.get(uris.CONFIG_PLUGIN, {"Name": name}))

    def _note_if_gone(self, error: Exception) -> None:
        """After one of these the next endpoint would fare no better; a wrong password tried often locks accounts."""
        self._host_gone |= isinstance(error, ConnectionFailed | AuthenticationFailed | EncryptionMissing)


def _outcome(change: EndpointChange, outcome: Outcome, message: Text) -> EndpointOutcome:
    return EndpointOutcome(change.name, outcome, message, fulfilled=outcome is Outcome.CHANGED)


def _conflict_text(current: SessionConfiguration, change: EndpointChange) -> Text:
    if same_on_host(current, change.after):
        return text("Somebody else has made the same change already. Nothing was written.")
    return text("Somebody else has changed it since it was read. Nothing was written; read the host again.")
