"""The tool bar and the menus: which action stands where."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar, QToolBar, QToolButton

from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.ui.widgets.actions import Actions, add_groups
from gatepost.ui.widgets.fields import FilterEdit
from gatepost.ui.widgets.icons import icon


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
