"""Help: the pages of the docs that come along, and the keys of the window, without a network."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget

from gatepost.assets import resource_path
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import foot, stack

_SIZE = (820, 640)  # pixels


class HelpDialog(FittedDialog):
    """Shows one page in Markdown; a link leads to another page, or to the browser. Use ``open()``."""

    help_page = ""  # it is one itself

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.view = QTextBrowser()
        self.view.setOpenLinks(False)
        self.view.setAccessibleName(self.tr("Help"))
        self.view.setSearchPaths([str(resource_path("docs"))])
        self.view.setMarkdown(markdown)
        self.view.anchorClicked.connect(self._follow)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        stack(self, self.view, foot([], [self.close_button]))
        self.resize(*_SIZE)
        self.view.setFocus()

    def _follow(self, link: QUrl) -> None:
        name = link.path().removesuffix(".md")
        if link.isRelative() and link.path().endswith(".md") and "/" not in name:
            self.view.setMarkdown(page_text(name))
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        elif link.hasFragment():
            self.view.scrollToAnchor(link.fragment())


def page_text(name: str) -> str:
    """Return a page of the docs by its file's name without suffix; of one that is missing, that it is."""
    try:
        return resource_path("docs", f"{name}.md").read_text(encoding="utf-8")
    except OSError:
        return QCoreApplication.translate("HelpDialog", "This page isn't installed.")


def shortcuts_text(actions: Iterable[QAction]) -> str:
    """Return a page of every action that has a key."""
    title = QCoreApplication.translate("HelpDialog", "Keyboard shortcuts")
    heads = QCoreApplication.translate("HelpDialog", "Keys"), QCoreApplication.translate("HelpDialog", "Action")
    rows = [
        f"| {_keys(action)} | {action.text().replace('&', '').rstrip('.')} |"
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    return "\n".join([f"# {title}", "", f"| {heads[0]} | {heads[1]} |", "|---|---|", *rows])


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
