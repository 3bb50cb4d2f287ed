"""A host without the endpoint that clients use by default: the table, Enable, and Who gets in say so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.access.summary_page import AccessSummaryPage
from gatepost.ui.confirm.enable_dialog import EnableDialog
from tests.ui.desk import Desk

NAMES = ("microsoft.powershell", "microsoft.powershell.workflow", "microsoft.powershell32", "microsoft.ServerManager")


def read_again(page: Desk) -> None:
    page.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    page.wait_quiet()


def test_the_missing_default_endpoint_is_told_with_what_registers_it(page: Desk) -> None:
    assert page.window.panel.host_findings.isHidden()
    page.host.console("remove", "microsoft.powershell")
    read_again(page)
    said = page.window.panel.host_findings
    assert said.isVisible()
    assert "microsoft.powershell" in said.text() and "run Enable-PSRemoting on the host" in said.text()
    page.press(Qt.Key.Key_E)
    dialog = page.dialog(EnableDialog)
    page.qtbot.waitUntil(lambda: "Reading" not in dialog.effect_label.text(), timeout=10_000)
    assert "No changes" not in dialog.effect_label.text()
    assert "run Enable-PSRemoting on the host" in dialog.warnings.text()
    dialog.cancel_button.click()


def test_a_host_without_any_endpoint_was_read(page: Desk) -> None:
    for name in (*NAMES, "WithProfile", "Test"):
        assert page.host.console("remove", name)["ok"]
    read_again(page)
    assert "run Enable-PSRemoting on the host" in page.window.panel.message.accessibleName()
    who = AccessSummaryPage()
    page.qtbot.addWidget(who)
    who.show_session(page.session)
    assert who.message.accessibleName().startswith("This host has no PowerShell endpoints.")
