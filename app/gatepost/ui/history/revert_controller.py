"""Controller of reverts: read the host, let rows be chosen where needed, and ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.backend.host.host import Host
from gatepost.backend.journal.queries import writes_since
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.changes.revert_settings import plan_settings_revert, settings_revert_change_set
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.text import Text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind, WriteOutcome
from gatepost.jobs.job import Job
from gatepost.models.three_way_table import ThreeWayTableModel, endpoint_choices, setting_choices
from gatepost.models.window_text import one_line, shown
from gatepost.security import NO_ACCOUNTS
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource, is_of
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.dialogs.waiting import wait_for_job
from gatepost.ui.history.three_way_dialog import ThreeWayDialog
from gatepost.work import WorkContext

Entries = tuple[JournalEntry, ...]
T = TypeVar("T")


class Notices(Protocol):
    """Where the user is told what came of a question: a history, or the status bar."""

    def show_message(self, message: str) -> None:
        """Show one line; "" clears it."""

    def show_error(self, error: HostError) -> None:
        """Show what went wrong."""


class RevertController(QObject):
    """Serves the buttons of a history."""

    def __init__(
        self,
        hosts: OpenHosts,
        changes: ChangeController,
        journal: JournalSource,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._changes = changes
        self._journal = journal
        self._window = window

    def reconcile_write(self, view: Notices, entry: JournalEntry) -> None:
        """Look at what an entry has left on its host; what came of it is said in the view."""

        def settled(_: HostSession, outcome: WriteOutcome) -> None:
            view.show_message(shown(outcome.message))
            self._journal.load()

        job = self._ask(view, entry, lambda host, _: host.reconcile_write(entry), settled)
        if job is not None:  # stopped by then, it may have settled the entry all the same
            job.then(cancelled=self._journal.load, crashed=self._journal.load)

    def revert(self, view: Notices, entries: Entries) -> None:
        """Ask about taking entries of one action back; what stands in the way is said in the view."""
        if entries[0].kind is SubjectKind.ENDPOINT:
            self._ask(view, entries[0], Host.read_snapshot, partial(self._plan_endpoints, view, entries))
        else:
            plan = partial(self._plan_settings, view, entries)
            self._ask(view, entries[0], lambda host, context: host.reader.exposure(context), plan)

    def _plan_endpoints(self, view: Notices, entries: Entries, session: HostSession, snapshot: HostSnapshot) -> None:
        if self._is_taken(session):
            view.show_message(self._taken_words(snapshot.host.name))
            return
        view.show_message("")
        self._window.activateWindow()  # the question opens over it
        accounts = session.accounts if session.snapshot is not None else snapshot.accounts
        plan = plan_revert(entries, replace(snapshot, accounts=accounts))
        if plan.needs_choice:
            model = ThreeWayTableModel(endpoint_choices(plan, writes_since(entries, self._journal.entries)), accounts)

            def confirm() -> None:
                self._changes.confirm(session, partial(revert_change_set, plan, model.left()), plan.snapshot)

            self._choose(on_host(plan.verb, plan.snapshot.host.name), model, confirm)
        else:
            self._changes.confirm(session, partial(revert_change_set, plan), plan.snapshot)

    def _plan_settings(
        self, view: Notices, entries: Entries, session: HostSession, exposure: RemainingExposure
    ) -> None:
        assert session.snapshot is not None
        host = session.snapshot.host
        if self._is_taken(session):
            view.show_message(self._taken_words(host.name))
            return
        plan = plan_settings_revert(entries, exposure)
        if not plan.settings:
            unread = self.tr("The current settings couldn't be read, so nothing is reverted.")
            view.show_message(
                unread if plan.unread else self.tr("Nothing to revert: the host shows the previous state.")
            )
            return
        view.show_message("")
        self._window.activateWindow()  # the question opens over it
        if plan.needs_choice:
            model = ThreeWayTableModel(setting_choices(plan, writes_since(entries, self._journal.entries)), NO_ACCOUNTS)

            def confirm() -> None:
                self._changes.change_settings(session, settings_revert_change_set(plan, model.left_settings()))

            self._choose(on_host(plan.verb, host.name), model, confirm)
        else:
            self._changes.change_settings(session, settings_revert_change_set(plan))

    def _choose(self, action: Text, model: ThreeWayTableModel, confirm: Callable[[], None]) -> None:
        dialog = ThreeWayDialog(shown(action), model, self._window)
        dialog.accepted.connect(confirm)
        self._changes.enqueue_dialog(lambda: dialog)

    def _session_of(self, entry: JournalEntry) -> HostSession | None:
        sessions = [session for session in self._hosts.sessions if is_of(entry, session)]
        return next((session for session in sessions if session.key == entry.host), sessions[0] if sessions else None)

    def _ask(
        self,
        view: Notices,
        entry: JournalEntry,
        work: Callable[[Host, WorkContext], T],
        answered: Callable[[HostSession, T], None],
    ) -> Job[T] | None:
        """Read something of an entry's host; where that cannot be, the view says why."""
        session = self._session_of(entry)
        host = one_line(entry.host_name)
        if session is None or session.snapshot is None:
            view.show_message(self.tr("Connect to {host} first, then try again.").format(host=host))
            return None
        job = session.run_read(work) if not self._is_taken(session) else None
        if job is None:
            view.show_message(self._taken_words(host))
            return None
        message = self.tr("Reading {host}...").format(host=host)
        view.show_message(message)
        wait_for_job(job, message, view.window() if isinstance(view, QWidget) else self._window)
        session.tell_answer(job, partial(answered, session), view.show_error, partial(view.show_message, ""))
        return job

    def _is_taken(self, session: HostSession) -> bool:
        """Whether an action could not be started now: asked before the host is, and again when it has answered."""
        return session.state.is_busy or any(d.isVisible() and d.isModal() for d in self._window.findChildren(QDialog))

    def _taken_words(self, host: str) -> str:
        template = self.tr("{host} is busy. Try again when the current task has finished.")
        return template.format(host=one_line(host))
