"""The program's texts can be translated, and are: the code against the translations in resources/i18n."""

import importlib
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree  # noqa: TID251 - our own files

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(not (ROOT / ".ci" / "texts.py").is_file(), reason="not a checkout")

# Words of the first versions that nobody else uses, and forms that are too stiff for a window.
RETIRED = re.compile(
    r"\b(tak(e|es|en) back|take over|ways? in|draft|unsent|vouch\w*|journal|gets? in|somebody|who asks|licen[c]es?|"
    r"tick(ed|s)?|for ever|callers?|descriptor of its own|hands? (on|over)|the host itself|edits|colo[u]rs?|not there|"
    r"anew|whoever|shut the host|weigh\w*|mischief|cannot|could not|did not|does not|is not|are not|was not)\b",
    re.IGNORECASE,
)
FIELD = re.compile(r"\{\w+\}|%n")
COUNTED_BY_HAND = re.compile(r"\(s\)|\{(count|n|hits|asked|total)\} (more )?[a-z]+s\b")
# Ratios, which read the same for any number of all.
RATIOS = ("on {some} of {count} endpoints", "{reached} of {count} endpoints will accept remote sessions")


@pytest.fixture(scope="module")
def texts():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / ".ci")
        patch.setattr(sys, "dont_write_bytecode", True)
        yield importlib.import_module("texts")


def translations(language):
    """Return each message of a language: its context, source, plural, forms, and whether it is finished."""
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / f"gatepost_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            key = context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""
            yield *key, forms, translation.get("type") is None


def test_every_text_of_the_code_is_in_the_translation_in_its_context_and_nothing_else(texts):
    said = {(text.context, text.one, text.many) for text in texts.all_texts()}
    for language in texts.LANGUAGES:
        known = {key for *key, _, _ in translations(language) for key in [tuple(key)]}
        assert known == said, "python3 .ci/dev.py texts"


def test_every_language_is_complete_and_keeps_the_fields(texts):
    for language in texts.LANGUAGES:
        for context, one, many, forms, is_finished in translations(language):
            assert is_finished, (context, one)
            assert all(forms), (context, one)
            assert len(forms) == (2 if many else 1), (context, one)
            for source, form in zip((one, many), forms, strict=False):
                assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(source)), (context, source, form)


def test_no_plural_is_taken_for_an_untranslated_text(texts):
    """The window knows by this that there is no translation, and takes the English form that fits."""
    for language in texts.LANGUAGES:
        assert not [one for _, one, many, forms, _ in translations(language) if many and one == forms[1]]


def test_the_files_that_the_program_loads_are_built_from_the_translations(texts, tmp_path):
    for language in texts.LANGUAGES:
        source = ROOT / "resources" / "i18n" / f"gatepost_{language}.ts"
        built = tmp_path / "built.qm"
        command = [texts.TOOLS / "pyside6-lrelease", "-silent", source, "-qm", built]
        subprocess.run(command, check=True)
        assert built.read_bytes() == source.with_suffix(".qm").read_bytes(), "python3 .ci/dev.py texts"


def test_qt_finds_the_same_texts_as_the_syntax_tree(texts, tmp_path):
    """Two readers that know nothing of each other: Qt's parser of Python, and Python's own."""
    found = tmp_path / "found.ts"
    command = [texts.TOOLS / "pyside6-lupdate", "-extensions", "py", texts.SOURCES, "-locations", "none", "-ts", found]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    tree = ElementTree.parse(found)
    by_qt = {(c.findtext("name"), m.findtext("source")) for c in tree.iter("context") for m in c.iter("message")}
    assert by_qt == {(text.context, text.one) for text in texts.all_texts()}


@pytest.mark.parametrize(
    "code",
    [
        'WINDOW.tr(f"{name} is gone")',
        'WINDOW.tr("It is " + state)',
        'WINDOW.tr("one" if count == 1 else "many")',
        "WINDOW.tr(words)",
        'tr("&File")',
        '_tr("&File")',
        'dialog.tr("Close")',
        'self.tr("%n host(s)", "", 2)',
        "QCoreApplication.translate('Journal', words)",
        'text("Never translated")',
        "f'{host}: {WINDOW.tr(\"closed\")}'",
    ],
)
def test_a_marker_takes_whole_literal_texts_only(texts, code):
    with pytest.raises(texts.Unmarked, match=r"x\.py:1"):
        list(texts.texts_in(Path("x.py"), code))


def test_plurals_are_not_made_by_hand(texts):
    alone = [text for text in texts.all_texts() if not text.many and not text.one.startswith(RATIOS)]
    assert [f"{text.place}: {text.one}" for text in alone if COUNTED_BY_HAND.search(text.one)] == []


def test_no_text_has_a_retired_word(texts):
    forms = ((text.place, FIELD.sub("", form)) for text in texts.all_texts() for form in (text.one, text.many))
    assert [f"{place}: {form}" for place, form in forms if RETIRED.search(form)] == []


# Labels with a remark: the value is a name or a label of its own, so no language needs it in another form.
LABELS = {
    "{entry}, if {condition}", "{entry}; it doesn't apply to this endpoint itself", "{entry} (inherited).", "{entry}.",
    "{entry}, inherited", "{type}, inherited", "{type} (pending)", "{version} (32-bit)", "{name} (also changed on the host)",
    "{who}, if also a member of {also}", "{action}, as {account}: {summary}", "{action}?", "Preview: {action}",
    "{action}: no change needed", "Line {number}: {excerpt}{reason}", "{state}, set by policy", "{change} (disconnects)",
    "%n result on {hosts}.", "{who}, {where}: {now}.", "{who}, {where}, {connection}: {now}.",
    "{who}, {where}. Now: {now}. With pending changes: {after}.",
    "{who}, {where}, {connection}. Now: {now}. With pending changes: {after}.", "{host} as {account}, {authentication}, {encrypted}",
}  # fmt: skip


def test_no_text_is_put_into_another_one(texts):
    """A language can't decline, order or capitalize a text that stands in a frame: it takes a whole text for each case."""
    glued = {
        (path.name, template)
        for path in texts.modules()
        for template in texts.framed(path.read_text("utf-8"))
        if template not in LABELS
    }
    assert glued == set()


def test_no_whole_sentence_is_a_value():
    """It follows the others with ``sentences()``, or stands in a line of its own."""
    beside = re.compile(r"^\{\w+\} [A-Z{]|[.?!] \{\w+\}($| (?![a-z]))")
    found = {one for language in ("de",) for _, one, *_ in translations(language) if beside.search(one)}
    assert found == set()


@pytest.mark.parametrize(
    "code",
    [
        'self.tr("{verb} on {host}").format(verb=shown(action), host=host)',
        'WINDOW.tr("{why} on {host}", why=WINDOW.tr("Closed"))',
        'said = self.tr("Closed")\n    self.tr("{why} on {host}").format(why=said)',
        'said = self.tr("Closed") if closed else ""\n    frame = self.tr("{why} on {host}")\n    frame.format(why=said)',
    ],
)
def test_a_text_in_a_frame_is_found(texts, code):
    assert texts.framed(f"def words(self):\n    {code}\n")
