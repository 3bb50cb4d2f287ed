"""Browser for the Markdown pages of the docs, without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from gatepost.assets import resource_path
from gatepost.ui.widgets import theme

_MARGIN = 16  # pixels
_CELL_PADDING = 6  # pixels
_COLUMN_GAP = 24  # pixels
# A picture in two themes, as GitHub reads it: Qt's Markdown shows neither, and no heading that comes after it.
_PICTURE = re.compile(r'<picture>\s*<source [^>]*srcset="([^"]+)">\s*<img alt="([^"]*)" src="([^"]+)">\s*</picture>')


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class DocsBrowser(QTextBrowser):
    """Shows Markdown files; a link may name a heading. Only links to the web leave the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(_MARGIN)
        self.sourceChanged.connect(self._style_tables)  # also after going back, which sets no source

    @override
    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        url = QUrl(name)
        if url.scheme() in ("", "file") and not url.path().endswith(".md") and not url.hasFragment():
            return  # a folder, or a file of the repository that does not come along
        super().doSetSource(url, QTextDocument.ResourceType.MarkdownResource)
        if url.hasFragment():
            self.show_heading(url.fragment())

    def show_markdown(self, text: str) -> None:
        """Show a text that is no file of the docs."""
        self.setMarkdown(text)
        self._style_tables()

    def _style_tables(self, *_: QUrl) -> None:
        """Give tables a line under each row and room around their text; Qt's own lines are those of a spreadsheet."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                table_format = frame.format()
                table_format.setBorder(0)
                table_format.setCellSpacing(0)
                table_format.setCellPadding(0)
                table_format.setTopMargin(_CELL_PADDING)
                table_format.setBottomMargin(_CELL_PADDING)
                frame.setFormat(table_format)
                _style_cells(frame)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style_tables()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        if type == QTextDocument.ResourceType.MarkdownResource.value:
            return self._markdown(Path(self.source().resolved(QUrl(name)).toLocalFile()))
        loaded = super().loadResource(type, name)
        if type != QTextDocument.ResourceType.ImageResource.value:
            return loaded
        image = QImage.fromData(loaded)
        width = self.viewport().width() - 2 * _MARGIN - self.verticalScrollBar().sizeHint().width()
        return (
            image if image.width() <= width else image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        )

    def _markdown(self, path: Path) -> str:
        """The text of a page, with the pictures of the theme that is shown."""
        is_dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return _PICTURE.sub(r"![\2](\1)" if is_dark else r"![\2](\3)", path.read_text("utf-8"))

    def show_topic(self, topic: str) -> None:
        """Show a file of the docs, at a heading where one is named after ``#``; of a file that is missing, that it is."""
        file, _, anchor = topic.partition("#")
        try:
            url = QUrl.fromLocalFile(str(resource_path("docs", file)))
        except FileNotFoundError:
            self.show_markdown(self.tr("This page isn't installed."))
            return
        if anchor:
            url.setFragment(anchor)
        self.setSource(url)

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


def _style_cells(table: QTextTable) -> None:
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cell_format = QTextTableCellFormat(cell.format().toTableCellFormat())
            cell_format.setPadding(_CELL_PADDING)
            cell_format.setRightPadding(_COLUMN_GAP)
            cell_format.setBottomBorder(1)
            cell_format.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            cell_format.setBottomBorderBrush(QColor(theme.colors().line))
            cell.setFormat(cell_format)
