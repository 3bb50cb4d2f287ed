"""The docs that come along, to be read without a network."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.assets import resource_path

_SIZE = (860, 680)  # pixels


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class DocsBrowser(QTextBrowser):
    """Shows Markdown files; a link may name a heading. Only links to the web leave the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)

    @override
    def doSetSource(
        self, name: QUrl, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        if name.scheme() in ("", "file") and not name.path().endswith(".md") and not name.hasFragment():
            return  # a folder, or a file of the repository that does not come along
        super().doSetSource(name, QTextDocument.ResourceType.MarkdownResource)
        if name.hasFragment():
            self.show_heading(name.fragment())

    def show_heading(self, anchor: str) -> bool:
        """Scroll to a heading; False where there is none of that name."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == anchor:
                self._scroll_to(block)
                return True
            block = block.next()
        return False

    def _scroll_to(self, block: QTextBlock) -> None:
        self.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes to the top
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(int(top))


class HelpWindow(QWidget):
    """One page at a time, with a way back and the contents."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Gatepost Help"))
        self.resize(*_SIZE)
        self.browser = DocsBrowser()
        self.browser.setAccessibleName(self.tr("Help"))
        self.back_button = QPushButton(self.tr("&Back"))
        self.forward_button = QPushButton(self.tr("&Forward"))
        self.guide_button = QPushButton(self.tr("&Guide"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.back_button.clicked.connect(self.browser.backward)
        self.forward_button.clicked.connect(self.browser.forward)
        self.guide_button.clicked.connect(lambda: self.show_topic("guide.md"))
        self.close_button.clicked.connect(self.close)
        self.browser.backwardAvailable.connect(self.back_button.setEnabled)
        self.browser.forwardAvailable.connect(self.forward_button.setEnabled)
        self.back_button.setEnabled(False)
        self.forward_button.setEnabled(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)
        self._lay_out()

    def show_topic(self, topic: str) -> None:
        """Show a file of the docs, at a heading where one is named after ``#``."""
        file, _, anchor = topic.partition("#")
        url = QUrl.fromLocalFile(str(resource_path("docs", file)))
        if anchor:
            url.setFragment(anchor)
        self.browser.setSource(url)
        self.browser.setFocus()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for button in (self.back_button, self.forward_button, self.guide_button):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addLayout(bar)
