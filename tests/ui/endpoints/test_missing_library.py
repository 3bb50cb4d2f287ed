"""An endpoint whose library is missing on the host says so, without anybody asking."""

from PySide6.QtCore import Qt

from gatepost.session.session_state import SessionState


def test_an_endpoint_whose_library_is_gone_is_found_after_a_reading(open_window):
    driver = open_window("windows-server")
    driver.window.panel.select("PowerShell.7")
    driver.window.details.show_findings()
    driver.qtbot.waitUntil(lambda: driver.session.state is SessionState.READY, timeout=20_000)  # libraries included
    assert "missing on the host" not in driver.window.details.findings().table.as_text()
    driver.host.console("remove-powershell 7.5.4")
    driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    driver.qtbot.waitUntil(lambda: bool(driver.session.snapshot.missing_files), timeout=20_000)
    driver.qtbot.waitUntil(
        lambda: "missing on the host" in driver.window.details.findings().table.as_text(), timeout=5000
    )
