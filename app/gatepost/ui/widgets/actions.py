"""All actions of the window: the tool bar, the menus and the context menus share them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import WINDOW, Text
from gatepost.models.endpoints.mode_text import MODES
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.ui.widgets.icons import icon


class Actions:
    """The actions with their words, keys and icons; the window connects them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.connect = self._action(WINDOW.tr("&Connect..."), "lan-connect", QKeySequence("Ctrl+K"), Tone.ACCENT)
        self.open_list = self._action(
            WINDOW.tr("Open &list of hosts..."), "playlist-plus", QKeySequence("Ctrl+Shift+K")
        )
        self.disconnect = self._action(WINDOW.tr("&Disconnect"), "close-network-outline", QKeySequence("Ctrl+W"))
        self.edit_connection = self._action(WINDOW.tr("Edit co&nnection..."), "")
        self.disconnect_all = self._action(WINDOW.tr("Disconnec&t all"), "")
        self.retry_failed = self._action(WINDOW.tr("Retry &failed hosts"), "")
        self.refresh = self._action(WINDOW.tr("&Refresh"), "refresh", QKeySequence("F5"))
        self.cancel = self._action(WINDOW.tr("Cancel readin&g"), "close", QKeySequence("Esc"))
        self.quit = self._action(
            WINDOW.tr("E&xit") if sys.platform == "win32" else WINDOW.tr("&Quit"), "", QKeySequence("Ctrl+Q")
        )
        self.find = self._action(WINDOW.tr("&Filter"), "magnify", QKeySequence("Ctrl+F"))
        self.find_everywhere = self._action(
            WINDOW.tr("Find in &all hosts..."), "text-search", QKeySequence("Ctrl+Shift+F")
        )
        self.disable = self._action(
            WINDOW.tr("&Disable remoting..."), "lan-disconnect", QKeySequence("Ctrl+D"), Tone.DENY
        )
        self.disable_many = self._action(WINDOW.tr("Disable remoting on &selected hosts..."), "")
        self.grant_many = self._action(WINDOW.tr("Grant, deny or revoke on selected h&osts..."), "")
        self.revert_many = self._action(WINDOW.tr("Revert &last change on selected hosts..."), "")
        self.enable = self._action(WINDOW.tr("&Enable remoting..."), "lan-check", QKeySequence("Ctrl+E"), Tone.ALLOW)
        self.preview_disable = self._action(
            WINDOW.tr("Preview d&isabling remoting..."), "eye-outline", QKeySequence("Ctrl+Shift+D")
        )
        self.preview_enable = self._action(
            WINDOW.tr("Preview e&nabling remoting..."), "eye-outline", QKeySequence("Ctrl+Shift+E")
        )
        self.modes: dict[AccessMode, QAction] = {}
        self.preview_modes: dict[AccessMode, QAction] = {}
        labels = {
            AccessMode.REMOTE: (WINDOW.tr("Set to &Remote..."), WINDOW.tr("Preview setting to Re&mote...")),
            AccessMode.LOCAL: (WINDOW.tr("Set to &Local..."), WINDOW.tr("Preview setting to L&ocal...")),
            AccessMode.DISABLED: (WINDOW.tr("Set to &Disabled..."), WINDOW.tr("Preview setting to Di&sabled...")),
        }
        for number, mode in enumerate(MODES, 1):
            self.modes[mode] = self._action(labels[mode][0], "", QKeySequence(f"Ctrl+{number}"))
            self.preview_modes[mode] = self._action(
                labels[mode][1], "eye-outline", QKeySequence(f"Ctrl+Shift+{number}")
            )
        self.undo = self._action(WINDOW.tr("&Undo"), "undo", QKeySequence("Ctrl+Z"))
        self.redo = self._action(WINDOW.tr("&Redo"), "redo", QKeySequence("Ctrl+Y"))
        self.grant = self._action(WINDOW.tr("&Grant, deny or revoke..."), "account-key-outline", QKeySequence("Ctrl+G"))
        self.apply_pending = self._action(
            WINDOW.tr("&Apply changes..."), "content-save-outline", QKeySequence("Ctrl+S"), Tone.ACCENT
        )
        self.preview_pending = self._action(
            WINDOW.tr("&Preview changes..."), "eye-outline", QKeySequence("Ctrl+Shift+S")
        )
        self.discard_pending = self._action(WINDOW.tr("D&iscard all changes"), "delete-sweep-outline")
        self.explain = self._action(
            WINDOW.tr("E&xplain SDDL..."), "text-box-search-outline", QKeySequence("Ctrl+Shift+X")
        )
        self.history = self._action(WINDOW.tr("&History..."), "history", QKeySequence("Ctrl+H"))
        self.read_only = self._action(WINDOW.tr("&Read-only"), "lock-outline")
        self.read_only.setCheckable(True)
        system = ("system", WINDOW.tr("&Use system setting"))
        self.themes = self._choices(system, ("light", WINDOW.tr("&Light")), ("dark", WINDOW.tr("&Dark")))
        self.densities = self._choices(("compact", WINDOW.tr("&Compact")), ("comfortable", WINDOW.tr("Co&mfortable")))
        below, right = ("below", WINDOW.tr("&Below the table")), ("right", WINDOW.tr("At the &right"))
        self.details = self._choices(below, right, ("hidden", WINDOW.tr("&Hidden")))
        self.save_snapshot = self._action(WINDOW.tr("Sa&ve snapshot..."), "content-save-outline")
        self.open_snapshot = self._action(WINDOW.tr("&Open snapshot..."), "folder-open-outline", QKeySequence("Ctrl+O"))
        self.compare = self._action(WINDOW.tr("Co&mpare..."), "compare-horizontal", QKeySequence("Ctrl+M"))
        self.report = self._action(WINDOW.tr("Save r&eport..."), "file-document-outline", QKeySequence("Ctrl+P"))
        self.report_all = self._action(WINDOW.tr("Save report of &all hosts..."), "", QKeySequence("Ctrl+Shift+P"))
        self.settings = self._action(WINDOW.tr("&Settings..."), "cog-outline", QKeySequence("Ctrl+,"))
        self.help = self._action(WINDOW.tr("&Help"), "help-circle-outline", QKeySequence("F1"))
        self.shortcuts = self._action(WINDOW.tr("&Keyboard shortcuts"), "")
        self.report_problem = self._action(WINDOW.tr("Report a &problem"), "")
        self.about = self._action(WINDOW.tr("&About Gatepost"), "information-outline")

    @property
    def writing(self) -> list[QAction]:
        """The actions that can lead to a write."""
        return [self.disable, self.enable, *self.modes.values(), self.grant, self.apply_pending]

    def _choices(self, *labels: tuple[str, Text]) -> dict[str, QAction]:
        """Make actions of which one is checked, by their keys."""
        group = QActionGroup(self._window)
        actions = {}
        for key, title in labels:
            action = actions[key] = self._action(title, "")
            action.setCheckable(True)
            group.addAction(action)
        return actions

    def _action(self, label: Text, icon_name: str, keys: QKeySequence | None = None, tone: Tone = Tone.TEXT) -> QAction:
        text = shown(label)
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(keys)
            plain = text.replace("&", "").rstrip(".")
            action.setToolTip(f"{plain} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        if icon_name:
            action.setIcon(icon(icon_name, tone))
        self._window.addAction(action)
        return action


def add_groups(menu: QMenu, *groups: Sequence[QAction]) -> None:
    """Add actions to a menu, with a separator before each group that is not the first in it."""
    for group in groups:
        if menu.actions():
            menu.addSeparator()
        menu.addActions(list(group))


def action_button(action: QAction) -> QToolButton:
    """Return a button with icon and words of an action, which Tab reaches."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
    return button
