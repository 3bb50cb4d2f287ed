"""Test endpoint of the host check, for the questions that only writing answers. Nothing else is written.

Each write is in the journal before it is sent, and read back after it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import cycle
from typing import TypeVar

from gatepost.backend.host.subjects import ABSENT, endpoint_note, endpoint_note_on
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.plugin_document import (
    DocumentError,
    parse,
    securities,
    security_document,
    serialize,
)
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, NOTHING
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedAction, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.wsman import Transport
from gatepost.wsman.errors import AuthenticationFailed, WsmanError, WsmanFault
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.powershell_shell import OPTIONS, new_shell_id, shell_document

NAME = "Gatepost.Check"
URI = f"http://schemas.microsoft.com/powershell/{NAME}"
_SACL = "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
ADMINISTRATORS_ONLY = f"O:NSG:BAD:P(A;;GA;;;BA){_SACL}"
WITH_OPERATORS = f"O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM){_SACL}"
NOBODY = f"O:NSG:BAD:P(D;;GA;;;WD)(A;;GA;;;BA){_SACL}"
_VERB = BACKEND.tr("Host check")
_NOT_TO_COPY = ("RunAsUser", "RunAsPassword")
_T = TypeVar("_T")


class OwnEndpoint:
    """The test endpoint: creates, changes and removes it; ``remove`` may be called at any time, and again.

    What asks the host raises WsmanError where it refuses or does not tell, and DocumentError where its answer cannot be
    read. What writes raises JournalError where the journal cannot be written: then nothing was sent.
    """

    def __init__(
        self, transport: Transport, journal: Journal, host: HostIdentity, shells: tuple[str, ...] = ()
    ) -> None:
        """``shells`` are the identifiers that sessions on the endpoint use, one after the other."""
        self._transport = transport
        self._journal = journal
        self._host = host
        self._shells = shells or new_shell_ids()
        self._next_shells = cycle(self._shells)
        self._selectors = {"Name": NAME}

    def exists(self) -> bool:
        """Ask the host."""
        return endpoint_note_on(self._transport, NAME) != ABSENT

    def create(self, pattern: bytes) -> None:
        """Make it as a copy of another endpoint's document, for administrators alone."""
        document = duplicate(pattern)
        self._send(
            ABSENT,
            endpoint_note(document),
            lambda: self._transport.create(uris.CONFIG_PLUGIN, self._selectors, document),
        )

    def read(self) -> bytes:
        """Return its document."""
        return self._transport.get(uris.CONFIG_PLUGIN, self._selectors)

    def put(self, document: bytes) -> bytes:
        """Replace its document."""
        return self._send(
            endpoint_note(self.read()),
            endpoint_note(document),
            lambda: self._transport.put(uris.CONFIG_PLUGIN, self._selectors, document),
        )

    def put_descriptor(self, sddl: str) -> bytes:
        """Write a descriptor into its document."""
        return self.put(with_descriptor(self.read(), sddl))

    def put_attributes(self, **attributes: str) -> None:
        """Write attributes into its document. A password among them is in no journal."""
        root = parse(self.read())
        for name, value in attributes.items():
            root.set(name, value)
        self.put(serialize(root))

    def put_security_element(self, sddl: str) -> None:
        """Write a descriptor without the rest of the document."""
        before = self.read()
        body = security_document(URI, exact_match=True, sddl=sddl)
        self._send(
            endpoint_note(before),
            endpoint_note(with_descriptor(before, sddl)),
            lambda: self._transport.put(uris.CONFIG_SERVICE_SECURITY, {"Uri": URI}, body),
        )

    def delete(self) -> None:
        """Take it away."""
        self._send(
            endpoint_note(self.read()), ABSENT, lambda: self._transport.delete(uris.CONFIG_PLUGIN, self._selectors)
        )

    def open_session(self) -> str:
        """Open a session on it and return the identifier, which ``close_session`` takes."""
        shell_id = next(self._next_shells)
        self._transport.create(URI, {}, shell_document(shell_id), OPTIONS)
        return shell_id

    def close_session(self, shell_id: str) -> None:
        """End a session."""
        self._transport.delete(URI, {"ShellId": shell_id})

    def remove(self) -> bool:
        """End its sessions and take it away; return whether the host says that it is gone."""
        for shell_id in self._shells:
            with suppress(WsmanError):
                self.close_session(shell_id)
        try:
            if not self.exists():
                return True
            self.delete()
        except (WsmanError, DocumentError, HostError):  # recorded or not: it must not stay
            with suppress(WsmanError):
                self._transport.delete(uris.CONFIG_PLUGIN, self._selectors)
        try:
            return not self.exists()
        except (WsmanError, DocumentError):
            return False

    def _send(self, before: str, after: str, write: Callable[[], _T]) -> _T:
        """Record, send once, read back, and record. ``before`` and ``after`` are notes of the endpoint.

        What nobody saw the end of stays without an outcome, as with any write.
        """
        planned = PlannedWrite(SubjectKind.TEST_ENDPOINT, NAME, before, after)
        (number,) = self._journal.plan(PlannedAction(self._host, _VERB), [planned])
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
            if isinstance(failure, WsmanFault):
                return WriteOutcome(NAME, Outcome.REFUSED, BACKEND.tr("The host refused it."))
            return WriteOutcome(NAME, Outcome.UNCHANGED, NOTHING)
        if result is None:
            return WriteOutcome(NAME, Outcome.UNKNOWN, BACKEND.tr("The result couldn't be read back."))
        if result == planned.before != planned.after:
            return WriteOutcome(NAME, Outcome.UNCHANGED, NOTHING)
        if result == planned.after:
            return WriteOutcome(NAME, Outcome.CHANGED, NOTHING)
        return WriteOutcome(NAME, Outcome.CHANGED, BACKEND.tr("The host shows: {found}", found=result))

    def _found(self, failure: WsmanError | None) -> str | None:
        """What the host shows now; None where it does not tell. A rejected login is not tried again."""
        if isinstance(failure, AuthenticationFailed):
            return None
        try:
            return endpoint_note_on(self._transport, NAME)
        except (WsmanError, DocumentError):
            return None


def new_shell_ids() -> tuple[str, ...]:
    """Return identifiers for the sessions of one check."""
    return tuple(new_shell_id() for _ in range(12))


def duplicate(pattern: bytes) -> bytes:
    """Return the document of an endpoint under the name of ours: enabled, and open to administrators alone."""
    root = parse(pattern)
    root.set("Name", NAME)
    root.set("Enabled", "True")
    for attribute in _NOT_TO_COPY:
        if root.get(attribute):
            root.set(attribute, "")
    for node in root.iter("{*}Resource"):
        node.set("ResourceUri", URI)
    for node in securities(root):
        node.set("Uri", URI)
        node.set("Sddl", ADMINISTRATORS_ONLY)
    return serialize(root)


def with_descriptor(document: bytes, sddl: str) -> bytes:
    """Return the document with another descriptor."""
    root = parse(document)
    for node in securities(root):
        node.set("Sddl", sddl)
    return serialize(root)
