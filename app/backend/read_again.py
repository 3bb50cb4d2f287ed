"""Reading a host again because nobody knows how a write ended."""

from __future__ import annotations

from datetime import UTC, datetime

from app.backend.failures import NOT_FOUND, host_error
from app.backend.journal import Journal
from app.backend.machine import Machine, MethodFailed
from app.endpoints.endpoint_state import EndpointState, StateError
from app.endpoints.errors import HostError
from app.endpoints.journal_entry import JournalEntry, SubjectKind
from app.endpoints.plugin_document import DocumentError
from app.endpoints.report import EndpointOutcome
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.settling import Found, may_be_under_way, settled, under_way
from app.endpoints.text import text
from app.wsman import Transport, uris
from app.wsman.errors import WsmanError, WsmanFault


def read_again(transport: Transport, journal: Journal, entry: JournalEntry) -> EndpointOutcome:
    """Look at what a write has left on the host, note it in the journal, and return it.

    Raises:
        HostError: the host or the entry cannot be read, or the journal cannot be written; nothing is noted.
    """
    try:
        found = _look(transport, entry)
    except (WsmanError, DocumentError) as error:
        raise host_error(error, entry.host_name) from error
    except (StateError, MethodFailed) as error:
        raise HostError(
            text("The journal's entry for {subject} cannot be understood.", subject=entry.subject),
            text("Compare the host with the entry's details yourself."),
            details=str(error),
        ) from error
    if may_be_under_way(entry, found, datetime.now(UTC)):
        return under_way(entry)
    outcome = settled(entry, found)
    journal.settled(entry.id, outcome)
    return outcome


def _look(transport: Transport, entry: JournalEntry) -> Found:
    if entry.kind is None:
        raise StateError("unknown kind of subject")
    if entry.kind is not SubjectKind.ENDPOINT:
        state = Machine(transport).state(entry.kind, entry.subject)
        return Found.AFTER if state == entry.after else Found.BEFORE if state == entry.before else Found.OTHER
    before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    try:
        document = transport.get(uris.CONFIG_PLUGIN, {"Name": entry.subject})
    except WsmanFault as fault:
        if fault.code == NOT_FOUND:
            return Found.GONE
        raise
    now = EndpointState.of(SessionConfiguration.from_xml(document))
    return Found.AFTER if now.means(after) else Found.BEFORE if now.means(before) else Found.OTHER
