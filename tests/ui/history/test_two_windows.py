"""Two windows on one host and one journal."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.ui.history.window import HistoryWindow

FIRST = "microsoft.powershell"
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_two_windows_on_one_host_and_one_journal(open_window, open_driver) -> None:
    """The second one read the host before the first one wrote: it is told, writes nothing, and sees the history."""
    first = open_window()
    second = open_driver()
    second.open(first.host)
    second.wait_quiet()
    first.disable_remoting()
    second.window.panel.select(FIRST)
    second.press(Qt.Key.Key_3)
    report = second.confirm()
    assert {o.outcome for o in report.report.outcomes} == {Outcome.CONFLICT}
    report.close()
    second.press(Qt.Key.Key_H)
    found = second.window.findChild(HistoryWindow)
    assert found is not None
    second.qtbot.waitUntil(lambda: len(found.view.shown_entries()) == 7, timeout=10_000)
    entries = found.view.shown_entries()
    assert [entry.outcome for entry in entries] == [Outcome.CONFLICT, *[Outcome.CHANGED] * 6]
    assert "(D;;GA;;;NU)" in first.host.sddl(FIRST)
