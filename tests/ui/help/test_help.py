"""F1 opens the page of the docs that is about what is in front."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from gatepost.assets import resource_path
from gatepost.ui.help.topics import GUIDE, TOPICS, topic_of
from gatepost.ui.help.window import DocsBrowser, HelpWindow, slug
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


def test_every_page_tab_and_dialog_has_a_topic(open_window) -> None:
    desk = open_window("windows-server")
    for view in every_view(desk):
        before = set(QApplication.topLevelWidgets())
        view.open(desk)
        desk.wait_quiet()
        if not view.is_dialog:
            pages, tabs = desk.window.pages, desk.window.details.tabs
            front = tabs.currentWidget() if view.name.startswith("tab") else pages.currentWidget()
            assert _is_mapped(front), view.name
            continue
        desk.qtbot.waitUntil(lambda before=before: bool(opened_since(before)))
        for dialog in opened_since(before):
            assert _is_mapped(dialog), view.name
            dialog.close()


def _is_mapped(front) -> bool:
    return any(kind.__name__ in TOPICS for kind in type(front).__mro__)


def test_f1_opens_the_page_of_what_is_in_front(open_window) -> None:
    desk = open_window("windows-server")
    desk.window.activateWindow()
    desk.window.pages.setCurrentIndex(0)
    desk.window.panel.table.setFocus()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    shown = desk.window.help.window
    assert shown is not None
    assert shown.isVisible()
    assert shown.browser.source().fileName() == "guide.md"
    assert shown.browser.source().fragment() == "set-one-endpoint-to-remote-local-or-disabled"
    shown.close()


def test_f1_works_in_a_dialog_that_blocks_the_window(open_window) -> None:
    desk = open_window("windows-server")
    desk.window.actions_.connect.trigger()
    desk.qtbot.waitUntil(lambda: bool(desk.dialogs()))
    dialog = desk.dialogs()[0]
    desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_F1)
    shown = desk.window.help.window
    assert shown is not None
    assert shown.browser.source().fragment() == "connect-to-a-host"
    shown.close()
    dialog.close()


def test_the_help_closes_with_the_window(open_window) -> None:
    desk = open_window("windows-server")
    desk.window.actions_.help.trigger()
    shown = desk.window.help.window
    assert shown is not None
    desk.window.close()
    assert not shown.isVisible()


def test_links_lead_to_pages_and_headings_and_back(qtbot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_topic("guide.md")
    for path in docs():
        for link in LINK.findall(path.read_text("utf-8")):
            file, _, anchor = link.partition("#")
            if "://" in link or not file.endswith(".md") or "/" in file:
                continue
            window.show_topic(path.name)
            window.browser.setSource(QUrl(link))
            assert window.browser.source().fileName() == file, f"{path.name}: {link}"
            assert not anchor or window.browser.show_heading(anchor), f"{path.name}: {link}"
    window.show_topic("guide.md")
    window.show_topic("terms.md")
    window.back_button.click()
    assert window.browser.source().fileName() == "guide.md"
    window.forward_button.click()
    assert window.browser.source().fileName() == "terms.md"


def test_what_has_no_topic_gets_the_guide(qtbot) -> None:
    assert topic_of(None) == GUIDE
