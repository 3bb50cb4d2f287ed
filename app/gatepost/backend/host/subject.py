"""Interface of what can be written on a host, endpoint or setting, for the loop that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gatepost.endpoints.history.reconcile import ReadBack, ReadBackState
from gatepost.endpoints.text import Text
from gatepost.endpoints.writes.journal_entry import PlannedWrite, WriteOutcome


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """One request of a write; ``label`` is what it changes, for people."""

    label: str | Text
    send: Callable[[], None]


class Subject(Protocol):
    """One endpoint or setting with the change that was confirmed for it.

    Whatever asks the host raises WsmanError, DocumentError or MethodFailed as they come.
    """

    @property
    def name(self) -> str | Text:
        """What the report calls it."""
        ...

    @property
    def record(self) -> PlannedWrite:
        """What the journal keeps of the change."""
        ...

    @property
    def outcome_without_write(self) -> WriteOutcome | None:
        """The outcome where there is nothing to write."""
        ...

    @property
    def ends_connection(self) -> bool:
        """Whether the write ends the connection that it travels on."""
        ...

    @property
    def is_immediate(self) -> bool:
        """Whether what the host has accepted shows at once."""
        ...

    def compare(self) -> ReadBackState:
        """Read the host: BEFORE where it is exactly as it was when the change was confirmed."""
        ...

    def requests(self) -> tuple[WriteRequest, ...]:
        """The requests that make the change, each of which is sent once, in this order."""
        ...

    def read_back(self) -> ReadBack:
        """Read the host again after the write."""
        ...


class MisdirectedError(Exception):
    """The host carried a request out on another endpoint, whose name is ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"carried out on {name}")
        self.name = name
