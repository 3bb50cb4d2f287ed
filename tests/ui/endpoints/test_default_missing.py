"""A host without the endpoint that clients use by default: the table, Enable, and Who gets in say so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.access.summary_page import AccessSummaryPage
from gatepost.ui.confirm.enable_dialog import EnableDialog
from tests.jobs.manual_runner import ManualRunner
from tests.ui.window_driver import WindowDriver

NAMES = ("microsoft.powershell", "microsoft.powershell.workflow", "microsoft.powershell32", "microsoft.ServerManager")


def read_again(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    reference_driver.wait_quiet()


def test_the_missing_default_endpoint_is_told_with_what_registers_it(reference_driver: WindowDriver) -> None:
    assert reference_driver.window.panel.host_findings.isHidden()
    reference_driver.host.console("remove", "microsoft.powershell")
    read_again(reference_driver)
    said = reference_driver.window.panel.host_findings
    assert said.isVisible()
    assert "microsoft.powershell" in said.text() and "run Enable-PSRemoting on the host" in said.text()
    reference_driver.press(Qt.Key.Key_E)
    dialog = reference_driver.dialog(EnableDialog)
    reference_driver.qtbot.waitUntil(lambda: "Reading" not in dialog.effect_label.text(), timeout=10_000)
    assert "No changes" not in dialog.effect_label.text()
    assert "run Enable-PSRemoting on the host" in dialog.warnings.text()
    dialog.cancel_button.click()


def test_a_host_without_any_endpoint_was_read(reference_driver: WindowDriver) -> None:
    for name in (*NAMES, "WithProfile", "Test"):
        assert reference_driver.host.console("remove", name)["ok"]
    read_again(reference_driver)
    assert "run Enable-PSRemoting on the host" in reference_driver.window.panel.message.accessibleName()
    who = AccessSummaryPage(ManualRunner())
    reference_driver.qtbot.addWidget(who)
    who.show_session(reference_driver.session)
    assert who.message.accessibleName().startswith("This host has no PowerShell endpoints.")
