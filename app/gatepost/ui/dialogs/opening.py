"""Opening a dialog: over the window, without blocking it, deleted when it is closed; F1 opens its page of the docs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.ui.dialogs.fitted import FittedDialog, fit_to_screen

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


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog without waiting for it; F1 opens its page of the docs over it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, FittedDialog) and dialog.has_help:
        QShortcut(QKeySequence.StandardKey.HelpContents, dialog, lambda: open_help(topic_of(dialog), dialog))
    fit_to_screen(dialog)
    dialog.open()


def open_help(topic: str, parent: QWidget) -> None:
    """Open the help on a topic over the window that asks for it."""
    from gatepost.ui.dialogs.help import HelpDialog  # the first window needs none

    help_dialog = HelpDialog(parent)
    help_dialog.view.show_topic(topic)
    open_dialog(help_dialog)
