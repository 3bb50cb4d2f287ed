"""The result of a change waits while the user answers another question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.dialogs.files import FileSaver
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import snapshot

REPORT = ApplyReport(snapshot().host, english("Disable remoting"), (WriteOutcome("one", Outcome.CHANGED, english("")),))


@pytest.fixture
def window(qtbot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


def visible(window: QWidget) -> list[type[QDialog]]:
    return [type(dialog) for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@pytest.fixture
def controller(window: QWidget, tmp_path: Path) -> ChangeController:
    return ChangeController(OpenHosts(window), FileSaver(ManualRunner(), window), tmp_path / "layout.ini", window)


def test_a_report_is_shown_at_once_where_nothing_is_in_the_way(window: QWidget, controller: ChangeController) -> None:
    controller.report(REPORT)
    assert visible(window) == [ReportDialog]


def test_reports_wait_for_an_open_question_and_for_each_other(window: QWidget, controller: ChangeController) -> None:
    question = QDialog(window)
    question.open()
    controller.report(REPORT)
    controller.report(replace(REPORT, verb=english("Enable remoting")))
    assert visible(window) == [QDialog]
    question.reject()
    (first,) = [d for d in window.findChildren(ReportDialog) if d.isVisible()]
    assert first.report is REPORT
    first.accept()
    (second,) = [d for d in window.findChildren(ReportDialog) if d.isVisible()]
    assert str(second.report.verb) == "Enable remoting"


def test_unfolded_details_are_unfolded_again_the_next_time(reference_driver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert not dialog.details.is_unfolded
    dialog.details.unfold()
    dialog.close()
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    reference_driver.press(Qt.Key.Key_D)
    assert reference_driver.dialog(ConfirmDialog).details.is_unfolded
    layout = QSettings(str(reference_driver.folders.layout), QSettings.Format.IniFormat)
    assert layout.value("confirm/details") == "true"
