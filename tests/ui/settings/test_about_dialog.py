"""Versions and licenses come from what is installed."""

from __future__ import annotations

from importlib import metadata

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from gatepost import __version__
from gatepost.ui.settings import about_dialog
from gatepost.ui.settings.about_dialog import AboutDialog, components, licenses, versions


def test_versions_name_everything_a_report_needs() -> None:
    said = versions()
    expected = [f"Gatepost {__version__}", f"Qt {qVersion()}", f"pywinrm {metadata.version('pywinrm')}"]
    expected += [f"lxml {metadata.version('lxml')}", f"PySide6-Essentials {metadata.version('PySide6-Essentials')}"]
    assert set(expected) <= set(said.splitlines())
    assert "Python 3." in said


def test_a_build_without_metadata_says_so_instead_of_failing(monkeypatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    for part in ("version", "metadata", "requires"):
        monkeypatch.setattr(about_dialog.metadata, part, missing)
    assert "lxml, version unknown" in versions()
    assert components() == ()
    assert "Lesser General Public License" in licenses()


def test_dependencies_of_dependencies_are_listed_and_test_tools_are_not() -> None:
    found = {c.name.lower(): c for c in components()}
    assert {"pywinrm", "lxml", "requests", "pyspnego", "cryptography", "shiboken6"} <= set(found)
    assert not {"pytest", "ruff", "pypsrp"} & set(found)
    assert all(c.version and c.license and "\n" not in c.license for c in found.values())
    assert found["lxml"].license.startswith("BSD-3")
    assert found["certifi"].license == "MPL-2.0"


def test_qt_is_named_with_its_license() -> None:
    assert "Qt and PySide6 are used under the GNU Lesser General Public License, version 3" in licenses()
    assert "Material Design Icons" in licenses()


@pytest.fixture
def dialog(qtbot) -> AboutDialog:
    made = AboutDialog()
    qtbot.addWidget(made)
    return made


def test_the_dialog_shows_and_copies_both(dialog: AboutDialog) -> None:
    assert versions() in dialog.text.toPlainText() and licenses() in dialog.text.toPlainText()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
