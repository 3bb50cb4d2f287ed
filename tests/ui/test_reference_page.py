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
from tests.ui.window_driver import WindowDriver

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


def stock(driver: WindowDriver) -> dict[str, str]:
    return {name: text for name, text in driver.listing().items() if name in STOCK}


def assert_shell_denied(driver: WindowDriver, name: str) -> None:
    with client(driver.host) as network, pytest.raises(WSManFaultError) as refused:
        network.open_shell(name)
    assert refused.value.code == ACCESS_DENIED


def assert_shell_opens(driver: WindowDriver, name: str, *, interactive: bool) -> None:
    with client(driver.host, interactive=interactive) as account_token:
        account_token.close_shell(name, account_token.open_shell(name))


def all_words(dialog: ConfirmDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_example_1_prevent_remote_access_to_all_session_configurations(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    dialog.details.unfold()
    words = all_words(dialog)
    for thing in ("WinRM service", "listener", "firewall", "LocalAccountTokenFilterPolicy"):
        assert thing in words
    reference_driver.confirm().close()
    assert stock(reference_driver) == dict.fromkeys(STOCK, CLOSED)
    assert {reference_driver.host.sddl(name) for name in STOCK} == {STOCK_SDDL_CLOSED}


def test_example_2_one_page_and_one_key_are_all_that_stands_before_it(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert "SERVER01" in dialog.windowTitle().upper()
    report = reference_driver.confirm()
    assert reference_driver.dialogs() == [report]  # nothing else was asked
    assert {o.outcome for o in report.report.outcomes} == {Outcome.CHANGED}
    assert set(reference_driver.modes().values()) == {"Local"}


def test_example_3_a_session_from_the_network_is_refused_afterwards(reference_driver: WindowDriver) -> None:
    assert_shell_opens(reference_driver, "microsoft.powershell", interactive=False)
    reference_driver.disable_remoting()
    assert_shell_denied(reference_driver, "microsoft.powershell")
    assert_shell_opens(reference_driver, "microsoft.powershell", interactive=True)


def test_example_4_disable_then_enable(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    assert stock(reference_driver) == dict.fromkeys(STOCK, CLOSED)
    reference_driver.press(Qt.Key.Key_E)
    reference_driver.confirm().close()
    assert stock(reference_driver) == dict.fromkeys(STOCK, OPEN)
    assert {reference_driver.host.sddl(name) for name in STOCK} == {STOCK_SDDL_OPEN}
    assert_shell_opens(reference_driver, "microsoft.powershell", interactive=False)


def test_example_5_loopback_connections_go_on(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    assert_shell_denied(reference_driver, "microsoft.powershell")
    assert_shell_opens(reference_driver, "microsoft.powershell", interactive=True)


def test_example_6_custom_security_descriptors_are_closed_too(reference_driver: WindowDriver) -> None:
    assert reference_driver.listing()["Test"] == TEST_OPEN
    reference_driver.disable_remoting()
    assert reference_driver.listing()["Test"] == TEST_CLOSED
    assert reference_driver.listing()["microsoft.powershell"] == CLOSED
    stored = reference_driver.host.sddl("Test")
    assert stored.startswith("O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;S-1-5-21-")
    assert_shell_denied(reference_driver, "Test")
    assert_shell_opens(reference_driver, "Test", interactive=True)


def test_example_7_one_endpoint_is_opened_again(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    reference_driver.click_switch("microsoft.ServerManager", AccessMode.REMOTE)
    report = reference_driver.confirm()
    assert [(o.name, o.outcome) for o in report.report.outcomes] == [("microsoft.ServerManager", Outcome.CHANGED)]
    report.close()
    expected = dict.fromkeys(STOCK, CLOSED) | {"microsoft.ServerManager": OPEN}
    assert stock(reference_driver) == expected
    assert reference_driver.host.sddl("microsoft.ServerManager") == STOCK_SDDL_OPEN
    assert reference_driver.host.sddl("WithProfile") == STOCK_SDDL_CLOSED
    assert_shell_opens(reference_driver, "microsoft.ServerManager", interactive=False)


def test_what_if_shows_the_page_and_writes_nothing(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert not dialog.confirm_button.isVisible()
    reference_driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    reference_driver.wait_quiet()
    assert reference_driver.host.console("counts").get("put", {}) == {}
    assert reference_driver.journal.entries() == ()


def test_cancel_is_what_enter_means(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.qtbot.keyClick(reference_driver.dialog(ConfirmDialog), Qt.Key.Key_Return)
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs())
    assert reference_driver.host.console("counts").get("put", {}) == {}


def test_every_write_is_in_the_journal_with_its_reason(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    reference_driver.qtbot.keyClicks(dialog.reason_edit, "CHG-1042")
    reference_driver.confirm().close()
    entries = reference_driver.journal.entries()
    assert [e.subject for e in entries] == [*STOCK, "Test"]
    assert {e.reason for e in entries} == {"CHG-1042"}
    assert {e.outcome for e in entries} == {Outcome.CHANGED}
    assert not reference_driver.window.isHidden()
    assert not [d for d in reference_driver.dialogs() if isinstance(d, ReportDialog)]
