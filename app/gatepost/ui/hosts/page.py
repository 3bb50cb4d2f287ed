"""A page over one host, and one that asks the host for more than was read of its endpoints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result
from gatepost.jobs.job import Job
from gatepost.session.host_session import HostSession
from gatepost.session.reading import CANCELED
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.work import WorkContext

_T = TypeVar("_T")


class HostPage(QWidget):
    """One view of a host. None shows what the session is doing: the frame around them does."""

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of the session. Called when the page comes to the front, and while it is there for changes."""
        raise NotImplementedError


class AskingPage(HostPage, Generic[_T]):
    """Asks once for each reading of a host, in the background; answers that are no longer needed are dropped."""

    def __init__(self, ask: Callable[[Host, WorkContext], Result[_T]]) -> None:
        super().__init__()
        self._session: HostSession | None = None
        self._answer: _T | None = None  # stays while it is asked for again
        self._error: HostError | None = None  # in place of an answer, or of a later one
        self._ask = ask
        self._asked_about: object = None
        self._job: Job[Any] | None = None

    @property
    def _snapshot(self) -> HostSnapshot | None:
        """What was read of the host; None where that does not hold, or no host is shown."""
        session = self._session
        return session.snapshot if session is not None and session.error is None else None

    @property
    def _is_reading(self) -> bool:
        return self._job is not None

    def _show(self) -> None:
        """Show the answer, or why there is none."""
        raise NotImplementedError

    @override
    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        if session is not self._session:
            self._drop()
        self._session = session
        if session is None or self._snapshot is None:
            self._drop()
        elif self._asked_about is not self._snapshot.configurations:  # names that arrive later make it no other one
            self._ask_host(session, self._snapshot)
        self._show()

    def _ask_host(self, session: HostSession, snapshot: HostSnapshot) -> None:
        self._stop_asking()
        self._job = session.run_read(self._ask)
        if self._job is not None:
            self._asked_about = snapshot.configurations
            session.tell_answer(self._job, self._on_answered, self._on_answered, self._on_cancelled)

    def _drop(self) -> None:
        self._answer = self._error = None
        self._stop_asking()

    def _stop_asking(self) -> None:
        job, self._job, self._asked_about = self._job, None, None
        if job is not None:
            job.cancel()

    def _on_answered(self, answer: Result[_T]) -> None:
        self._job = None
        self._answer, self._error = (None, answer) if isinstance(answer, HostError) else (answer, None)
        self._show()

    def _on_cancelled(self) -> None:
        if self._job is not None:  # else it was dropped
            self._job, self._error = None, CANCELED
            self._show()
