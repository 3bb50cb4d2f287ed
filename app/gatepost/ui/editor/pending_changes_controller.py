"""Controller of pending changes: undo, grant for many, preview, apply, discard, and ask before they are lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import Skipped
from gatepost.jobs.runner import JobRunner
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, plain_tip, shown
from gatepost.security import NO_ACCOUNTS
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.dialogs.message import MessageDialog, notice
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.editor.pending_line import PendingLine
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.plain_widgets import SignLabel, button_text, shortened

_MOST_LISTED = 20  # endpoints in the menu
_LONGEST_STEP = 80  # characters of a step's name in the menu
_NAMED = 8  # endpoints that are named


class PendingChangesController(QObject):
    """Connects the actions of the window with the pending changes of the host that is shown.

    With no pending change left to undo, Undo leads to the applied ones.
    """

    revert_requested = Signal()
    endpoint_chosen = Signal(str)  # one with pending changes, to be shown

    def __init__(
        self,
        runner: JobRunner,
        hosts: OpenHosts,
        actions: Actions,
        changes: ChangeController,
        line: PendingLine,
        selected: Callable[[], tuple[str, ...]],
        can_revert: Callable[[HostSession], bool],
        window: QWidget,
    ) -> None:
        """``selected`` gives the names of the selected endpoints; ``can_revert``: an applied change can be reverted."""
        super().__init__(window)
        self._runner = runner
        self._hosts = hosts
        self._actions = actions
        self._changes = changes
        self._window = window
        self._selected = selected
        self._can_revert = can_revert
        self._line = line
        hosts.refused.connect(self._show_refused)
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        actions.grant.triggered.connect(self._grant)
        actions.apply_pending.triggered.connect(lambda: self._ask(None, preview=False))
        actions.preview_pending.triggered.connect(lambda: self._ask(None, preview=True))
        actions.discard_pending.triggered.connect(self._discard)
        actions.explain.triggered.connect(self._explain)
        line.requested.connect(lambda name, preview: self._ask((name,), preview=preview))

    def enable_actions(self) -> None:
        """Offer what can be done with the pending changes of the host that is shown."""
        actions, session = self._actions, self._hosts.current
        ready = session is not None and session.state.is_ready
        history = session.pending_changes.undo_stack if session is not None else None
        undo, redo = (history.undo_label, history.redo_label) if history is not None else ("", "")
        pending = session is not None and session.pending_changes.has_pending
        writable = session is not None and not session.read_only
        revertible = not undo and session is not None and self._can_revert(session)
        actions.undo.setEnabled(bool(undo) or revertible)
        actions.redo.setEnabled(bool(redo))
        _name(actions.undo, self.tr("&Undo"), self.tr("Undo: {step} (Ctrl+Z)"), self.tr("Undo (Ctrl+Z)"), undo)
        if revertible:
            actions.undo.setText(self.tr("&Revert last change..."))
            actions.undo.setToolTip(self.tr("Revert the last change (Ctrl+Z)"))
        _name(actions.redo, self.tr("&Redo"), self.tr("Redo: {step} (Ctrl+Y)"), self.tr("Redo (Ctrl+Y)"), redo)
        actions.grant.setEnabled(ready and writable)
        actions.apply_pending.setEnabled(ready and writable and pending)
        actions.apply_pending.setIconText(
            self._apply_words(len(session.pending_changes.pending_names) if session is not None else 0)
        )
        actions.preview_pending.setEnabled(ready and pending)
        actions.discard_pending.setEnabled(pending)
        self._line.show_activity()

    def _apply_words(self, count: int) -> str:
        """Return what Apply covers: the pending changes of all endpoints of the host."""
        if not count:
            return self.tr("Apply")
        return shown(WINDOW.tr("Apply %n change", "Apply %n changes", count))

    def fill_menu(self, menu: QMenu) -> None:
        """List the endpoints with pending changes, to go to one, and what can be done with all of them."""
        menu.clear()
        session = self._hosts.current
        names = session.pending_changes.pending_or_typing if session is not None else ()
        conflicts = session.pending_changes.conflicts if session is not None else {}
        for name in tuple(names)[:_MOST_LISTED]:
            title = button_text(shortened(one_line(name), _LONGEST_STEP))
            if name in conflicts:
                title = self.tr("{name} (also changed on the host)").format(name=title)
            menu.addAction(title).triggered.connect(partial(self.endpoint_chosen.emit, name))
        if len(names) > _MOST_LISTED:
            more = self.tr("and {count} more").format(count=len(names) - _MOST_LISTED)
            menu.addAction(more).setEnabled(False)
        if not names:
            menu.addAction(self.tr("No pending changes")).setEnabled(False)
        menu.addSeparator()
        menu.addActions([self._actions.preview_pending, self._actions.discard_pending])

    def leave(self, sessions: tuple[HostSession, ...], then: Callable[[], object]) -> bool:
        """Tell whether nothing would be lost; else ask, and go on with ``then`` once the pending changes are discarded."""
        pending = tuple(session for session in sessions if session.pending_changes.has_pending)
        if not pending:
            return True

        def discarded() -> None:
            for session in pending:
                self._discard_all(session)
            then()

        dialog = DiscardDialog(pending, self._window)
        dialog.accepted.connect(discarded)
        dialog.more_chosen.connect(lambda: self._changes.apply_pending(pending[0]))
        open_dialog(dialog)
        return False

    def _undo(self) -> None:
        session = self._hosts.current
        if session is None:
            return
        if session.pending_changes.undo_stack.undo_label:
            session.pending_changes.undo()
        elif self._can_revert(session):
            self.revert_requested.emit()

    def _redo(self) -> None:
        if self._hosts.current is not None:
            self._hosts.current.pending_changes.redo()

    def _grant(self) -> None:
        from gatepost.ui.editor.grant_dialog import GrantDialog

        if self._hosts.current is not None and self._hosts.current.snapshot is not None:
            session = self._hosts.current
            dialog = GrantDialog(session, self._selected(), self._window)
            dialog.answered.connect(lambda step: session.edit(replace(step, refused=())))  # it has told them
            open_dialog(dialog)

    def _show_refused(self, refused: tuple[Skipped, ...]) -> None:
        from gatepost.ui.editor.grant_dialog import refused_lines

        title = shown(WINDOW.tr("%n endpoint wasn't edited.", "%n endpoints weren't edited.", len(refused)))
        text = "\n".join(refused_lines(refused))
        self._changes.enqueue_dialog(partial(notice, title, text, "", self._window))

    def _explain(self) -> None:
        from gatepost.ui.editor.explain_dialog import ExplainDialog

        session = self._hosts.current
        accounts = session.accounts if session is not None else NO_ACCOUNTS
        open_dialog(ExplainDialog(accounts, self._runner, self._window))

    def _ask(self, names: tuple[str, ...] | None, *, preview: bool) -> None:
        session = self._hosts.current
        if session is not None and session.pending_changes.has_pending:
            self._changes.apply_pending(session, names, preview=preview)

    def _discard(self) -> None:
        """It can be undone, so it is not asked about."""
        if self._hosts.current is not None:
            self._discard_all(self._hosts.current)

    def _discard_all(self, session: HostSession) -> None:
        pending_changes = session.pending_changes
        pending_changes.discard(self.tr("Discard all pending changes"), pending_changes.pending_or_typing)


def _name(action: QAction, label: str, template: str, bare: str, step: str) -> None:
    """Say in menu and tool tip which step it is; the tool bar keeps the bare word."""
    action.setText(f"{label} {button_text(shortened(step, _LONGEST_STEP))}".strip())
    action.setIconText(label.replace("&", ""))
    action.setToolTip(plain_tip(template.format(step=step)) if step else bare)


class DiscardDialog(MessageDialog):
    """Keep editing, discard, or look at what would be applied. Accepted: the changes are discarded."""

    def __init__(self, sessions: tuple[HostSession, ...], parent: QWidget | None = None) -> None:
        about = shown(WINDOW.tr("These changes haven't been applied and will be lost."))
        super().__init__(
            SignLabel("pencil", Tone.ACCENT),
            title=shown(WINDOW.tr("Discard pending changes?")),
            text="\n".join([about, "", *map(_line, sessions)]),
            dismiss=shown(WINDOW.tr("&Keep editing")),
            parent=parent,
            verb=shown(WINDOW.tr("&Discard")),
            is_dangerous=True,
            more=shown(WINDOW.tr("&Review and apply...")),
        )
        self.more_button.setEnabled(not sessions[0].read_only and bool(sessions[0].pending_changes.pending_names))


def _line(session: HostSession) -> str:
    names = session.pending_changes.pending_or_typing
    named = enumerated(names[:_NAMED])
    more = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return shown(WINDOW.tr("{host}: {names}", host=one_line(session.name), names=named + more))
