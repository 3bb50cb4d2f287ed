"""The planned change as code in the confirmation: chosen, copied, saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.export import CODE_FORMS, file_content
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.jobs.runner import JobRunner
from gatepost.ui.confirm import details_pages
from gatepost.ui.confirm.details_pages import CodePage
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.message import MessageDialog, problem
from gatepost.ui.dialogs.opening import open_dialog
from tests.endpoints.documents import configuration, snapshot

BEFORE = configuration("P(A;;GA;;;BA)", name="it\u2019s")


@pytest.fixture
def page(qtbot, runner: JobRunner) -> Iterator[CodePage]:
    shown = CodePage(FileSaver(runner))
    qtbot.addWidget(shown)
    shown.show_change(planned(AccessMode.LOCAL))
    shown.show()
    yield shown
    for dialog in dialogs(QFileDialog) + dialogs(MessageDialog):
        dialog.close()


def planned(mode: AccessMode) -> ChangeSet:
    return set_access_mode(snapshot(BEFORE), [BEFORE.name], mode)


def dialogs(kind: type) -> list:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def save_as(page: CodePage, path: Path) -> None:
    page.save_button.click()
    (dialog,) = dialogs(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_every_form_can_be_chosen_and_copied(page) -> None:
    assert [page.form_box.itemText(i) for i in range(page.form_box.count())] == [str(f.title) for f in CODE_FORMS]
    for number, form in enumerate(CODE_FORMS):
        page.form_box.setCurrentIndex(number)
        page.copy_button.click()
        assert QGuiApplication.clipboard().text() == form.make(planned(AccessMode.LOCAL))


def test_the_form_stays_when_the_change_is_another(page) -> None:
    page.form_box.setCurrentIndex(2)
    page.show_change(planned(AccessMode.DISABLED))
    assert page.form_box.currentText() == "Ansible tasks"
    assert "access_mode: disabled" in page.view.toPlainText()


def test_a_form_that_has_nothing_to_say_is_not_offered(page) -> None:
    change_set = planned(AccessMode.LOCAL)
    object.__setattr__(change_set, "powershell", "")
    page.show_change(change_set)
    assert page.form_box.findText("PowerShell (Windows cmdlets)") == -1


@pytest.mark.parametrize(("number", "name"), [(0, "change.ps1"), (2, "change.yml")])
def test_what_is_shown_is_saved_in_the_background(page, qtbot, monkeypatch, tmp_path, number: int, name: str) -> None:
    disk_is_ready, real = threading.Event(), details_pages.save_file

    def slow_save(*args: object, **options: object) -> None:
        assert disk_is_ready.wait(10)
        real(*args, **options)

    monkeypatch.setattr(details_pages, "save_file", slow_save)
    page.form_box.setCurrentIndex(number)
    save_as(page, tmp_path / Path(name).stem)
    assert not (tmp_path / name).exists()  # the window waits for no disk
    disk_is_ready.set()
    qtbot.waitUntil((tmp_path / name).exists, timeout=5000)
    assert (tmp_path / name).read_bytes() == file_content(CODE_FORMS[number], planned(AccessMode.LOCAL))


def test_a_file_that_cannot_be_written_is_named(page, tmp_path, qtbot) -> None:
    save_as(page, tmp_path / ("\u00e9" * 200))  # more octets than a name may have
    qtbot.waitUntil(lambda: bool(dialogs(MessageDialog)), timeout=5000)
    (shown,) = dialogs(MessageDialog)
    assert "Can't save" in shown.title_label.text()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not dialogs(MessageDialog)


def test_a_problem_shows_plain_text(qtbot) -> None:
    from gatepost.endpoints.errors import HostError
    from gatepost.endpoints.text import english

    dialog = problem(HostError(english("{name}", name="<b>x</b>\u202e")), None)
    qtbot.addWidget(dialog)
    open_dialog(dialog)
    assert dialog.title_label.text() == "<b>x</b>\u27e8U+202E\u27e9"
    dialog.close()
