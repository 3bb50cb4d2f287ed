"""Query of a host for a page, asked once for each reading of it, in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gatepost.backend.host.host import Host
from gatepost.jobs.job import Job
from gatepost.session.host_session import HostSession
from gatepost.session.reading import CANCELED
from gatepost.work import WorkContext


class HostQuery(QObject):
    """Asks again when the host, or what was read of it, is another; answers that are no longer needed are dropped."""

    answered = Signal(object)  # what ``work`` gave, or a HostError: after a bug, too
    cancelled = Signal(object)  # the HostError that says so: the user has canceled, and an earlier answer still stands

    def __init__(self, work: Callable[[Host, WorkContext], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._about: tuple[HostSession, object] | None = None
        self._job: Job[Any] | None = None

    def refresh(self, session: HostSession | None) -> bool:
        """See that the question is asked about what the session holds now; tell whether it is a new one."""
        about = _about(session)
        if about is None:
            changed = self._about is not None
            self.drop()
            return changed
        if self._about is not None and self._about[0] is about[0] and self._about[1] is about[1]:
            return False
        self.drop()
        assert session is not None
        job = session.run_read(self._work)
        if job is None:
            return False
        self._about, self._job = about, job
        session.tell_answer(job, self._on_answered, self._on_answered, self._on_cancelled)
        return True

    def drop(self) -> None:
        """Wait for no answer any more; the next question is a new one."""
        job, self._job, self._about = self._job, None, None
        if job is not None:
            job.cancel()

    def _on_cancelled(self) -> None:
        if self._job is not None:  # else it was dropped
            self._job = None
            self.cancelled.emit(CANCELED)

    def _on_answered(self, answer: object) -> None:
        self._job = None
        self.answered.emit(answer)


def _about(session: HostSession | None) -> tuple[HostSession, object] | None:
    """What the question is about; names that arrive later do not make it another."""
    if session is None or session.snapshot is None or session.error is not None:
        return None
    return session, session.snapshot.configurations
