"""Help: the page of the docs about what is in front, and the dialog that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.ui.dialogs.docs_browser import DocsBrowser
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.widgets.plain_widgets import plain_label, push_button

_SIZE = (860, 640)  # pixels
_IN_ENGLISH = WINDOW.tr("This page is in English.")
GUIDE = "guide.md"
# Class of what is in front: the file in resources/docs, and a heading in it.
TOPICS = {
    "HostView": "guide.md#connect-to-a-host",
    "EndpointsPage": "guide.md#set-one-endpoint-to-remote-local-or-disabled",
    "AccessSummaryPage": "guide.md#review-a-host",
    "StillOpenPage": "guide.md#disable-remoting",
    "FactsPage": "guide.md#review-a-host",
    "EntriesTab": "permission-editor.md#basic-page",
    "OwnerTab": "permission-editor.md#advanced-page",
    "SddlTab": "permission-editor.md#advanced-page",
    "DetailsTab": "guide.md#review-a-host",
    "FindingsTab": "guide.md#review-a-host",
    "SelectionSummary": "guide.md#let-a-group-open-sessions",
    "EffectiveAccessTab": "security.md#access-decisions",
    "HistoryTab": "guide.md#revert-a-change",
    "ConfirmDialog": "guide.md#disable-remoting",
    "BulkChangeDialog": "guide.md#change-several-hosts-at-once",
    "BulkGrantDialog": "guide.md#change-several-hosts-at-once",
    "BulkReportDialog": "guide.md#change-several-hosts-at-once",
    "EnableDialog": "guide.md#enable-remoting",
    "SettingDialog": "guide.md#disable-remoting",
    "ReportDialog": "security.md#writes",
    "ConnectDialog": "guide.md#connect-to-a-host",
    "HostListDialog": "guide.md#connect-to-a-host",
    "CertificateDialog": "security.md#on-the-network",
    "CertificateAlarm": "security.md#on-the-network",
    "GrantDialog": "guide.md#let-a-group-open-sessions",
    "EntryDialog": "permission-editor.md#basic-page",
    "PrincipalDialog": "permission-editor.md#advanced-page",
    "ReorderDialog": "permission-editor.md#advanced-page",
    "DiscardDialog": "guide.md#set-one-endpoint-to-remote-local-or-disabled",
    "ExplainDialog": "permission-editor.md#advanced-page",
    "CompareDialog": "guide.md#compare-hosts",
    "HostCheckDialog": "host-check.md",
    "FindDialog": "guide.md#review-a-host",
    "SettingsDialog": "install.md#where-gatepost-keeps-its-data",
    "AboutDialog": "install.md",
    "CrashDialog": "guide.md#report-a-problem",
    "HistoryWindow": "guide.md#revert-a-change",
    "InterruptedDialog": "guide.md#revert-a-change",
    "MarkAsCheckedDialog": "guide.md#revert-a-change",
    "ThreeWayDialog": "guide.md#revert-a-change",
    "MessageDialog": "connecting.md",
    "HelpDialog": "guide.md",
}


def topic_of(front: QWidget | None) -> str:
    """Return the topic of the innermost part around ``front`` that has one, else the guide."""
    while front is not None:
        for kind in type(front).__mro__:
            if kind.__name__ in TOPICS:
                return TOPICS[kind.__name__]
        front = front.parentWidget()
    return GUIDE


class HelpDialog(FittedDialog):
    """Shows one page at a time, with a way back and the guide. Use ``open()``."""

    has_help = False  # it is one itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.view = DocsBrowser()
        self.view.setAccessibleName(self.tr("Help"))
        self.language_note = plain_label(shown(_IN_ENGLISH), "muted")
        self.language_note.hide()
        self.back_button = push_button(self.tr("&Back"), self.view.backward)
        self.forward_button = push_button(self.tr("&Forward"), self.view.forward)
        self.guide_button = push_button(self.tr("&Guide"), lambda: self.view.show_topic(GUIDE))
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        self.back_button.setEnabled(False)
        self.forward_button.setEnabled(False)
        self.view.backwardAvailable.connect(self.back_button.setEnabled)
        self.view.forwardAvailable.connect(self.forward_button.setEnabled)
        self.view.sourceChanged.connect(self._show_language)
        buttons = [self.back_button, self.forward_button, self.guide_button]
        dialog_layout(self, self.language_note, self.view, dialog_buttons(buttons, [self.close_button]))
        self.resize(*_SIZE)
        self.view.setFocus()

    def _show_language(self, source: QUrl) -> None:
        """Pages of the docs exist in English only, which a window in another language says."""
        is_translated = shown(_IN_ENGLISH) != str(_IN_ENGLISH)
        self.language_note.setVisible(is_translated and not source.isEmpty())


def shortcuts_text(actions: Iterable[QAction]) -> str:
    """Return a page of every action that has a key."""
    title, *heads = map(shown, (WINDOW.tr("Keyboard shortcuts"), WINDOW.tr("Keys"), WINDOW.tr("Action")))
    rows = [
        f"| {_keys(action)} | {action.text().replace('&', '').rstrip('.')} |"
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    return "\n".join([f"# {title}", "", f"| {heads[0]} | {heads[1]} |", "|---|---|", *rows])


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
