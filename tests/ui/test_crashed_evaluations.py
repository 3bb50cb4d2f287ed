"""A bug in what a page, a tab or a dialog waits for is shown in the place of the answer: nothing waits without end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gatepost.backend.host.host_reader import HostReader
from gatepost.endpoints.host.enable_steps import ENDPOINT_STEPS, EnableStep
from gatepost.models.access import summary_matrix
from gatepost.models.endpoints import ace_table
from gatepost.session import endpoint_in_view
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.session_state import Change
from gatepost.ui.access import effective_access_tab
from gatepost.ui.confirm.disable_dialog import DisableDialog
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.confirm.planned_change import ChangeRequest
from gatepost.ui.editor import sddl_view
from gatepost.ui.files import compare_dialog
from gatepost.ui.files.compare_dialog import CompareDialog
from gatepost.ui.hosts import find_dialog
from gatepost.ui.hosts.find_dialog import FindDialog
from tests.ui.window_driver import WindowDriver

MESSAGE = "Unexpected error in Gatepost: this couldn't be evaluated."
READING = "Unexpected error in Gatepost while reading SERVER01."


def crash(*_: object, **__: object) -> None:
    raise ZeroDivisionError("planted")


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the crash reporter was told."""
    reports: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda _, error, __: reports.append(str(error)))
    return reports


def test_every_tab_of_an_endpoint_and_who_has_access_say_so(
    reference_driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, reported: list[str]
) -> None:
    driver, window, wait = reference_driver, reference_driver.window, reference_driver.qtbot.waitUntil
    details = window.details
    window.panel.select("Test")
    details.permissions.table.select(0, 0)
    with monkeypatch.context() as patch:
        patch.setattr(endpoint_in_view, "_LARGE", 10)
        patch.setattr(sddl_view, "_LONG", 10)
        patch.setattr(EndpointInView, "row", crash)
        patch.setattr(ace_table, "ace_rows", crash)
        patch.setattr(effective_access_tab, "_rows", crash)
        patch.setattr(sddl_view, "descriptor_text", crash)
        patch.setattr(summary_matrix, "_worked_out", crash)
        details.permissions.duplicate.trigger()
        wait(lambda: details.permissions.note.text() == MESSAGE)
        assert details.permissions.model.rowCount() == 0 and not details.permissions.bar.isVisible()
        details.tabs.setCurrentWidget(details.findings())
        wait(lambda: MESSAGE in details.findings().table.as_text())
        assert details.sentence.text() == MESSAGE
        details.tabs.setCurrentWidget(details.effective_access())
        wait(lambda: details.effective_access().why.toPlainText() == MESSAGE)
        details.tabs.setCurrentWidget(details.sddl())
        wait(lambda: details.sddl().view.words.toPlainText() == MESSAGE)
        page = window.pages.access_summary()
        window.pages.setCurrentWidget(page)
        wait(page.message.isVisible)
        page.show_session(driver.session, Change.ACTIVITY)
        assert page.message.isVisible() and page.message.accessibleName().startswith(MESSAGE)
        assert set(reported) == {"planted"}
    driver.session.load()
    driver.wait_quiet()
    wait(lambda: page.inspector.isVisible() and page.inspector.text() not in ("", "Evaluating..."))


def test_disable_and_enable_say_what_could_not_be_evaluated_or_read(
    reference_driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, reported: list[str]
) -> None:
    driver, wait = reference_driver, reference_driver.qtbot.waitUntil
    assert driver.host.console("set-enabled Test false")["ok"]
    driver.session.load()
    driver.wait_quiet()
    monkeypatch.setattr(HostReader, "exposure", crash)
    monkeypatch.setattr(HostReader, "enable_state", crash)
    driver.press(Qt.Key.Key_D)
    disable = driver.dialog(DisableDialog)
    exposure = disable.pages.exposure.table
    assert exposure.rows.text(0, 3) == "Reading..."
    wait(lambda: f"WinRM service  |  {READING}" in exposure.as_text())
    wait(disable.confirm_button.isEnabled)
    monkeypatch.setattr(ChangeRequest, "_evaluated_at_once", lambda *_: None)
    monkeypatch.setattr(ChangeRequest, "evaluation", crash)
    driver.qtbot.keyClick(disable.include_disabled, Qt.Key.Key_Space)
    wait(lambda: disable.you_label.text().startswith("Unexpected error in Gatepost: the change can't be evaluated"))
    assert disable.include_disabled.isVisible() and disable.include_disabled.isChecked()
    assert "No one loses access" not in disable.as_text() and "Evaluating" not in disable.as_text()
    assert disable.confirm_button.property("tone") == "danger" and not disable.confirm_button.isEnabled()
    disable.close()
    driver.press(Qt.Key.Key_E)
    wait(lambda: any(isinstance(dialog, EnableDialog) for dialog in driver.dialogs()))
    enable = next(dialog for dialog in driver.dialogs() if isinstance(dialog, EnableDialog))
    service = enable.steps._before[EnableStep.SERVICE]
    wait(lambda: service.text() == f"couldn't be read: {READING}")
    wait(lambda: "can't be evaluated" in enable.you_label.text())
    assert "Reading" not in enable.effect_label.text()
    assert enable.steps.ticked() == ENDPOINT_STEPS
    assert {step for step, box in enable.steps.boxes.items() if box.isEnabled()} == ENDPOINT_STEPS
    assert enable.confirm_button.property("tone") == "danger" and not enable.confirm_button.isEnabled()
    enable.close()
    assert set(reported) == {"planted"}


def test_a_comparison_and_a_search_say_so(
    reference_driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, reported: list[str]
) -> None:
    driver, wait = reference_driver, reference_driver.qtbot.waitUntil
    monkeypatch.setattr(compare_dialog, "compare", crash)
    monkeypatch.setattr(find_dialog, "search_steps", crash)
    driver.window.actions_.compare.trigger()
    compare = driver.dialog(CompareDialog)
    compare.left_box.setCurrentIndex(0)
    message = "Unexpected error in Gatepost: the comparison couldn't be completed."
    wait(lambda: compare.summary.text() == message)
    compare.only_differences.toggle()
    assert compare.summary.text() == message
    compare.close()
    driver.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    find = driver.dialog(FindDialog)
    message = "Unexpected error in Gatepost: the search couldn't be completed."
    wait(lambda: find.summary_label.text() == message)
    assert find.table.accessibleDescription() == ""  # not "No results.", which nobody knows
    find.close()
    assert set(reported) == {"planted"}
