"""Subjects of a write: an endpoint or a setting with the change that was confirmed for it.

What asks the host raises WsmanError, DocumentError or MethodFailed as they come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from gatepost.backend.host.settings_client import SettingsClient
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.plugin import plugin_name
from gatepost.endpoints.configuration.plugin_document import fingerprint, parse, securities, security_document
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.endpoints.host.setting_change_set import SettingWrite, subject_text
from gatepost.endpoints.host.setting_state import RunState, read_state
from gatepost.endpoints.text import BACKEND, NOTHING, Text, listed, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.change_set import EndpointChange
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState, changed_besides, read_back_of
from gatepost.untrusted_xml import truth
from gatepost.wsman import Transport, assumptions
from gatepost.wsman.errors import ServiceNotRunning, WsmanFault
from gatepost.wsman.fault_codes import FaultCode, denies_access
from gatepost.wsman.messages import uris

_WOULD_LOSE_PASSWORD = BACKEND.tr(
    "Not sent: the host would lose the password of the RunAs user. Change this endpoint on the host with "
    "Set-PSSessionConfiguration -RunAsCredential."
)
ABSENT = "absent"
_NAMED = 5  # changed parts that a report names


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """One request of a write; ``label`` is what it changes, for people."""

    label: str | Text
    send: Callable[[], None]


class MisdirectedError(Exception):
    """The host carried a request out on another endpoint, whose name is ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"carried out on {name}")
        self.name = name


class EndpointSubject:
    """An endpoint. ``needs_full_document``: the host refused to change a descriptor by itself."""

    is_immediate = True  # what the host has accepted shows at once
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
        """What the report calls it."""
        return self._change.name

    @property
    def record(self) -> PlannedWrite:
        """What the journal keeps: what can be reverted, before and after."""
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
        """Read the host: BEFORE where the whole document is as it was when the change was confirmed."""
        current = _endpoint(self._transport, self.name)
        self._read = current.document
        if fingerprint(current.document) == fingerprint(self._change.before.document):
            return ReadBackState.BEFORE
        return ReadBackState.AFTER if EndpointState.of(current).means(self._after) else ReadBackState.OTHER

    def requests(self) -> tuple[WriteRequest, ...]:
        """One Put of the document, or one for each descriptor that differs; each is sent once, in this order."""
        if not self._change.writes_descriptors_only:
            return (WriteRequest(self.name, self._put_document),)
        nodes = zip(self._change.before.security_nodes, self._change.after.security_nodes, strict=True)
        return tuple(
            WriteRequest(new.uri, partial(self._put_descriptor, new)) for old, new in nodes if old.sddl != new.sddl
        )

    def read_back(self) -> ReadBack:
        """Compare what was written, descriptor by descriptor, and everything else with what was read before."""
        now = endpoint_left(self._transport, self.name)
        if now is None:
            return ReadBack(ReadBackState.GONE)
        read_back = read_back_of(EndpointState.of(now), self._before, self._after)
        return ReadBack(read_back.state, sentences(read_back.remark, self._others(now)))

    def _others(self, now: SessionConfiguration) -> Text:
        names = changed_besides(self._read, now.document)
        if not names:
            return NOTHING
        named = listed([*names[:_NAMED], "..."] if len(names) > _NAMED else names)
        return says.CHANGED_BESIDES.filled(names=named)

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


class SettingSubject:
    """A setting of a host: service, listener, firewall rule or policy."""

    def __init__(self, client: SettingsClient, write: SettingWrite) -> None:
        self._client = client
        self._write = write

    @property
    def name(self) -> Text:
        """The setting, for people."""
        return subject_text(self._write.kind, self._write.subject)

    @property
    def record(self) -> PlannedWrite:
        """The setting's states as text."""
        return PlannedWrite(self._write.kind, self._write.subject, self._write.before.note, self._write.after.note)

    @property
    def outcome_without_write(self) -> WriteOutcome | None:
        """The outcome where the setting is as wanted."""
        if self._write.is_change:
            return None
        return WriteOutcome(self.name, Outcome.UNCHANGED, BACKEND.tr("No change needed."), fulfilled=True)

    @property
    def ends_connection(self) -> bool:
        """Whether our messages travel on it, so that the write ends the connection."""
        return self._write.cuts

    @property
    def is_immediate(self) -> bool:
        """Whether what the host has accepted shows at once: a service takes its time to stop."""
        return not isinstance(self._write.after, RunState)

    def compare(self) -> ReadBackState:
        """Compare the setting with what the change was made from."""
        return setting_state_found(self._client, self.record)

    def requests(self) -> tuple[WriteRequest, ...]:
        """The one request that makes the change."""
        return (WriteRequest(self.name, partial(self._client.write, self._write)),)

    def read_back(self) -> ReadBack:
        """Read the setting again; a service that does not answer because it was stopped is as wanted."""
        try:
            return ReadBack(self.compare())
        except ServiceNotRunning:
            if not isinstance(self._write.after, RunState):
                raise
            return ReadBack(ReadBackState.AFTER, says.SERVICE_STOPPED)


Subject: TypeAlias = EndpointSubject | SettingSubject


def endpoint_left(transport: Transport, name: str) -> SessionConfiguration | None:
    """Read what a write has left of an endpoint; None where it is no longer on the host."""
    try:
        return _endpoint(transport, name)
    except WsmanFault as fault:
        if fault.code == FaultCode.RESOURCE_NOT_FOUND:
            return None
        raise


def _endpoint(transport: Transport, name: str) -> SessionConfiguration:
    return SessionConfiguration.from_xml(transport.get(uris.CONFIG_PLUGIN, {"Name": name}))


def setting_state_found(client: SettingsClient, write: PlannedWrite) -> ReadBackState:
    """Read a setting and compare it with the states before and after a write."""
    state = client.state(write.kind, write.subject)
    before, after = (read_state(write.kind, note) for note in (write.before, write.after))
    return ReadBackState.AFTER if state == after else ReadBackState.BEFORE if state == before else ReadBackState.OTHER


def endpoint_note(document: bytes) -> str:
    """Return what the journal keeps of the test endpoint of a host check: its descriptors, and whether it is disabled.

    Raises:
        DocumentError: it cannot be read.
    """
    root = parse(document)
    enabled = truth(root.get("Enabled", "")) is not False
    return " ".join(node.get("Sddl", "") for node in securities(root)) + ("" if enabled else " (disabled)")


def endpoint_note_on(transport: Transport, name: str) -> str:
    """Return the note of the endpoint that a host has now; ABSENT where it has none of that name.

    Raises:
        WsmanError: it does not tell.
        DocumentError: its answer cannot be read.
    """
    try:
        return endpoint_note(transport.get(uris.CONFIG_PLUGIN, {"Name": name}))
    except WsmanFault as fault:
        if fault.may_have_changed_host or denies_access(fault.code, fault.subcode):
            raise
        return ABSENT  # what no host was seen to say: every other fault of validation stands for "not there"
