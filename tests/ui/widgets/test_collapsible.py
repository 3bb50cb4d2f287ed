"""What an error looks like in the window: cause and next step at once, codes and raw text on request."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from gatepost.backend.failures.diagnose import host_error
from gatepost.ui.widgets.message_panel import MessagePanel
from gatepost.wsman.errors import AuthenticationFailed, WsmanFault

DENIED = host_error(WsmanFault(5, "w:AccessDenied", "Access is denied.", "by\u202e nobody"), "SRV01")
REFUSED = host_error(AuthenticationFailed("401", ("Kerberos",), tried="NTLM"), "SRV01")


@pytest.fixture
def panel(qtbot):
    panel = MessagePanel()
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.text()]


def test_cause_and_next_step_are_read_at_once_and_the_codes_wait(panel):
    panel.show_error(REFUSED)
    assert said(panel) == ["SRV01 doesn't offer NTLM. It offers Kerberos.", "Connect again and choose Kerberos."]
    assert panel.details.isVisible()
    assert not panel.details.view.isVisible()


def test_details_fold_out_by_keyboard_and_stay_while_the_same_is_said_again(panel, qtbot):
    panel.show_error(DENIED)
    panel.details.fold.setFocus()
    qtbot.keyClick(panel.details.fold, Qt.Key.Key_Space)
    assert panel.details.view.isVisible()
    assert "Code: 5 (0x00000005)" in panel.details.view.toPlainText()
    panel.show_error(DENIED)
    assert panel.details.view.isVisible()
    panel.show_error(REFUSED)
    assert not panel.details.view.isVisible()


def test_details_are_copied_without_being_shown_and_tricks_in_them_are_visible(panel, qtbot):
    panel.show_error(DENIED)
    qtbot.mouseClick(panel.details.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Subcode: w:AccessDenied" in copied
    assert "\u202e" not in copied


def test_nothing_to_fold_where_there_are_no_details(panel):
    panel.show_text("All is well.", "")
    assert not panel.details.isVisible()
