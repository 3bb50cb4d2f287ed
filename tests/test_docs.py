"""The README and the pages of resources/docs: links and files exist, and the keys they name are the window's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from gatepost.__main__ import parser
from gatepost.ui.widgets.actions import Actions

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "resources" / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
BRITISH = re.compile(
    r"(?i)(?:col|behavi|neighb|fav|rum)our|licen[c]e|centr[e]d|label[l]ed|(?:serial|normal|recogn|optim)is[ei]"
)
FILE = re.compile(r"`((?:app|tests|resources|\.ci)/[\w./-]+)`")
KEYS = re.compile(r"\bCtrl\+(?:Shift\+)?[A-Z0-9,](?![A-Za-z0-9])")
pytestmark = pytest.mark.skipif(not (ROOT / "README.md").is_file(), reason="not a checkout")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [target for target in LINK.findall(page.read_text("utf-8")) if not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    assert [name for name in FILE.findall(page.read_text("utf-8")) if not (ROOT / name).exists()] == []


def test_every_page_is_linked_from_the_readme() -> None:
    linked = {Path(target).name for page in PAGES for target in LINK.findall(page.read_text("utf-8"))}
    assert {page.name for page in DOCS.glob("*.md")} <= linked


def test_the_readme_can_be_read_in_one_sitting() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 130


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "guide.md"], ids=lambda page: page.name)
def test_the_keys_are_those_of_the_window(page: Path, qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = [a for a in vars(Actions(window)).values() if hasattr(a, "shortcuts")]
    held = vars(Actions(window))
    for group in held.values():
        if isinstance(group, dict):
            actions += [action for action in group.values() if hasattr(action, "shortcuts")]
    known = {key.toString(QKeySequence.SequenceFormat.PortableText) for a in actions for key in a.shortcuts()}
    known |= {"Ctrl+C"}  # of the tables
    named = set(KEYS.findall(page.read_text("utf-8")))
    assert named
    assert named <= known, named - known


@pytest.mark.parametrize("name", ["guide.md", "connecting.md", "permission-editor.md", "host-check.md"])
def test_controls_are_named_as_in_the_window(name: str) -> None:
    sources = etree.parse(ROOT / "resources" / "i18n" / "gatepost_de.ts").iter("source")
    controls = {(source.text or "").replace("&", "").rstrip(".").casefold() for source in sources}
    bold = re.findall(r"\*\*([^*]+)\*\*", (DOCS / name).read_text("utf-8"))
    parts = {part.rstrip(".") for phrase in bold for part in " ".join(phrase.split()).split(" > ")}
    assert {part for part in parts if part.casefold() not in controls} == set()


def test_the_spelling_is_american() -> None:
    files = [*PAGES, ROOT / "CHANGELOG.md", *(ROOT / "app").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    found = {path.name: BRITISH.findall(path.read_text("utf-8")) for path in files}
    retired = {"test_texts.py"}  # names words that no text may have
    assert {name: words for name, words in found.items() if words and name not in retired} == {}


# Words of the first versions, from which the documents and the command line are free; code, in comments and docstrings too,
# keeps some of them as plain English words.
RETIRED = re.compile(
    r"\b(tak(e|es|en) back|take over|ways? in|drafts?|unsent|vouch\w*|gets? in|somebody|who asks|tick(ed|s)?|for ever|callers?|"
    r"descriptor of its own|hands? over|hands? on|the host itself|anew|whoever|shut the host|weigh\w*|mischief)\b",
    re.IGNORECASE,
)
RETIRED_IN_CODE = re.compile(r"\b(take over|unsent|vouch\w*|who asks|for ever|shut the host|mischief)\b", re.IGNORECASE)
PACKAGING = ROOT / "resources" / "packaging"


def unreleased() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ", 2)[1]


def retired(text: str, words: re.Pattern[str] = RETIRED) -> list[str]:
    return [line for line in re.sub(r"`[^`]*`", "", text).splitlines() if words.search(line)]


@pytest.mark.parametrize(
    "page", [*PAGES, PACKAGING / "gatepost.iss", PACKAGING / "gatepost.desktop"], ids=lambda page: page.name
)
def test_no_page_has_a_retired_word(page: Path) -> None:
    assert retired(page.read_text("utf-8")) == []


def test_the_changes_to_come_have_no_retired_word() -> None:
    assert retired(unreleased()) == []


def test_neither_the_help_nor_the_manual_has_a_retired_word() -> None:
    assert retired(parser().format_help()) == []
    assert retired((PACKAGING / "manual.py").read_text("utf-8")) == []


def test_no_module_has_a_word_that_is_retired_in_code_too() -> None:
    found = {path.name: retired(path.read_text("utf-8"), RETIRED_IN_CODE) for path in (ROOT / "app").rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}
