"""The language of the window: English, and the translations that came along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from gatepost.bootstrap import language
from gatepost.bootstrap.language import install_translator, languages

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>MainWindow</name>
<message><source>Hosts</source><translation>Rechner</translation></message></context></TS>
"""


@pytest.fixture(autouse=True)
def english_again(qapp):
    """Leave no language behind."""
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a translation where the program looks for them."""
    folder = tmp_path / "i18n"
    folder.mkdir()
    source = folder / "gatepost_de.ts"
    source.write_text(GERMAN, "utf-8")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, source, "-qm", source.with_suffix(".qm")], check=True, capture_output=True)
    monkeypatch.setattr(language, "resource_root", lambda: tmp_path)


def test_german_comes_along(qapp) -> None:
    assert languages() == ("en", "de")
    assert not install_translator(qapp, "en")


def test_a_translation_that_came_along_can_be_chosen(qapp, german) -> None:
    assert languages() == ("en", "de")
    assert not install_translator(qapp, "en")
    assert QCoreApplication.translate("MainWindow", "Hosts") == "Hosts"
    assert install_translator(qapp, "de")
    assert QCoreApplication.translate("MainWindow", "Hosts") == "Rechner"
