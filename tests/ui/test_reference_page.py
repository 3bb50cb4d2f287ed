"""Every example of Microsoft's Disable-PSRemoting page, done in the real window against the practice host."""

from __future__ import annotations

import pytest
from pypsrp.exceptions import WSManFaultError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from tests.practice.client import client
from tests.ui.desk import Desk

STOCK = (
    "microsoft.powershell",
    "microsoft.powershell.workflow",
    "microsoft.powershell32",
    "microsoft.ServerManager",
    "WithProfile",
)
CLOSED = r"NT AUTHORITY\NETWORK AccessDenied, BUILTIN\Administrators AccessAllowed"
OPEN = r"BUILTIN\Administrators AccessAllowed"
TEST_OPEN = (
    r"NT AUTHORITY\INTERACTIVE AccessAllowed, BUILTIN\Administrators AccessAllowed, DOMAIN01\User01 AccessAllowed"
)
TEST_CLOSED = rf"NT AUTHORITY\NETWORK AccessDenied, {TEST_OPEN}"
STOCK_SDDL_OPEN = "O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
STOCK_SDDL_CLOSED = "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"

ACCESS_DENIED = 5


def stock(driver: Desk) -> dict[str, str]:
    return {name: text for name, text in driver.listing().items() if name in STOCK}


def assert_shell_denied(driver: Desk, name: str) -> None:
    with client(driver.host) as network, pytest.raises(WSManFaultError) as refused:
        network.open_shell(name)
    assert refused.value.code == ACCESS_DENIED


def assert_shell_opens(driver: Desk, name: str, *, interactive: bool) -> None:
    with client(driver.host, interactive=interactive) as caller:
        caller.close_shell(name, caller.open_shell(name))


def all_words(dialog: ConfirmDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_example_1_prevent_remote_access_to_all_session_configurations(page: Desk) -> None:
    page.press(Qt.Key.Key_D)
    dialog = page.dialog(ConfirmDialog)
    dialog.details.unfold()
    words = all_words(dialog)
    for thing in ("WinRM service", "listener", "firewall", "LocalAccountTokenFilterPolicy"):
        assert thing in words
    page.confirm().close()
    assert stock(page) == dict.fromkeys(STOCK, CLOSED)
    assert {page.host.sddl(name) for name in STOCK} == {STOCK_SDDL_CLOSED}


def test_example_2_one_page_and_one_key_are_all_that_stands_before_it(page: Desk) -> None:
    page.press(Qt.Key.Key_D)
    dialog = page.dialog(ConfirmDialog)
    assert "SERVER01" in dialog.windowTitle().upper()
    report = page.confirm()
    assert page.dialogs() == [report]  # nothing else was asked
    assert {o.outcome for o in report.report.outcomes} == {Outcome.CHANGED}
    assert set(page.modes().values()) == {"Local"}


def test_example_3_a_session_from_the_network_is_refused_afterwards(page: Desk) -> None:
    assert_shell_opens(page, "microsoft.powershell", interactive=False)
    page.disable_remoting()
    assert_shell_denied(page, "microsoft.powershell")
    assert_shell_opens(page, "microsoft.powershell", interactive=True)


def test_example_4_disable_then_enable(page: Desk) -> None:
    page.disable_remoting()
    assert stock(page) == dict.fromkeys(STOCK, CLOSED)
    page.press(Qt.Key.Key_E)
    page.confirm().close()
    assert stock(page) == dict.fromkeys(STOCK, OPEN)
    assert {page.host.sddl(name) for name in STOCK} == {STOCK_SDDL_OPEN}
    assert_shell_opens(page, "microsoft.powershell", interactive=False)


def test_example_5_loopback_connections_go_on(page: Desk) -> None:
    page.disable_remoting()
    assert_shell_denied(page, "microsoft.powershell")
    assert_shell_opens(page, "microsoft.powershell", interactive=True)


def test_example_6_custom_security_descriptors_are_closed_too(page: Desk) -> None:
    assert page.listing()["Test"] == TEST_OPEN
    page.disable_remoting()
    assert page.listing()["Test"] == TEST_CLOSED
    assert page.listing()["microsoft.powershell"] == CLOSED
    stored = page.host.sddl("Test")
    assert stored.startswith("O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;S-1-5-21-")
    assert_shell_denied(page, "Test")
    assert_shell_opens(page, "Test", interactive=True)


def test_example_7_one_endpoint_is_opened_again(page: Desk) -> None:
    page.disable_remoting()
    page.click_switch("microsoft.ServerManager", AccessMode.REMOTE)
    report = page.confirm()
    assert [(o.name, o.outcome) for o in report.report.outcomes] == [("microsoft.ServerManager", Outcome.CHANGED)]
    report.close()
    expected = dict.fromkeys(STOCK, CLOSED) | {"microsoft.ServerManager": OPEN}
    assert stock(page) == expected
    assert page.host.sddl("microsoft.ServerManager") == STOCK_SDDL_OPEN
    assert page.host.sddl("WithProfile") == STOCK_SDDL_CLOSED
    assert_shell_opens(page, "microsoft.ServerManager", interactive=False)


def test_what_if_shows_the_page_and_writes_nothing(page: Desk) -> None:
    page.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.dialog(ConfirmDialog)
    assert not dialog.confirm_button.isVisible()
    page.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page.wait_quiet()
    assert page.host.console("counts").get("put", {}) == {}
    assert page.journal.entries() == ()


def test_cancel_is_what_enter_means(page: Desk) -> None:
    page.press(Qt.Key.Key_D)
    page.qtbot.keyClick(page.dialog(ConfirmDialog), Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: not page.dialogs())
    assert page.host.console("counts").get("put", {}) == {}


def test_every_write_is_in_the_journal_with_its_reason(page: Desk) -> None:
    page.press(Qt.Key.Key_D)
    dialog = page.dialog(ConfirmDialog)
    page.qtbot.keyClicks(dialog.reason_edit, "CHG-1042")
    page.confirm().close()
    entries = page.journal.entries()
    assert [e.subject for e in entries] == [*STOCK, "Test"]
    assert {e.reason for e in entries} == {"CHG-1042"}
    assert {e.outcome for e in entries} == {Outcome.CHANGED}
    assert not page.window.isHidden()
    assert not [d for d in page.dialogs() if isinstance(d, ReportDialog)]
