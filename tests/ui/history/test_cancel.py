"""What a history asks of a host can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.history.window import HistoryWindow
from tests.ui.window_driver import WindowDriver


def test_cancel_stops_the_question_before_a_revert_and_a_check(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()
    reference_driver.press(Qt.Key.Key_H)
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
    reference_driver.qtbot.waitUntil(window.view.revert_button.isEnabled)
    reference_driver.host.console("delay 30")
    window.view.revert_button.click()
    dialog = reference_driver.dialog(WaitDialog)
    assert dialog.title_label.text() == window.view.said.text() == "Reading SERVER01..."
    endings: list[int] = []
    dialog.finished.connect(endings.append)
    dialog.cancel_button.click()
    assert endings == [WaitDialog.DialogCode.Rejected]
    window.view.check_requested.emit(window.view.current)
    with reference_driver.qtbot.waitSignal(window.view._source.changed):  # it may have settled the entry by then
        reference_driver.dialog(WaitDialog).cancel_button.click()
    reference_driver.host.console("delay 0")
    reference_driver.session.load()  # behind what was asked, if that still goes on
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.session.state.is_busy, timeout=10_000)
    assert window.view.said.text() == "" and reference_driver.dialogs() == []
