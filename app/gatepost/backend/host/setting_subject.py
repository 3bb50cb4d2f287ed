"""A setting of a host that is being changed: service, listener, firewall rule or policy."""

from __future__ import annotations

from functools import partial

from gatepost.backend.host.settings_client import SettingsClient
from gatepost.backend.host.write import WriteRequest
from gatepost.endpoints.host.setting_change_set import SettingWrite, subject_text
from gatepost.endpoints.host.setting_state import RunState, read_state
from gatepost.endpoints.text import BACKEND, Text
from gatepost.endpoints.writes.journal_entry import Outcome, PlannedWrite, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState
from gatepost.wsman.errors import ServiceNotRunning


class SettingSubject:
    """A ``Subject``."""

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
        """Whether our messages travel on it."""
        return self._write.cuts

    @property
    def is_immediate(self) -> bool:
        """A service takes its time to stop."""
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
            return ReadBack(ReadBackState.AFTER, BACKEND.tr("The service is no longer running."))


def setting_state_found(client: SettingsClient, write: PlannedWrite) -> ReadBackState:
    """Read a setting and compare it with the states before and after a write."""
    state = client.state(write.kind, write.subject)
    before, after = (read_state(write.kind, note) for note in (write.before, write.after))
    return ReadBackState.AFTER if state == after else ReadBackState.BEFORE if state == before else ReadBackState.OTHER
