"""This computer, opened from the list of hosts: read and changed through the automation object, or why not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from gatepost.backend.connect.this_computer import Declined
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.models.host_list import HostState
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.wsman.local import LocalTransport
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.transport import Transport
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver
from tests.wsman.test_local import Automation, ComError, fault_xml

STOPPED = 2150858770
DENIED = 0x80070005


class Windows:
    """The edge to Windows: an automation object that has its answers from the practice host, and a user who is asked."""

    system_folder = r"C:\Windows\System32"
    account = "LAB\\admin"

    def __init__(self, practice: PracticeProcess) -> None:
        self.remote = connect(RemoteTarget("basic", *practice.account(), practice.url))
        self.code = 0
        self.elevated = False
        self.declines = False
        self.status: int | None = 0
        self.asked: list[tuple[str, ...]] = []
        self.before_asked: Callable[[], None] = lambda: None

    def connect(self) -> Transport:
        edge = self

        class Here(Automation):
            """Fails as Windows does for now."""

            def check(self) -> None:
                self.Error = fault_xml(5, "Access is denied.") if edge.code == DENIED else ""
                self.failure = ComError(edge.code) if edge.code else None
                super().check()

        return LocalTransport(lambda: Here(self.remote), "LAB\\admin", lambda: self.elevated)

    def run_as_administrator(self, program: str, arguments: list[str], seconds: float) -> int | None:
        self.before_asked()
        self.asked.append((program, *arguments))
        if self.declines:
            raise Declined("The operation was canceled by the user.")
        if "WinRM" in arguments and self.status == 0:
            self.code = 0
        return self.status


def choose(driver: WindowDriver) -> HostSession:
    """Go to the list of hosts and choose the first by keyboard."""
    view = driver.window.host_view
    view.setFocus()
    driver.qtbot.keyClick(view, Qt.Key.Key_Home)
    session = driver.window.current
    assert session is not None
    assert session.kind is HostKind.THIS_COMPUTER
    return session


@pytest.fixture
def practice() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as process:
        yield process


@pytest.fixture
def windows(practice: PracticeProcess) -> Iterator[Windows]:
    edge = Windows(practice)
    yield edge
    edge.remote.close()


@pytest.fixture
def driver(open_driver, windows: Windows) -> WindowDriver:
    return open_driver(computer=windows)


def test_nothing_is_read_before_it_is_chosen(driver: WindowDriver) -> None:
    assert driver.row().name == "This computer"
    assert driver.row().state is HostState.WAITING
    session = driver.settled(choose(driver))
    assert session.snapshot is not None
    assert len(session.snapshot.configurations) == 6
    assert "LAB\\admin, Windows, encrypted" in driver.window.status.connection.text()
    assert driver.row().state is HostState.READY


def test_an_endpoint_is_changed_through_the_automation_object(driver: WindowDriver, practice: PracticeProcess) -> None:
    session = driver.settled(choose(driver))
    driver.window.actions_.disable.trigger()
    wait_for(driver.qtbot, ConfirmDialog).confirm_button.click()
    driver.report().close()
    driver.settled(session)
    assert "(D;;GA;;;NU)" in practice.sddl("microsoft.powershell")
    (entry, *_) = driver.application.journal.entries()
    assert entry.account == "LAB\\admin"


def test_a_service_that_does_not_run_is_started_from_there(driver: WindowDriver, windows: Windows) -> None:
    windows.code = STOPPED
    session = driver.settled(choose(driver))
    assert "WinRM isn't running" in driver.message() or "WinRM is not running" in driver.message()
    assert driver.row().state is HostState.FAILED
    offer = driver.window.stack.message.offer
    assert offer.text() == "&Start WinRM"
    driver.qtbot.waitUntil(lambda: offer.hasFocus() or driver.window.host_view.hasFocus())
    offer.click()
    driver.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=10_000)
    assert windows.asked == [(r"C:\Windows\System32\net.exe", "start", "WinRM")]
    (entry,) = driver.application.journal.entries()
    assert (entry.subject, entry.before, entry.after) == ("WinRM", "Stopped", "Running")
    assert (entry.account, entry.outcome) == ("LAB\\admin", Outcome.CHANGED)
    assert driver.row().state is HostState.READY


@pytest.mark.parametrize(
    ("declines", "status", "words", "outcome"),
    [
        (True, 0, "weren't granted", Outcome.UNCHANGED),
        (False, 1058, "Can't start WinRM", Outcome.REFUSED),
        (False, 2, "services.msc", Outcome.REFUSED),
        (False, None, "services.msc", Outcome.UNKNOWN),
    ],
)
def test_a_service_that_does_not_start(
    driver: WindowDriver, windows: Windows, declines: bool, status: int | None, words: str, outcome: Outcome
) -> None:
    windows.code, windows.declines, windows.status = STOPPED, declines, status
    driver.settled(choose(driver))
    driver.window.stack.message.offer.click()
    driver.qtbot.waitUntil(lambda: words in driver.message(), timeout=5000)
    assert not driver.window.stack.message.offer.isVisible()
    (entry,) = driver.application.journal.entries()
    assert entry.outcome is outcome
    windows.code = 0
    driver.window.actions_.refresh.trigger()
    driver.qtbot.waitUntil(lambda: driver.row().state is HostState.READY, timeout=10_000)


def test_the_start_is_in_the_journal_before_windows_asks(driver: WindowDriver, windows: Windows) -> None:
    journal, noted = driver.application.journal, list[JournalEntry]()
    windows.code, windows.before_asked = STOPPED, lambda: noted.extend(journal.entries())
    session = driver.settled(choose(driver))
    driver.window.stack.message.offer.click()
    driver.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=10_000)
    (entry,) = noted
    assert entry.kind is SubjectKind.SERVICE_STATE
    assert entry.started_at
    assert entry.outcome is None


def test_in_a_read_only_window_nothing_is_started(open_driver, windows: Windows) -> None:
    windows.code = STOPPED
    driver = open_driver(computer=windows, read_only=True)
    driver.settled(choose(driver))
    assert not driver.window.stack.message.offer.isVisible()


def test_a_journal_that_cannot_be_written_keeps_the_service_stopped(driver: WindowDriver, windows: Windows) -> None:
    windows.code = STOPPED
    driver.settled(choose(driver))
    driver.folders.journal.write_bytes(b"no database" * 100)
    driver.window.stack.message.offer.click()
    driver.qtbot.waitUntil(lambda: "history" in driver.message().lower(), timeout=5000)
    assert windows.asked == []


def test_without_elevation_a_restart_as_administrator_is_offered(driver: WindowDriver, windows: Windows) -> None:
    windows.code = DENIED
    driver.settled(choose(driver))
    assert driver.row().state is HostState.FAILED
    offer = driver.window.stack.message.offer
    assert offer.text() == "&Restart as administrator"
    offer.click()
    driver.qtbot.waitUntil(lambda: not driver.window.isVisible(), timeout=5000)
    ((program, *arguments),) = windows.asked
    assert program == sys.executable
    assert arguments[:2] == ["-m", "gatepost"]


def test_with_elevation_nothing_is_offered(driver: WindowDriver, windows: Windows) -> None:
    windows.code, windows.elevated = DENIED, True
    driver.settled(choose(driver))
    assert not driver.window.stack.message.offer.isVisible()


def test_a_restart_that_is_declined_leaves_the_window_open(driver: WindowDriver, windows: Windows) -> None:
    windows.code, windows.declines = DENIED, True
    driver.settled(choose(driver))
    driver.window.stack.message.offer.click()
    driver.qtbot.waitUntil(lambda: "select Yes when Windows asks" in driver.message(), timeout=5000)
    assert driver.window.isVisible()


def test_disconnecting_leaves_the_entry_unread(driver: WindowDriver) -> None:
    session = driver.settled(choose(driver))
    driver.window.actions_.disconnect.trigger()
    assert driver.row().state is HostState.WAITING
    assert driver.window.current is None
    again = driver.settled(choose(driver))
    assert again is not session
    assert again.snapshot is not None


def test_other_systems_explain_themselves(open_driver) -> None:
    driver = open_driver()
    session = choose(driver)
    assert "doesn't run Windows" in driver.message()
    assert "Connect to a host" in driver.message()
    assert session.state.is_at_rest
    assert driver.row().state is HostState.WAITING
    assert not driver.window.actions_.refresh.isEnabled()
    assert not driver.window.actions_.disconnect.isEnabled()
    assert "doesn't run Windows" in driver.window.open_hosts.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
