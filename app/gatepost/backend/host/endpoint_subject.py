"""A session configuration that is being changed."""

from __future__ import annotations

from functools import partial

from gatepost.backend.host.write import MisdirectedError, WriteRequest
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.plugin import plugin_name
from gatepost.endpoints.configuration.plugin_document import fingerprint, security_document
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.endpoints.text import BACKEND, NOTHING, Text, listed, sentences
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState, changed_besides, read_back_of
from gatepost.wsman import Transport, assumptions
from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.fault_codes import FaultCode
from gatepost.wsman.messages import uris

_WOULD_LOSE_PASSWORD = BACKEND.tr(
    "Not sent: the host would lose the password of the RunAs user. Change this endpoint on the host with "
    "Set-PSSessionConfiguration -RunAsCredential."
)
_NAMED = 5  # changed parts that a report names


class EndpointSubject:
    """A ``Subject``. ``needs_full_document``: the host refused to change a descriptor by itself."""

    is_immediate = True
    ends_connection = False

    def __init__(self, transport: Transport, change: EndpointChange) -> None:
        self._transport = transport
        self._change = change
        self._before = EndpointState.of(change.before)
        self._after = EndpointState.of(change.after)
        self._read = change.before.document  # what was read last before the write
        self.needs_full_document = False

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self._change.name

    @property
    def record(self) -> PlannedWrite:
        """What can be reverted of the endpoint, before and after."""
        accounts = self._change.endpoint.accounts
        before, after = (state.to_json(accounts) for state in (self._before, self._after))
        return PlannedWrite(SubjectKind.ENDPOINT, self.name, before, after)

    @property
    def outcome_without_write(self) -> WriteOutcome | None:
        """The outcome where the endpoint is as wanted, or cannot be brought there by a write."""
        if self._change.sends_run_as and not assumptions.RUN_AS_PASSWORD_KEPT:
            return WriteOutcome(self.name, Outcome.UNCHANGED, _WOULD_LOSE_PASSWORD, fulfilled=False)
        if self._change.is_change:
            return None
        message = self._change.note or BACKEND.tr("No change needed.")
        return WriteOutcome(self.name, Outcome.UNCHANGED, message, fulfilled=self._change.fully_applied)

    def compare(self) -> ReadBackState:
        """Compare the whole document with the one that the change was made from."""
        current = self._get()
        self._read = current.document
        if fingerprint(current.document) == fingerprint(self._change.before.document):
            return ReadBackState.BEFORE
        return ReadBackState.AFTER if EndpointState.of(current).means(self._after) else ReadBackState.OTHER

    def requests(self) -> tuple[WriteRequest, ...]:
        """One Put of the document, or one for each descriptor that differs."""
        if not self._change.writes_descriptors_only:
            return (WriteRequest(self.name, self._put_document),)
        nodes = zip(self._change.before.security_nodes, self._change.after.security_nodes, strict=True)
        return tuple(
            WriteRequest(new.uri, partial(self._put_descriptor, new)) for old, new in nodes if old.sddl != new.sddl
        )

    def read_back(self) -> ReadBack:
        """Compare what was written, descriptor by descriptor, and everything else with what was read before."""
        try:
            now = self._get()
        except WsmanFault as fault:
            if fault.code == FaultCode.RESOURCE_NOT_FOUND:
                return ReadBack(ReadBackState.GONE)
            raise
        read_back = read_back_of(EndpointState.of(now), self._before, self._after)
        return ReadBack(read_back.state, sentences(read_back.remark, self._others(now)))

    def _others(self, now: SessionConfiguration) -> Text:
        names = changed_besides(self._read, now.document)
        if not names:
            return NOTHING
        named = listed([*names[:_NAMED], "..."] if len(names) > _NAMED else names)
        return BACKEND.tr("Something else changed at the same time: {names}.", names=named)

    def _put_document(self) -> None:
        self._transport.put(
            uris.CONFIG_PLUGIN, {"Name": self._change.after.name}, self._change.after.document_for_put()
        )

    def _put_descriptor(self, node: SecurityNode) -> None:
        body = security_document(node.uri, exact_match=node.is_exact, sddl=node.sddl)
        try:
            answer = self._transport.put(uris.CONFIG_SERVICE_SECURITY, {"Uri": node.uri}, body)
        except WsmanFault as fault:
            self.needs_full_document |= fault.code == FaultCode.INVALID_CONFIGSDDL_URL
            raise
        name = plugin_name(answer)  # of the endpoint that the host found by the URI
        if name and name.lower() != self.name.lower():
            raise MisdirectedError(name)

    def _get(self) -> SessionConfiguration:
        return SessionConfiguration.from_xml(self._transport.get(uris.CONFIG_PLUGIN, {"Name": self.name}))
