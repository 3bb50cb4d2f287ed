"""Actions without a controller of their own, and which actions are enabled for the current host."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QMainWindow

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostState
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.session_state import SessionState
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.dialogs.opening import open_dialog, open_help
from gatepost.ui.endpoints.endpoint_panel import EndpointPanel
from gatepost.ui.widgets.actions import Actions


def enable_actions(actions: Actions, session: HostSession | None, *, selected: bool, locked: bool) -> None:
    """Enable what applies to the host; ``selected``: an endpoint is; ``locked``: nothing may be written."""
    ready = session is not None and session.state.is_ready
    for action in actions.writing:
        action.setVisible(not locked)
    for action in (actions.disable, actions.enable, actions.preview_disable, actions.preview_enable):
        action.setEnabled(ready)
    for action in (*actions.modes.values(), *actions.preview_modes.values()):
        action.setEnabled(ready and selected)
    actions.disconnect.setEnabled(session is not None and session.is_closable)
    actions.edit_connection.setEnabled(session is not None and session.kind is HostKind.REMOTE)
    actions.refresh.setEnabled(session is not None and not session.state.is_busy and not session.explanation)
    actions.cancel.setEnabled(session is not None and session.state.is_cancellable)


def enable_host_actions(actions: Actions, counts: Mapping[HostState, int]) -> None:
    """Enable what applies to all hosts; ``counts`` says how many are in each state."""
    actions.retry_failed.setEnabled(counts.get(HostState.FAILED, 0) > 0)
    actions.disconnect_all.setEnabled(bool(counts))


def enable_file_actions(actions: Actions, hosts: OpenHosts) -> None:
    """Enable those for which there is something to save or to compare."""
    current, read = hosts.current, [session for session in hosts.sessions if session.snapshot is not None]
    actions.save_snapshot.setEnabled(current in read)
    actions.compare.setEnabled(bool(read))
    actions.report.setEnabled(current is not None and current.state is not SessionState.UNREAD)
    actions.report_all.setEnabled(bool(read))


def connect_change_actions(actions: Actions, changes: ChangeController, panel: EndpointPanel) -> None:
    """Have the actions work on the host, or on the selected endpoints."""
    actions.disable.triggered.connect(changes.disable)
    actions.enable.triggered.connect(changes.enable)
    actions.preview_disable.triggered.connect(lambda: changes.disable(preview=True))
    actions.preview_enable.triggered.connect(lambda: changes.enable(preview=True))

    def set_mode(mode: AccessMode, *, preview: bool) -> None:
        changes.set_mode(panel.selected_names(), mode, preview=preview)

    for preview, modes in ((False, actions.modes), (True, actions.preview_modes)):
        for mode, action in modes.items():
            action.triggered.connect(partial(set_mode, mode, preview=preview))


def connect_help_actions(actions: Actions, window: QMainWindow) -> None:
    """Have the actions open what they name; the dialogs are imported then, as the first window needs none of them."""

    def show_shortcuts() -> None:
        from gatepost.ui.dialogs.help import HelpDialog, shortcuts_text

        dialog = HelpDialog(window)
        dialog.view.show_markdown(shortcuts_text(window.actions()))
        open_dialog(dialog)

    def show_about() -> None:
        from gatepost.ui.settings.about_dialog import AboutDialog  # reads the metadata of every library

        open_dialog(AboutDialog(window))

    actions.help.triggered.connect(lambda: open_help(window, window.focusWidget()))
    actions.shortcuts.triggered.connect(show_shortcuts)
    actions.report_problem.triggered.connect(lambda: open_help(window, None, "guide.md#report-a-problem"))
    actions.about.triggered.connect(show_about)
