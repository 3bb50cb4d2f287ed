"""Every page, tab and dialog has a page of the docs, which is shown at the heading about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from gatepost.assets import resource_path
from gatepost.ui.dialogs.docs_browser import DocsBrowser, slug
from gatepost.ui.dialogs.help import GUIDE, TOPICS, HelpDialog, topic_of
from gatepost.ui.widgets import theme
from tests.every_view import every_view, opened_since

LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture
def browser(qtbot) -> DocsBrowser:
    made = DocsBrowser()
    qtbot.addWidget(made)
    return made


def docs() -> list[Path]:
    return sorted(resource_path("docs").glob("*.md"))


def headings(path: Path) -> set[str]:
    return {slug(line.lstrip("#")) for line in path.read_text("utf-8").splitlines() if line.startswith("#")}


@pytest.mark.parametrize("topic", sorted(set(TOPICS.values()) | {GUIDE}))
def test_every_topic_is_a_heading_of_a_page_that_comes_along(topic, browser) -> None:
    file, _, anchor = topic.partition("#")
    path = resource_path("docs", file)
    assert not anchor or anchor in headings(path)
    browser.setSource(QUrl.fromLocalFile(str(path)))
    assert browser.document().characterCount() > 200
    assert not anchor or browser.show_heading(anchor)


@pytest.mark.parametrize("dark", [False, True])
def test_a_picture_is_that_of_the_theme_and_fits(dark, browser, qapp) -> None:
    theme.apply(qapp, dark=dark)
    browser.resize(600, 400)
    browser.show()
    browser.show_topic("guide.md")
    formats = [f.toImageFormat() for f in browser.document().allFormats() if f.isImageFormat()]
    assert [Path(f.name()).name for f in formats] == ["confirm-dark.png" if dark else "confirm-light.png"]
    image = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(formats[0].name()))
    assert 0 < image.width() < 600


def test_tables_have_the_lines_of_the_theme_also_after_going_back(browser, qapp) -> None:
    def line_colors() -> set[str]:
        frames = browser.document().rootFrame().childFrames()
        cells = [frame.cellAt(0, 0).format() for frame in frames if isinstance(frame, QTextTable)]
        return {cell.toTableCellFormat().bottomBorderBrush().color().name() for cell in cells}

    browser.show_topic("security.md")
    assert line_colors() == {theme.colors().line}
    browser.show_topic("terms.md")
    browser.backward()
    assert line_colors() == {theme.colors().line}
    theme.apply(qapp, dark=True)
    assert line_colors() == {theme.colors().line}
    browser.show_markdown("| a | b |\n|---|---|\n| 1 | 2 |")
    assert line_colors() == {theme.colors().line}


def test_every_page_tab_and_dialog_has_a_topic(open_window) -> None:
    driver = open_window("windows-server")
    for view in every_view(driver):
        before = set(QApplication.topLevelWidgets())
        view.open(driver)
        driver.wait_quiet()
        if not view.is_dialog:
            pages, tabs = driver.window.pages, driver.window.details.tabs
            front = tabs.currentWidget() if view.name.startswith("tab") else pages.currentWidget()
            assert _is_mapped(front), view.name
            continue
        driver.qtbot.waitUntil(lambda before=before: bool(opened_since(before)))
        for dialog in opened_since(before):
            assert _is_mapped(dialog), view.name
            dialog.close()


def _is_mapped(front) -> bool:
    return any(kind.__name__ in TOPICS for kind in type(front).__mro__)


def test_links_lead_to_pages_and_headings_and_back(qtbot) -> None:
    window = HelpDialog()
    qtbot.addWidget(window)
    window.show()
    window.view.show_topic("guide.md")
    for path in docs():
        for link in LINK.findall(path.read_text("utf-8")):
            file, _, anchor = link.partition("#")
            if "://" in link or not file.endswith(".md") or "/" in file:
                continue
            window.view.show_topic(path.name)
            window.view.setSource(QUrl(link))
            assert window.view.source().fileName() == file, f"{path.name}: {link}"
            assert not anchor or window.view.show_heading(anchor), f"{path.name}: {link}"
    window.view.show_topic("guide.md")
    window.view.show_topic("terms.md")
    window.back_button.click()
    assert window.view.source().fileName() == "guide.md"
    window.forward_button.click()
    assert window.view.source().fileName() == "terms.md"


def test_what_has_no_topic_gets_the_guide(qtbot) -> None:
    assert topic_of(None) == GUIDE
