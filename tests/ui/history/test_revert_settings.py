"""Settings that were written are taken back from the history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.endpoints.host.setting_fixes import set_token_policy
from gatepost.models.journal_table import JournalColumn
from gatepost.ui.confirm.setting_dialog import SettingDialog
from gatepost.ui.history.three_way_dialog import ThreeWayDialog
from gatepost.work import WorkContext
from tests.ui.desk import Desk
from tests.ui.history.steps import STRICT, history, press_space, rows


class TestSettings:
    """Settings have their own confirmation, and a choice where somebody has changed them since."""

    @pytest.fixture
    def page(self, open_window) -> Desk:
        driver = open_window("windows-server")
        found = driver.backend.leftovers(WorkContext())
        order = set_token_policy(found.token_policy, 1, driver.backend.identity)
        driver.session.write(lambda host, context: host.change_settings(order, "CHG", context))
        driver.report().close()
        driver.wait_quiet()
        return driver

    def policy(self, page) -> object:
        return page.host.console("machine")["token_policy"]

    def confirm(self, page) -> None:
        dialog = page.dialog(SettingDialog)
        press_space(page, dialog.confirm_button)
        page.report().close()
        page.wait_quiet()

    def test_straight_back(self, page: Desk) -> None:
        assert self.policy(page) == 1
        window = history(page)
        assert (
            "not set: remote UAC filtering is on \u2192 1: remote UAC filtering is off"
            in window.view.details.toPlainText()
        )
        press_space(page, window.view.revert_button)
        self.confirm(page)
        assert self.policy(page) is None
        page.qtbot.waitUntil(lambda: rows(window.view)[0][JournalColumn.VERB].startswith("Revert: "))

    def test_changed_since_it_is_asked_about_first(self, page: Desk) -> None:
        page.host.console("set-policy 0")
        window = history(page)
        press_space(page, window.view.revert_button)
        dialog = page.dialog(ThreeWayDialog)
        QAbstractItemModelTester(dialog.model, STRICT, dialog)
        index = dialog.model.index(0, 0)
        assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Unchecked
        assert not dialog.continue_button.isEnabled()
        page.qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        press_space(page, dialog.continue_button)
        self.confirm(page)
        assert self.policy(page) is None

    def test_what_is_as_before_is_said_so(self, page: Desk) -> None:
        page.host.console("set-policy absent")
        window = history(page)
        press_space(page, window.view.revert_button)
        page.qtbot.waitUntil(lambda: "Nothing to take back" in window.view.said.text())
