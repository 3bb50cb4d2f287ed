"""Enable as a list of steps, each with the state before it; and what Disable says of what stays open."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.enable_steps import DEFAULT_STEPS, EnableStep
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.enable_dialog import EnableDialog


def asked(driver):
    """Order Enable and wait until its settings have been read."""
    driver.window.actions_.enable.trigger()
    dialog = driver.dialog(EnableDialog)
    driver.qtbot.waitUntil(lambda: bool(dialog.steps.analysis.text()), timeout=20_000)
    return dialog


def before(dialog):
    return {step: label.text() for step, label in dialog.steps._before.items()}


def closed_host(open_window):
    driver = open_window("windows-server")
    for command in (
        "set-start-mode Manual",
        "set-rule WINRM-HTTP-In-TCP-PUBLIC false",
        "set-enabled PowerShell.7 false",
    ):
        assert driver.host.console(command)["ok"]
    driver.session.load()
    driver.wait_quiet()
    return driver


def test_each_step_tells_the_state_before_it(open_window):
    dialog = asked(closed_host(open_window))
    assert dialog.steps.ticked() == DEFAULT_STEPS
    assert before(dialog) == {
        EnableStep.SERVICE: "now Manual",
        EnableStep.LISTENER: "on port 5985",
        EnableStep.FIREWALL: "enabled",
        EnableStep.PUBLIC_FIREWALL: "1 disabled",
        EnableStep.TOKEN_POLICY: "filtering is on",
        EnableStep.ENDPOINTS: "1 of 6 disabled",
        EnableStep.NETWORK_DENIES: "on 0 of 6 endpoints",
        EnableStep.EVERYONE_DENIES: "on 0 of 6 endpoints",
    }
    assert dialog.steps.analysis.text() == ("winrm quickconfig: Set the WinRM service type to delayed auto start.")
    told = dialog.table.as_text()
    assert "WinRM startup type  |  Manual → Automatic" in told
    assert "Firewall rule WINRM-HTTP-In-TCP-PUBLIC  |  disabled → enabled" in told
    assert "PowerShell.7" in dialog.as_text()
    dialog.close()


def test_all_ticked_steps_are_taken_as_one_group(open_window):
    driver = closed_host(open_window)
    dialog = asked(driver)
    dialog.steps.boxes[EnableStep.TOKEN_POLICY].setChecked(True)
    report = driver.confirm()
    assert {o.outcome for o in report.report.outcomes} <= {Outcome.CHANGED, Outcome.UNCHANGED}
    report.close()
    machine = driver.host.console("machine")
    assert machine["service"]["start_mode"] == "Auto" and machine["rules"]["WINRM-HTTP-In-TCP-PUBLIC"] is True
    assert machine["token_policy"] == 1
    assert driver.host.console("show PowerShell.7")["enabled"] is True
    entries = driver.journal.entries()
    assert [entry.subject for entry in entries] == [
        "WinRM",
        "WINRM-HTTP-In-TCP-PUBLIC",
        "LocalAccountTokenFilterPolicy",
        "PowerShell.7",
    ]
    assert len({entry.batch for entry in entries}) == 1


def test_a_step_that_is_unticked_is_left_out(open_window):
    driver = closed_host(open_window)
    dialog = asked(driver)
    for step in (EnableStep.PUBLIC_FIREWALL, EnableStep.ENDPOINTS):
        driver.qtbot.keyClick(dialog.steps.boxes[step], Qt.Key.Key_Space)
    assert "WINRM-HTTP-In-TCP-PUBLIC" not in dialog.table.as_text()
    assert dialog.effect_label.text() == "Only settings of the host change."
    driver.confirm().close()
    machine = driver.host.console("machine")
    assert machine["service"]["start_mode"] == "Auto" and machine["rules"]["WINRM-HTTP-In-TCP-PUBLIC"] is False
    assert driver.host.console("show PowerShell.7")["enabled"] is False


def test_nothing_ticked_is_nothing_to_confirm(open_window):
    dialog = asked(closed_host(open_window))
    for box in dialog.steps.boxes.values():
        box.setChecked(False)
    assert not dialog.confirm_button.isVisible() and not dialog.confirm_button.isEnabled()
    dialog.close()


def test_a_host_that_is_open_already(open_window):
    dialog = asked(open_window("windows-server"))
    assert "no changes needed" in dialog.steps.analysis.text()
    assert not dialog.confirm_button.isVisible()
    dialog.close()


def test_an_analysis_that_is_refused_spoils_nothing(open_window):
    driver = closed_host(open_window)
    driver.host.console("root-sddl", "O:NSG:BAD:P(A;;GRGW;;;BA)")  # Invoke needs Execute
    dialog = asked(driver)
    assert "not available" in dialog.steps.analysis.text()
    assert before(dialog)[EnableStep.SERVICE] == "now Manual"
    dialog.close()


def test_it_waits_for_the_settings_before_it_can_be_confirmed(open_window):
    driver = closed_host(open_window)
    driver.host.console("delay 0.5")
    driver.window.actions_.enable.trigger()
    dialog = driver.dialog(EnableDialog)
    assert not dialog.confirm_button.isEnabled() and "Reading" in dialog.effect_label.text()
    driver.host.console("delay 0")
    driver.qtbot.waitUntil(dialog.confirm_button.isEnabled, timeout=20_000)
    assert "WinRM startup type" in dialog.table.as_text() and "Reading" not in dialog.effect_label.text()
    dialog.close()


def test_closing_the_dialog_early_drops_the_question(open_window):
    driver = closed_host(open_window)
    driver.host.console("delay 0.3")
    driver.window.actions_.enable.trigger()
    driver.dialog(EnableDialog).close()
    driver.host.console("delay 0")
    driver.session.load()
    driver.wait_quiet()
    assert driver.session.error is None


def test_disable_tells_what_stays_open_as_it_is_now(open_window):
    driver = open_window("hard-cases")
    driver.press(Qt.Key.Key_D)
    dialog = driver.dialog(ConfirmDialog)
    assert dialog.pages.isTabVisible(2)
    table = dialog.pages.exposure.table
    driver.qtbot.waitUntil(lambda: "remote UAC filtering is off" in table.as_text(), timeout=20_000)
    assert "WinRM service  |  Running, Manual" in table.as_text()
    assert "remote UAC filtering is off" in dialog.as_text()
    dialog.close()
    driver.window.changes.set_mode(("Team.01",), AccessMode.REMOTE)
    other = driver.dialog(ConfirmDialog)
    assert not other.pages.isTabVisible(2)
    other.close()
