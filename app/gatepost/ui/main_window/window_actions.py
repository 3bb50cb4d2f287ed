"""The actions in the window: where they stand, which are enabled for the current host, and those without a controller."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QMenuBar, QToolBar, QToolButton

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.host_list import HostState
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.session_state import SessionState
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.dialogs.opening import open_dialog, open_help, topic_of
from gatepost.ui.endpoints.endpoint_panel import EndpointPanel
from gatepost.ui.widgets.actions import Actions, add_groups
from gatepost.ui.widgets.fields import FilterEdit
from gatepost.ui.widgets.icons import icon


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

    actions.help.triggered.connect(lambda: open_help(topic_of(window.focusWidget()), window))
    actions.shortcuts.triggered.connect(show_shortcuts)
    actions.report_problem.triggered.connect(lambda: open_help("guide.md#report-a-problem", window))
    actions.about.triggered.connect(show_about)


class EndpointFilterEdit(FilterEdit):
    """The field that filters the table of endpoints."""

    def __init__(self) -> None:
        super().__init__(shown(WINDOW.tr("Filter")), shown(WINDOW.tr("Filter endpoints")))
        self.setToolTip(self.tr("Name, principal, SID, or a word such as deny"))
        self.setFixedWidth(220)
        magnifier = self.addAction(icon("magnify", Tone.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setText(self.accessibleName())

    def begin(self) -> None:
        """Take the keyboard; typing replaces what is there."""
        self.setFocus()
        self.selectAll()


def tool_bar(actions: Actions, pending: QMenu) -> QToolBar:
    """Make the tool bar; ``pending`` lists the pending changes, beside the button that applies them."""
    bar = QToolBar(shown(WINDOW.tr("Tools")))
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addActions([actions.connect, actions.refresh])
    bar.addSeparator()
    bar.addActions([actions.disable, actions.enable])
    after = bar.addSeparator()
    actions.disable.visibleChanged.connect(lambda: after.setVisible(actions.disable.isVisible()))
    bar.addActions([actions.undo, actions.redo, actions.apply_pending, actions.read_only])
    for action in (actions.undo, actions.redo):
        button = bar.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    apply = bar.widgetForAction(actions.apply_pending)
    assert isinstance(apply, QToolButton)
    apply.setMenu(pending)
    apply.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    apply.setObjectName("withMenu")
    return bar


def fill_menu_bar(bar: QMenuBar, actions: Actions, pages: list[QAction]) -> QMenu:
    """Fill the menu bar; return the menu of the practice hosts, which is empty."""
    host = bar.addMenu(shown(WINDOW.tr("&Host")))
    host.addActions([actions.connect, actions.open_list])
    practice = host.addMenu(shown(WINDOW.tr("&Practice host")))
    add_groups(
        host,
        [actions.refresh, actions.cancel, actions.retry_failed],
        [actions.edit_connection, actions.disconnect, actions.disconnect_all],
        [actions.save_snapshot, actions.open_snapshot, actions.compare],
        [actions.report, actions.report_all],
        [actions.settings, actions.quit],
    )
    add_groups(
        bar.addMenu(shown(WINDOW.tr("&Edit"))),
        [actions.undo, actions.redo, actions.revert_many],
        [actions.grant, actions.grant_many],
        [actions.apply_pending, actions.preview_pending, actions.discard_pending],
        [actions.explain],
    )
    add_groups(
        bar.addMenu(shown(WINDOW.tr("&Remoting"))),
        [actions.disable, actions.enable, actions.disable_many],
        [actions.preview_disable, actions.preview_enable],
    )
    endpoint = bar.addMenu(shown(WINDOW.tr("En&dpoint")))
    add_groups(endpoint, list(actions.modes.values()), list(actions.preview_modes.values()))
    view = bar.addMenu(shown(WINDOW.tr("&View")))
    add_groups(view, pages, [actions.find, actions.find_everywhere, actions.history, actions.read_only])
    view.addSeparator()
    for title, choices in (
        (shown(WINDOW.tr("&Details pane")), actions.details),
        (shown(WINDOW.tr("Row h&eight")), actions.densities),
        (shown(WINDOW.tr("&Theme")), actions.themes),
    ):
        view.addMenu(title).addActions(list(choices.values()))
    bar.addMenu(shown(WINDOW.tr("He&lp"))).addActions(
        [actions.help, actions.shortcuts, actions.report_problem, actions.about]
    )
    return practice


def host_menu(actions: Actions) -> list[list[QAction]]:
    """Return what the list of hosts offers for the selected ones."""
    return [
        [actions.refresh, actions.retry_failed],
        [actions.edit_connection, actions.save_snapshot, actions.report, actions.compare, actions.history],
        [actions.disable_many, actions.grant_many, actions.revert_many],
        [actions.disconnect, actions.disconnect_all],
    ]
